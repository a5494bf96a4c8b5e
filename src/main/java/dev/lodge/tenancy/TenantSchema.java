package dev.lodge.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;

/** The schema and role of one tenant, as DDL within a transaction of the owner. */
final class TenantSchema {

    static final Migrations MIGRATIONS = Migrations.in("tenant");

    private TenantSchema() {}

    /**
     * Where a tenant's data will lie. The id makes both names new for a recreated slug; roles belong to the whole server, so theirs
     * begins with the database's name.
     */
    static Tenant.Space spaceFor(long id, TenantSlug slug, String database) {
        return new Tenant.Space("t%d_%s".formatted(id, slug.asSqlName()), "%s_t%d".formatted(database, id));
    }

    static void create(Connection connection, DSLContext sql, OwnerDatabase owner, Tenant.Space space)
            throws SQLException {
        sql.execute("create role " + Quoted.name(space.role()) + " nologin");
        owner.letApplicationTake(sql, space.role());
        sql.execute("create schema " + Quoted.name(space.schema()));
        grantUse(sql, space.schema(), space.role());
        migrate(connection, space, 0, MIGRATIONS);
    }

    /** Runs what the schema lacks. */
    static void migrate(Connection connection, Tenant.Space space, int fromVersion, Migrations migrations)
            throws SQLException {
        for (Migrations.Script script : migrations.after(fromVersion)) {
            PlatformSchema.run(connection, space.schema(), script.sqlFor(space.role()));
        }
    }

    /** The role may use the schema's tables, those of later migrations too, and change none of their definitions. */
    static void grantUse(DSLContext sql, String schema, String role) {
        String in = Quoted.name(schema);
        String to = Quoted.name(role);
        sql.execute("grant usage on schema %s to %s".formatted(in, to));
        sql.execute("alter default privileges in schema %s grant select, insert, update, delete on tables to %s"
                .formatted(in, to));
        sql.execute("alter default privileges in schema %s grant usage, select on sequences to %s".formatted(in, to));
    }
}
