package dev.lodge.tenancy;

import static dev.lodge.schema.platform.Tables.DOMAIN;
import static dev.lodge.schema.platform.Tables.TENANT;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Creates tenants: registry row, role, schema, migrations and the first content come together, or nothing of them. */
@Component
public class Provisioning {

    private final OwnerDatabase owner;
    private final TenantDataSource tenantConnections;
    private final TransactionOperations tenantTransactions;
    private final TenancySettings settings;
    private final InstantSource clock;

    Provisioning(
            OwnerDatabase owner,
            TenantDataSource tenantConnections,
            TransactionOperations tenantTransactions,
            TenancySettings settings,
            InstantSource clock) {
        this.owner = owner;
        this.tenantConnections = tenantConnections;
        this.tenantTransactions = tenantTransactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Creates a tenant that is ready to sign in to.
     *
     * @param firstWork what the tenant starts with, such as its first owner; runs with the tenant bound, in the same transaction and in
     *     the tenant's role, so ordinary calls of modules belong here
     * @throws SlugTaken when another tenant has the slug
     * @throws HostTaken when another tenant or the platform has a host
     */
    public Tenant create(NewTenant wish, Runnable firstWork) {
        return owner.inTransaction((connection, sql) -> {
            Tenant tenant = register(sql, wish);
            TenantSchema.create(connection, sql, owner, tenant.space());
            asTenant(connection, sql, tenant, firstWork);
            News.announce(sql);
            return tenant;
        });
    }

    private Tenant register(DSLContext sql, NewTenant wish) {
        if (sql.fetchExists(TENANT, TENANT.SLUG.eq(wish.slug().value()))) {
            throw new SlugTaken(wish.slug());
        }
        Instant now = clock.instant();
        long id = sql.fetchSingle("select nextval(pg_get_serial_sequence('platform.tenant', 'id'))")
                .into(Long.class);
        Tenant.Space space = TenantSchema.spaceFor(id, wish.slug(), owner.databaseName(sql));
        int inserted = sql.insertInto(TENANT)
                .columns(
                        TENANT.ID,
                        TENANT.SLUG,
                        TENANT.NAME,
                        TENANT.SCHEMA_NAME,
                        TENANT.ROLE_NAME,
                        TENANT.STATUS,
                        TENANT.SCHEMA_VERSION,
                        TENANT.ACCENT,
                        TENANT.LANGUAGES,
                        TENANT.TIME_ZONE,
                        TENANT.CREATED_AT)
                .values(
                        id,
                        wish.slug().value(),
                        wish.name(),
                        space.schema(),
                        space.role(),
                        TenantStatus.ACTIVE.code(),
                        TenantSchema.MIGRATIONS.latest(),
                        Branding.DEFAULT_ACCENT,
                        wish.locales().tags(),
                        wish.locales().zone().getId(),
                        now)
                .onConflict(TENANT.SLUG)
                .doNothing()
                .execute();
        if (inserted == 0) {
            throw new SlugTaken(wish.slug());
        }
        registerHosts(sql, id, wish, now);
        return TenantRegistry.select(sql, TENANT.ID.eq(id)).fetchSingle(TenantRegistry::tenant);
    }

    private void registerHosts(DSLContext sql, long id, NewTenant wish, Instant now) {
        List<HostName> hosts = wish.domains().isEmpty()
                ? List.of(new HostName(wish.slug() + "." + settings.baseDomain()))
                : wish.domains();
        boolean primary = true;
        for (HostName host : hosts) {
            if (host.equals(settings.baseDomain()) || host.isAddress()) {
                throw new HostTaken(host);
            }
            int inserted = sql.insertInto(DOMAIN)
                    .columns(DOMAIN.HOST, DOMAIN.TENANT_ID, DOMAIN.IS_PRIMARY, DOMAIN.VERIFIED_AT, DOMAIN.CREATED_AT)
                    .values(host.value(), id, primary, now, now)
                    .onConflict(DOMAIN.HOST)
                    .doNothing()
                    .execute();
            if (inserted == 0) {
                throw new HostTaken(host);
            }
            primary = false;
        }
    }

    /** Lends the owner's connection to the tenant's data source, so that the modules' own transactions join this one. */
    private void asTenant(Connection connection, DSLContext sql, Tenant tenant, Runnable work) throws SQLException {
        sql.execute("set local role " + Quoted.name(tenant.space().role()));
        ConnectionHolder lent = new LentConnection(connection);
        TransactionSynchronizationManager.bindResource(tenantConnections, lent);
        try {
            Tenants.run(tenant, () -> tenantTransactions.executeWithoutResult(status -> work.run()));
        } finally {
            TransactionSynchronizationManager.unbindResource(tenantConnections);
        }
        if (lent.isRollbackOnly()) {
            throw new SQLException("The first content of tenant %s was refused.".formatted(tenant));
        }
        sql.execute("set local role none");
    }

    /** A connection whose transaction is under way and is ended by whoever lent it. */
    private static final class LentConnection extends ConnectionHolder {
        LentConnection(Connection connection) {
            super(connection, true);
        }
    }
}
