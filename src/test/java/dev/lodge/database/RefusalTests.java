package dev.lodge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the database from starting is said in a sentence. */
class RefusalTests {

    @TempDir
    Path temporary;

    @Test
    void dataOfAnotherMajorVersion() throws Exception {
        DataDirectory directory = TestDatabase.directoryWithBinaries(temporary.resolve("data"));
        EmbeddedPostgres.open(directory, 0).close();
        Files.writeString(directory.cluster().resolve("PG_VERSION"), "16\n");
        assertRefused(directory, 0, "was made by PostgreSQL 16, and this Lodge carries PostgreSQL 18");
    }

    @Test
    void aDirectoryWithSomethingElseInTheDatabasesPlace() throws Exception {
        DataDirectory directory = TestDatabase.directoryWithBinaries(temporary.resolve("data"));
        Files.createDirectories(directory.cluster().resolve("holiday pictures"));
        Files.createFile(directory.passwords());
        assertRefused(directory, 0, "holds no password for postgres");
        Files.delete(directory.passwords());
        assertRefused(directory, 0, "The passwords of the database in");
    }

    @Test
    void aFileInPlaceOfTheDirectory() throws Exception {
        assertRefused(new DataDirectory(Files.createFile(temporary.resolve("data"))), 0, "is not a directory");
    }

    @Test
    void aDirectoryThatCannotBeMade() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));
        assertRefused(new DataDirectory(file.resolve("data")), 0, "cannot be used");
    }

    @Test
    void aDirectoryThatCannotBeWrittenUnlessRootRunsLodge() throws Exception {
        assumeFalse(ServerAccount.runsAsRoot(), "root may write everywhere");
        Path closed = Files.createDirectory(
                temporary.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        assertRefused(new DataDirectory(closed), 0, "cannot be written by");
    }

    @Test
    void aPortInUse() throws Exception {
        DataDirectory directory = TestDatabase.directoryWithBinaries(temporary.resolve("data"));
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(directory, taken.getLocalPort(), "The port " + taken.getLocalPort());
        }
    }

    @Test
    void aFullDisk() {
        assertThatThrownBy(() -> new DataDirectory(temporary).refuseFullDisk(12 << 20, 64 << 20))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("is full: 12 MB are free, and the database needs 64 MB");
    }

    @Test
    void aPlatformWithoutBinaries() {
        assertThatThrownBy(() -> Binaries.archive("Windows 11", "amd64"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("no PostgreSQL for Windows 11 on amd64");
    }

    /** A refusal leaves no lock behind: what is asked twice is refused twice, in the same words. */
    private static void assertRefused(DataDirectory directory, int port, String why) {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> EmbeddedPostgres.open(directory, port))
                    .isInstanceOfSatisfying(
                            DatabaseUnavailable.class,
                            refusal -> assertThat(refusal.getMessage())
                                    .contains(why)
                                    .endsWith("."));
        }
    }
}
