package dev.lodge.tenancy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The platform's own schema: created and migrated under a lock, so that of several nodes starting at once one does it. */
@Component
public final class PlatformSchema {

    static final String SCHEMA = "platform";

    /** Any number, the same on every node: "lodge" on a telephone's keys. */
    private static final long LOCK = 56343;

    private final OwnerDatabase owner;
    private final Migrations platform = Migrations.in("platform");
    private final Migrations tenant = Migrations.in("tenant");

    PlatformSchema(OwnerDatabase owner) {
        this.owner = owner;
    }

    /**
     * Brings the platform's schema up to date; does nothing when it is.
     *
     * @throws IllegalStateException when a script that ran here was changed since, naming it
     */
    public void migrate() {
        owner.inTransaction((connection, sql) -> {
            sql.execute("select pg_advisory_xact_lock(%d)".formatted(LOCK));
            String role = roleName(owner.databaseName(sql));
            prepare(sql, role);
            Map<String, String> applied = sql.select(
                            field("scope || '/' || version", String.class), field("checksum", String.class))
                    .from(table(name(SCHEMA, "schema_migration")))
                    .fetchMap(field("scope || '/' || version", String.class), field("checksum", String.class));
            for (Migrations.Script script : platform.all()) {
                if (isNew(applied, "platform", script)) {
                    run(connection, SCHEMA, script.sqlFor(role));
                    record(sql, "platform", script);
                }
            }
            for (Migrations.Script script : tenant.all()) {
                if (isNew(applied, "tenant", script)) {
                    record(sql, "tenant", script);
                }
            }
            return role;
        });
    }

    /** The number of the last migration that the platform's schema has in this release. */
    public int latest() {
        return platform.latest();
    }

    /** The role that the application takes for the platform's tables. Roles belong to a whole server, hence the database's name. */
    static String roleName(String database) {
        return database + "_platform";
    }

    static void run(Connection connection, String schema, String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local search_path = " + Quoted.name(schema) + ", pg_catalog, pg_temp");
            statement.execute(script);
            statement.execute("set local search_path = pg_catalog, pg_temp");
        }
    }

    private void prepare(DSLContext sql, String role) {
        boolean exists = sql.fetchSingle("select to_regclass('platform.schema_migration') is not null")
                .into(Boolean.class);
        if (exists) {
            return;
        }
        sql.execute("create schema platform");
        if (!sql.fetchExists(table("pg_roles"), field("rolname", String.class).eq(role))) {
            sql.execute("create role " + Quoted.name(role) + " nologin");
        }
        owner.letApplicationTake(sql, role);
        TenantSchema.grantUse(sql, SCHEMA, role);
        sql.execute("""
                create table platform.schema_migration (
                  scope text not null,
                  version integer not null,
                  name text not null,
                  checksum text not null,
                  applied_at timestamptz not null default now(),
                  primary key (scope, version))""");
        sql.execute("revoke insert, update, delete on platform.schema_migration from " + Quoted.name(role));
    }

    private static boolean isNew(Map<String, String> applied, String scope, Migrations.Script script) {
        String before = applied.get(scope + "/" + script.version());
        if (before != null && !before.equals(script.checksum())) {
            throw new IllegalStateException(
                    "The migration %s/V%d__%s was changed after it ran here. Put it back, and write a new one for what has to change."
                            .formatted(scope, script.version(), script.name()));
        }
        return before == null;
    }

    private static void record(DSLContext sql, String scope, Migrations.Script script) {
        sql.execute(
                "insert into platform.schema_migration (scope, version, name, checksum) values (?, ?, ?, ?)",
                scope,
                script.version(),
                script.name(),
                script.checksum());
    }
}
