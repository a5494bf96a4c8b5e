package dev.lodge.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import dev.lodge.platform.Operators;
import dev.lodge.platform.command.Shell.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LodgeTest
class OperatorCommandTests {

    @Autowired
    ApplicationContext application;

    @Autowired
    Operators operators;

    Shell shell;

    @BeforeEach
    void openAShell() {
        shell = new Shell(application);
    }

    @Test
    void anOperatorMadeWithAPasswordHasIt() {
        Ended made = shell.typeWithInput(
                "a long enough password\n", "operator", "create", "--email", "Nora@Lodge.example", "--password-stdin");

        assertThat(made.status()).isZero();
        assertThat(operators.signsInWith("nora@lodge.example", "a long enough password"))
                .isTrue();
    }

    @Test
    void anOperatorWithoutOneGetsALinkAndASecondOfTheSameAddressNothing() {
        Ended made = shell.type("operator", "create", "--email", "ines@lodge.example");
        Ended again = shell.type("operator", "create", "--email", "INES@lodge.example");

        assertThat(made.out()).containsPattern("http://localhost\\S*/operator/invitation/[A-Za-z0-9_-]{43}");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err().strip()).isEqualTo("There is an operator with the address ines@lodge.example already.");
    }

    @Test
    void aPasswordThatNeverComesIsARefusal() {
        Ended ended = shell.type("operator", "create", "--email", "otto@lodge.example", "--password-stdin");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("one line on standard input");
    }
}
