package dev.lodge.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Sets up roles, database and extensions on Lodge's own server. Each step may be repeated, so a kill between two does
 * no harm.
 */
record Bootstrap(int port, Passwords passwords) {

    /** The database that holds all of Lodge. */
    static final String DATABASE = "lodge";

    void run() throws SQLException {
        try (Connection connection = connect("postgres")) {
            createRoles(connection);
            closeToStrangers(connection, "postgres");
            closeToStrangers(connection, "template1");
            if (missing(connection, "select from pg_database where datname = '%s'", DATABASE)) {
                execute(
                        connection,
                        "create database %s owner %s"
                                .formatted(DATABASE, passwords.owner().user()));
            }
            admitLogins(connection, DATABASE);
        }
        try (Connection connection = connect(DATABASE)) {
            createExtensions(connection);
        }
    }

    /** A connection of the superuser. */
    Connection connect(String database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setSslMode("disable");
        source.setConnectTimeout(5);
        source.setApplicationName("lodge-bootstrap");
        return source.getConnection(
                passwords.superuser().user(), passwords.superuser().password());
    }

    /** Lets the two logins in and nobody else; neither temporary tables nor schemas for the application. */
    void admitLogins(Connection connection, String database) throws SQLException {
        closeToStrangers(connection, database);
        execute(
                connection,
                "grant connect on database %s to %s"
                        .formatted(database, passwords.application().user()));
    }

    private void createRoles(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        createLogin(connection, passwords.owner(), "createrole");
        createLogin(connection, passwords.application(), "noinherit");
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void createLogin(Connection connection, Login login, String attributes) throws SQLException {
        if (missing(connection, "select from pg_roles where rolname = '%s'", login.user())) {
            execute(connection, "create role %s login %s".formatted(login.user(), attributes));
            // The driver sends the password already hashed, so it is never in a statement that might be logged.
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(login.user(), login.password().toCharArray(), "scram-sha-256");
        }
    }

    private static void createExtensions(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, "revoke create on schema public from public");
        execute(connection, "create schema if not exists extensions");
        execute(connection, "grant usage on schema extensions to public");
        for (String extension : List.of("pg_trgm", "unaccent", "pg_stat_statements")) {
            if (missing(connection, "select from pg_extension where extname = '%s'", extension)) {
                execute(connection, "create extension %s schema extensions".formatted(extension));
            }
        }
        // Counters of one tenant's statements are nothing that another tenant's role should see.
        execute(
                connection,
                "revoke all on extensions.pg_stat_statements, extensions.pg_stat_statements_info from public");
        execute(connection, "revoke all on function extensions.pg_stat_statements(boolean) from public");
        connection.commit();
    }

    private static void closeToStrangers(Connection connection, String database) throws SQLException {
        execute(connection, "revoke all on database %s from public".formatted(database));
    }

    private static boolean missing(Connection connection, String query, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query.formatted(name))) {
            return !found.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
