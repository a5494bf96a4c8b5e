package dev.lodge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @Test
    void aHashIsOnlyOfItsPassword() {
        String hash = passwords.hash("correct horse battery");

        assertThat(hash).startsWith("{argon2id}$argon2id$");
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterx", hash)).isFalse();
    }

    @Test
    void withoutAHashNoPasswordIsRight() {
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
    }

    @Test
    void aHashOfTodayIsNotOutdated() {
        assertThat(passwords.isOutdated(passwords.hash("correct horse battery")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "123456789, accounts.password.too_short",
        "Mia@Example.Test, accounts.password.is_address",
    })
    void aPoorPasswordIsRefusedWithAReason(String password, String reason) {
        assertThat(passwords.findings("password", password, "mia@example.test").of("password"))
                .singleElement()
                .satisfies(message -> assertThat(message.key()).isEqualTo(reason));
    }

    @Test
    void aLongPasswordIsRefusedAndNotCut() {
        assertThat(passwords.findings("password", "x".repeat(200), "").isEmpty())
                .isTrue();
        assertThat(passwords.findings("password", "x".repeat(201), "").isEmpty())
                .isFalse();
    }
}
