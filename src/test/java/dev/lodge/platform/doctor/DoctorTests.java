package dev.lodge.platform.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.database.DatabaseAddress;
import dev.lodge.database.Login;
import dev.lodge.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@LodgeTest
class DoctorTests {

    @Autowired
    TurnedClock clock;

    @Autowired
    Doctor doctor;

    @Test
    void anApplicationThatOwnsTheTablesIsAHoleInTheWall() {
        DatabaseAddress sound = TestDatabase.address();
        var swapped = new DatabaseAddress(sound.jdbcUrl(), sound.owner(), sound.owner());

        assertThat(bad(doctor.examine(swapped, false)))
                .anySatisfy(finding -> assertThat(finding.sentence()).contains("owns tables or schemas"))
                .anySatisfy(finding -> assertThat(finding.remedy()).contains("nocreaterole"));
    }

    @Test
    void aWrongPasswordIsExplained() {
        DatabaseAddress sound = TestDatabase.address();
        var wrong = new DatabaseAddress(
                sound.jdbcUrl(), new Login(sound.owner().user(), "not the password"), sound.application());

        assertThat(bad(doctor.examine(wrong, false))).singleElement().satisfies(finding -> {
            assertThat(finding.sentence()).contains("does not let Lodge in").contains("password");
            assertThat(finding.remedy()).contains("LODGE_DATABASE_URL");
        });
    }

    @Test
    void tablesInPublicMayNotBeCreatedByTheApplication() throws SQLException {
        try (Connection owner = TestDatabase.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("grant create on schema public to public");
            try {
                assertThat(bad(clock.unturned(() -> doctor.examine(TestDatabase.address(), false))))
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.remedy()).contains("revoke create on schema public"));
            } finally {
                statement.execute("revoke create on schema public from public");
            }
        }
    }

    @Test
    void aDataDirectoryThatOthersCanReadHasToBeMended(@TempDir Path directory) throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(bad(new Machine(directory).look()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("chmod go-rw"));
    }

    private static List<Finding> bad(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.level() == Finding.Level.BAD)
                .toList();
    }
}
