package dev.lodge.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one data directory. */
class SharedUseTests {

    @TempDir
    Path temporary;

    DataDirectory directory;

    @BeforeEach
    void newDirectory() throws Exception {
        directory = TestDatabase.directoryWithBinaries(temporary.resolve("data"));
    }

    @Test
    void theLastProcessOutStopsTheServer() throws Exception {
        try (var other = OtherProcess.using(directory)) {
            var here = EmbeddedPostgres.open(directory, 0);
            assertThat(here.address().jdbcUrl()).isEqualTo(other.answer());
            here.close();
            assertThat(runs()).isTrue();
        }
        assertThat(runs()).isFalse();
    }

    @Test
    void aProcessThatStartedTheServerLeavesItToTheOthers() throws Exception {
        try (var other = OtherProcess.using(directory);
                var here = EmbeddedPostgres.open(directory, 0)) {
            other.end();
            assertThat(tickets(here)).isZero();
        }
        assertThat(runs()).isFalse();
    }

    @Test
    void twoProcessesThatStartAtOnceGetTheSameServer() throws Exception {
        try (var here = EmbeddedPostgres.open(directory, 0);
                var one = OtherProcess.using(directory);
                var two = OtherProcess.using(directory)) {
            assertThat(one.answer())
                    .isEqualTo(two.answer())
                    .isEqualTo(here.address().jdbcUrl());
        }
        assertThat(runs()).isFalse();
    }

    @Test
    void afterAKillTheServerIsTakenOverWithAllThatWasCommitted() throws Exception {
        try (var other = OtherProcess.using(directory)) {
            lodgeATicketThrough(other);
            other.kill();
            assertThat(runs()).isTrue();
            try (var next = EmbeddedPostgres.open(directory, 0)) {
                assertThat(next.address().jdbcUrl()).isEqualTo(other.answer());
                assertThat(tickets(next)).isOne();
            }
        }
        assertThat(runs()).isFalse();
    }

    @Test
    void afterAKillOfTheServerTooItRecoversAllThatWasCommitted() throws Exception {
        try (var other = OtherProcess.using(directory)) {
            lodgeATicketThrough(other);
            other.kill();
            ProcessHandle.of(Postmaster.of(directory.cluster()).orElseThrow().pid())
                    .orElseThrow()
                    .destroyForcibly();
            try (var next = EmbeddedPostgres.open(directory, 0)) {
                assertThat(tickets(next)).isOne();
            }
        }
    }

    @Test
    void aProgramThatTookTheDeadServersNumberDoesNotKeepItFromStarting() throws Exception {
        EmbeddedPostgres.open(directory, 0).close();
        try (var stranger = OtherProcess.using(TestDatabase.directoryWithBinaries(temporary.resolve("stranger")))) {
            Files.writeString(
                    directory.cluster().resolve("postmaster.pid"),
                    stranger.process().pid() + "\n" + directory.cluster() + "\n1\n5432\n\n");
            try (var server = EmbeddedPostgres.open(directory, 0)) {
                assertThat(tickets(server)).isZero();
            }
        }
    }

    private boolean runs() throws Exception {
        return Postmaster.of(directory.cluster()).filter(Postmaster::alive).isPresent();
    }

    private void lodgeATicketThrough(OtherProcess other) throws Exception {
        Login owner = Passwords.in(directory).owner();
        try (Connection connection = TestDatabase.connect(new DatabaseAddress(other.answer(), owner, owner), owner);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema acme create table ticket (subject text)");
            statement.execute("insert into acme.ticket values ('The projector hums')");
        }
    }

    private static int tickets(EmbeddedPostgres server) throws Exception {
        try (Connection connection =
                        TestDatabase.connect(server.address(), server.address().owner());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists acme");
            statement.execute("create table if not exists acme.ticket (subject text)");
            try (var rows = statement.executeQuery("select count(*) from acme.ticket")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
