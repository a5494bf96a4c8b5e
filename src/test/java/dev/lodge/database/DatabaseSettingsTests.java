package dev.lodge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTests {

    private static final Path DATA = Path.of("data");
    private static final Login OWNER = new Login("owner", "secret-1");
    private static final Login APPLICATION = new Login("application", "secret-2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.org:5432/lodge?sslmode=require",
                "postgresql://db.example.org:5432/lodge?sslmode=require",
                "postgres://db.example.org:5432/lodge?sslmode=require"
            })
    void anotherPostgresIsUsedAsItIs(String url) {
        try (var database = Database.open(new DatabaseSettings(DATA, 0, url, OWNER, APPLICATION))) {
            assertThat(database.address())
                    .isEqualTo(new DatabaseAddress(
                            "jdbc:postgresql://db.example.org:5432/lodge?sslmode=require", OWNER, APPLICATION));
        }
    }

    @Test
    void withoutAnUrlLodgeRunsItsOwn() {
        assertThat(new DatabaseSettings(DATA, 0, " ", null, null).external()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/lodge", "db.example.org", "postgres://mia:hunter2@db/lodge"})
    void aWrongUrlIsNamedButNotRepeated(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings(DATA, 0, url, OWNER, APPLICATION))
                .withMessageContaining("LODGE_DATABASE_URL")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void anUrlNeedsTwoDifferentLogins() {
        String url = "postgresql://db/lodge";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings(DATA, 0, url, OWNER, null))
                .withMessageContaining("LODGE_DATABASE_APPLICATION_USER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings(DATA, 0, url, OWNER, OWNER))
                .withMessageContaining("must differ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void aPortOutOfRangeIsNamed(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings(DATA, port, null, null, null))
                .withMessageContaining("LODGE_DATABASE_PORT is " + port);
    }
}
