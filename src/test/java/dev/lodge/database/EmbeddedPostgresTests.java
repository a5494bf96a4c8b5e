package dev.lodge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTests {

    @TempDir
    Path temporary;

    @Test
    void theFirstStartMakesEverythingAndTheSecondKeepsIt() throws Exception {
        var directory = new DataDirectory(temporary.resolve("not yet there"));
        try (var first = EmbeddedPostgres.open(directory, 0);
                Connection owner =
                        TestDatabase.connect(first.address(), first.address().owner())) {
            execute(owner, "create schema acme create table ticket (subject text)");
            execute(owner, "insert into acme.ticket values ('The projector hums')");
        }
        try (var second = EmbeddedPostgres.open(directory, 0);
                Connection owner =
                        TestDatabase.connect(second.address(), second.address().owner())) {
            assertThat(answer(owner, "select subject from acme.ticket")).isEqualTo("The projector hums");
        }
        assertThat(directory.cluster().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void twoOpensInOneProcessShareOneServerUntilBothAreClosed() throws Exception {
        DataDirectory directory = TestDatabase.directoryWithBinaries(temporary.resolve("data"));
        var first = EmbeddedPostgres.open(directory, 0);
        var second = EmbeddedPostgres.open(directory, 0);
        first.close();
        first.close();
        try (Connection owner =
                TestDatabase.connect(second.address(), second.address().owner())) {
            assertThat(answer(owner, "select current_user")).isEqualTo("lodge_owner");
        }
        second.close();
        assertThat(directory.cluster().resolve("postmaster.pid")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "lodge_owner", "lodge_app"})
    void nobodyGetsInWithoutThePassword(String user) {
        assertThatThrownBy(() -> TestDatabase.connect(TestDatabase.address(), new Login(user, "a guess")))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void passwordsAndDataAreReadableByTheirOwnerOnly() throws Exception {
        TestDatabase.address();
        var directory = TestDatabase.DIRECTORY;
        for (Path secret : List.of(directory.passwords(), directory.cluster(), directory.root())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .as(secret.toString())
                    .endsWith("------");
        }
        assertThat(TestDatabase.address().toString())
                .doesNotContain(TestDatabase.address().owner().password());
    }

    @Test
    void theServerListensOnLoopbackOnlyAndTrustsNobody() throws Exception {
        try (var server = EmbeddedPostgres.open(TestDatabase.DIRECTORY, 0);
                Connection superuser = server.bootstrap().connect("postgres")) {
            assertThat(answer(superuser, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(answer(superuser, "show unix_socket_directories")).isEmpty();
            assertThat(
                            answer(
                                    superuser,
                                    "select string_agg(concat_ws(' ', type, address, auth_method), ';') from pg_hba_file_rules"))
                    .isEqualTo("host 127.0.0.1 scram-sha-256");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table public.planted (id int)",
                "create temporary table planted (id int)",
                "create schema planted",
                "create role planted",
                "set role lodge_owner",
                "select * from extensions.pg_stat_statements"
            })
    void theApplicationMayDoNothingOfItsOwn(String statement) throws Exception {
        try (Connection application = TestDatabase.asApplication()) {
            assertThatThrownBy(() -> execute(application, statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void theApplicationEntersNoOtherDatabase() {
        var other = new DatabaseAddress(
                TestDatabase.address().jdbcUrl().replaceFirst("/lodge_test_\\d+", "/postgres"),
                TestDatabase.address().owner(),
                TestDatabase.address().application());
        assertThatThrownBy(() -> TestDatabase.connect(other, other.application()))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void theOwnerMakesATenantThatTheApplicationTakesOn() throws Exception {
        try (Connection owner = TestDatabase.asOwner();
                Connection application = TestDatabase.asApplication()) {
            execute(owner, "create role globex_try nologin");
            execute(owner, "grant globex_try to lodge_app with inherit false, set true");
            execute(owner, "create schema globex_try create table ticket (id int)");
            execute(owner, "grant usage on schema globex_try to globex_try");
            execute(owner, "grant select on globex_try.ticket to globex_try");
            assertThatThrownBy(() -> execute(application, "select * from globex_try.ticket"))
                    .hasMessageContaining("permission denied");
            execute(application, "set role globex_try");
            assertThat(answer(application, "select count(*) from globex_try.ticket"))
                    .isEqualTo("0");
        }
    }

    @Test
    void lettersOfEveryAlphabetCountInSearchAndOrderFollowsNoMachine() throws Exception {
        try (Connection owner = TestDatabase.asOwner()) {
            assertThat(answer(owner, "select extensions.similarity('привет', 'привет мир') > 0.5"))
                    .isEqualTo("t");
            assertThat(answer(owner, "select extensions.unaccent('Łódź Münze')"))
                    .isEqualTo("Lodz Munze");
            assertThat(answer(owner, "select lower('ÉCOLE ПРИВЕТ')")).isEqualTo("école привет");
            assertThat(
                            answer(
                                    owner,
                                    "select concat_ws(' ', datlocprovider, datlocale) from pg_database where datname = current_database()"))
                    .isEqualTo("b C.UTF-8");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
