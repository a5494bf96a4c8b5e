package dev.lodge.tenancy;

import dev.lodge.database.DatabaseAddress;
import dev.lodge.database.Login;
import dev.lodge.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Many tenants that cost little: a registry row and an empty schema each, and three migrations that write down that they ran. Every other
 * tenant of the database is ahead of these and stays as it is.
 */
record Fleet(List<Ship> ships) implements AutoCloseable {

    private static final Migrations SCRIPTS = new Migrations(IntStream.rangeClosed(1, 3)
            .mapToObj(number -> new Migrations.Script(
                    number,
                    "step",
                    (number == 1 ? "create table ran (step integer);" : "")
                            + "insert into ran values (%d)".formatted(number)))
            .toList());

    /** One tenant of the fleet. */
    record Ship(long id, String slug, String schema) {

        private String ran() {
            return "\"%s\".ran".formatted(schema);
        }
    }

    /** Brings the fleet up to date, as a process of its own. Passwords come by its environment. */
    public static void main(String[] nothing) {
        Map<String, String> with = System.getenv();
        migration(new DatabaseAddress(
                        with.getOrDefault("URL", ""),
                        new Login("lodge_owner", with.getOrDefault("OWNER", "")),
                        new Login("lodge_app", with.getOrDefault("APPLICATION", ""))))
                .run(Optional.empty());
    }

    static Process inAnotherProcess() throws IOException {
        DatabaseAddress address = TestDatabase.address();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fleet.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment()
                .putAll(Map.of(
                        "URL", address.jdbcUrl(),
                        "OWNER", address.owner().password(),
                        "APPLICATION", address.application().password()));
        return process.start();
    }

    /** A node's migration of the fleet. */
    static FleetMigration migration() {
        return migration(TestDatabase.address());
    }

    private static FleetMigration migration(DatabaseAddress address) {
        OwnerDatabase owner = new OwnerDatabase(address);
        return new FleetMigration(owner, new PlatformSchema(owner), new KnownSites(InstantSource.system()), SCRIPTS);
    }

    static Fleet of(int tenants) throws SQLException {
        var ships = new ArrayList<Ship>();
        try (Connection owner = TestDatabase.asOwner()) {
            DSLContext sql = DSL.using(owner, SQLDialect.POSTGRES);
            for (int i = 0; i < tenants; i++) {
                String slug = "fleet-%02d".formatted(i);
                String schema = "fleet_%02d".formatted(i);
                sql.execute("create schema " + schema);
                long id = sql.fetchSingle("""
                        insert into platform.tenant (slug, name, schema_name, role_name, status, schema_version, accent, created_at)
                        values (?, ?, ?, ?, 'active', 0, ?, now()) returning id""", slug, slug, schema, schema, Branding.DEFAULT_ACCENT)
                        .into(Long.class);
                ships.add(new Ship(id, slug, schema));
            }
        }
        return new Fleet(List.copyOf(ships));
    }

    /** Puts in the way of a tenant's first migration what it creates itself. */
    void obstruct(Connection connection, int number) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create table %s (step integer)".formatted(ships.get(number).ran()));
        }
    }

    void clear(Connection connection, int number) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table %s".formatted(ships.get(number).ran()));
        }
    }

    /** Which migrations ran in each tenant that is up to date, in order and with repetitions. */
    List<List<Integer>> logs() throws SQLException {
        var logs = new ArrayList<List<Integer>>();
        try (Connection owner = TestDatabase.asOwner()) {
            DSLContext sql = DSL.using(owner, SQLDialect.POSTGRES);
            for (Ship ship : upToDate(sql)) {
                logs.add(sql.fetch("select step from %s order by step".formatted(ship.ran()))
                        .into(Integer.class));
            }
        }
        return logs;
    }

    private List<Ship> upToDate(DSLContext sql) {
        List<Long> done = sql.fetch("select id from platform.tenant where schema_version >= 3")
                .into(Long.class);
        return ships.stream().filter(ship -> done.contains(ship.id())).toList();
    }

    /** How many connections of migrations are open, or waiting for a lock. */
    static int connections(boolean waiting) throws SQLException {
        try (Connection owner = TestDatabase.asOwner()) {
            return DSL.using(owner, SQLDialect.POSTGRES)
                    .fetchSingle("""
                            select count(*) from pg_stat_activity
                            where datname = current_database() and application_name = 'lodge-owner'
                              and (wait_event_type = 'Lock' or not ?)""", waiting)
                    .into(Integer.class);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection owner = TestDatabase.asOwner();
                var statement = owner.createStatement()) {
            for (Ship ship : ships) {
                statement.execute("drop schema %s cascade".formatted(ship.schema()));
                statement.execute("delete from platform.tenant where id = " + ship.id());
            }
        }
    }
}
