package dev.lodge.tenancy;

import static dev.lodge.schema.platform.Tables.DOMAIN;
import static dev.lodge.schema.platform.Tables.TENANT;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The hosts of tenants. A tenant always has exactly one primary domain. */
@Component
public class Domains {

    private final PlatformDatabase platform;
    private final TenancySettings settings;
    private final KnownSites known;
    private final InstantSource clock;

    Domains(PlatformDatabase platform, TenancySettings settings, KnownSites known, InstantSource clock) {
        this.platform = platform;
        this.settings = settings;
        this.known = known;
        this.clock = clock;
    }

    /** The tenant's hosts, the primary one first, then by name. */
    public List<Domain> of(Tenant tenant) {
        return platform.sql()
                .selectFrom(DOMAIN)
                .where(DOMAIN.TENANT_ID.eq(tenant.id()))
                .orderBy(DOMAIN.IS_PRIMARY.desc(), DOMAIN.HOST)
                .fetch(row -> new Domain(new HostName(row.getHost()), row.getIsPrimary(), row.getCreatedAt()));
    }

    /**
     * Gives a tenant a host; one that it has already is only made primary if that is asked.
     *
     * @throws NotFound for an unknown slug
     * @throws HostTaken when another tenant or the platform has the host
     */
    public void add(TenantSlug slug, HostName host, boolean primary) {
        if (host.equals(settings.baseDomain()) || host.isAddress()) {
            throw new HostTaken(host);
        }
        Instant now = clock.instant();
        change(sql -> {
            long tenant = lock(sql, slug);
            sql.insertInto(DOMAIN)
                    .columns(DOMAIN.HOST, DOMAIN.TENANT_ID, DOMAIN.IS_PRIMARY, DOMAIN.VERIFIED_AT, DOMAIN.CREATED_AT)
                    .values(host.value(), tenant, false, now, now)
                    .onConflict(DOMAIN.HOST)
                    .doNothing()
                    .execute();
            Long holder = sql.select(DOMAIN.TENANT_ID)
                    .from(DOMAIN)
                    .where(DOMAIN.HOST.eq(host.value()))
                    .fetchOne(DOMAIN.TENANT_ID);
            if (!Objects.equals(holder, tenant)) {
                throw new HostTaken(host);
            }
            if (primary) {
                makePrimary(sql, tenant, host);
            }
        });
    }

    /** Takes a host away. @throws NotFound for a host nobody has. @throws Conflict for a primary one: another must be primary first */
    public void remove(HostName host) {
        change(sql -> {
            var row = sql.selectFrom(DOMAIN)
                    .where(DOMAIN.HOST.eq(host.value()))
                    .forUpdate()
                    .fetchOne();
            if (row == null) {
                throw new NotFound(Message.of("tenancy.no_such_domain", host.value()));
            }
            if (row.getIsPrimary()) {
                throw new Conflict(Message.of("tenancy.primary_stays", host.value()));
            }
            row.delete();
        });
    }

    private static void makePrimary(DSLContext sql, long tenant, HostName host) {
        // Two statements, because the unique index on the primary domain is checked row by row.
        sql.update(DOMAIN)
                .set(DOMAIN.IS_PRIMARY, false)
                .where(DOMAIN.TENANT_ID.eq(tenant), DOMAIN.IS_PRIMARY.isTrue())
                .execute();
        sql.update(DOMAIN)
                .set(DOMAIN.IS_PRIMARY, true)
                .where(DOMAIN.HOST.eq(host.value()))
                .execute();
    }

    private static long lock(DSLContext sql, TenantSlug slug) {
        Long id = sql.select(TENANT.ID)
                .from(TENANT)
                .where(TENANT.SLUG.eq(slug.value()))
                .forUpdate()
                .fetchOne(TENANT.ID);
        if (id == null) {
            throw new NotFound(Message.of("tenancy.no_such_tenant", slug.value()));
        }
        return id;
    }

    private void change(Consumer<DSLContext> work) {
        platform.inTransaction(sql -> {
            work.accept(sql);
            News.announce(sql);
            return sql;
        });
        known.forget();
    }
}
