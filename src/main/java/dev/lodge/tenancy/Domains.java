package dev.lodge.tenancy;

import static dev.lodge.schema.platform.Tables.DOMAIN;
import static dev.lodge.schema.platform.Tables.DOMAIN_CLAIM;
import static dev.lodge.schema.platform.Tables.TENANT;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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
        change(sql -> {
            long tenant = lock(sql, slug);
            take(sql, tenant, host);
            // What an operator gives needs no proof.
            sql.deleteFrom(DOMAIN_CLAIM)
                    .where(DOMAIN_CLAIM.TENANT_ID.eq(tenant), DOMAIN_CLAIM.HOST.eq(host.value()))
                    .execute();
            if (primary) {
                makePrimary(sql, tenant, host);
            }
        });
    }

    /** Whether a tenant may say that this host is its own: not an address, not a single label, and neither the platform's nor below it. */
    public boolean canBeClaimed(HostName host) {
        return !host.isAddress() && host.value().contains(".") && !host.isWithin(settings.baseDomain());
    }

    /** The id of the tenant that is served at this host. */
    public Optional<Long> holder(HostName host) {
        return platform.sql()
                .select(DOMAIN.TENANT_ID)
                .from(DOMAIN)
                .where(DOMAIN.HOST.eq(host.value()))
                .fetchOptional(DOMAIN.TENANT_ID);
    }

    /**
     * Gives a host that was proved to the tenant in force; whoever else had it must have been asked to {@link #release} it.
     *
     * @throws HostTaken when another tenant has it
     */
    public void grant(HostName host) {
        long tenant = Tenants.current().id();
        change(sql -> take(sql, tenant, host));
    }

    private void take(DSLContext sql, long tenant, HostName host) {
        enter(sql, tenant, host);
        if (!holder(host).equals(Optional.of(tenant))) {
            throw new HostTaken(host);
        }
    }

    /** Gives the tenant a host that nobody has; it stays whose it is otherwise. */
    private void enter(DSLContext sql, long tenant, HostName host) {
        Instant now = clock.instant();
        sql.insertInto(DOMAIN)
                .columns(DOMAIN.HOST, DOMAIN.TENANT_ID, DOMAIN.IS_PRIMARY, DOMAIN.VERIFIED_AT, DOMAIN.CREATED_AT)
                .values(host.value(), tenant, false, now, now)
                .onConflict(DOMAIN.HOST)
                .doNothing()
                .execute();
    }

    /**
     * Takes a host from the tenant that has it. If it was the primary one, another takes its place: the one below the platform's own,
     * given anew if need be, else the oldest.
     *
     * @return false when it stays, because the tenant has no other and cannot get one
     */
    public boolean release(long tenant, HostName host) {
        return changing(sql -> {
            var row = sql.selectFrom(DOMAIN)
                    .where(DOMAIN.HOST.eq(host.value()), DOMAIN.TENANT_ID.eq(tenant))
                    .forUpdate()
                    .fetchOne();
            if (row == null) {
                return true;
            }
            if (row.getIsPrimary()) {
                Optional<HostName> next = successor(sql, tenant, host);
                if (next.isEmpty()) {
                    return false;
                }
                makePrimary(sql, tenant, next.get());
            }
            sql.deleteFrom(DOMAIN).where(DOMAIN.HOST.eq(host.value())).execute();
            return true;
        });
    }

    /** Makes a host of the tenant in force its primary one. @throws NotFound for a host it does not have */
    public void makePrimary(HostName host) {
        long tenant = Tenants.current().id();
        change(sql -> {
            lock(sql, Tenants.current().slug());
            if (!holder(host).equals(Optional.of(tenant))) {
                throw new NotFound(Message.of("tenancy.no_such_domain", host.value()));
            }
            makePrimary(sql, tenant, host);
        });
    }

    private Optional<HostName> successor(DSLContext sql, long tenant, HostName leaving) {
        String slug = sql.select(TENANT.SLUG)
                .from(TENANT)
                .where(TENANT.ID.eq(tenant))
                .forUpdate()
                .fetchSingle(TENANT.SLUG);
        HostName own = new HostName(slug + "." + settings.baseDomain());
        enter(sql, tenant, own);
        return sql.select(DOMAIN.HOST)
                .from(DOMAIN)
                .where(DOMAIN.TENANT_ID.eq(tenant), DOMAIN.HOST.ne(leaving.value()))
                .orderBy(DSL.field(DOMAIN.HOST.eq(own.value())).desc(), DOMAIN.CREATED_AT, DOMAIN.HOST)
                .limit(1)
                .fetchOptional(DOMAIN.HOST)
                .map(HostName::new);
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
            sql.deleteFrom(DOMAIN_CLAIM)
                    .where(DOMAIN_CLAIM.TENANT_ID.eq(row.getTenantId()), DOMAIN_CLAIM.HOST.eq(host.value()))
                    .execute();
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
        changing(sql -> {
            work.accept(sql);
            return true;
        });
    }

    private boolean changing(Predicate<DSLContext> work) {
        boolean outcome = platform.inTransaction(sql -> {
            boolean changed = work.test(sql);
            News.announce(sql);
            return changed;
        });
        known.forget();
        return outcome;
    }
}
