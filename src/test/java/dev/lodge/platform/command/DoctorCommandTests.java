package dev.lodge.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.platform.command.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LodgeTest
class DoctorCommandTests {

    @Autowired
    ApplicationContext application;

    @Autowired
    TurnedClock clock;

    @Test
    void aSoundDatabaseHasNothingToMend() {
        Ended ended = clock.unturned(() -> new Shell(application).type("doctor"));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .contains("PostgreSQL 18", "owns nothing and may create nothing", "There is no mail server");
    }

    @Test
    void programsGetADocument() {
        assertThat(new Shell(application).type("doctor", "--json").out())
                .contains("\"level\" : \"good\"", "\"topic\" : \"Version\"");
    }
}
