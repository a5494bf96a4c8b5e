package dev.lodge.branding.domains;

import static dev.lodge.schema.platform.Tables.DOMAIN_CLAIM;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;

import dev.lodge.branding.domains.Claim.Finding;
import dev.lodge.branding.domains.Claim.State;
import dev.lodge.schema.platform.tables.records.DomainClaimRecord;
import dev.lodge.tenancy.HostName;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims as they are stored. All but {@link #ofHost} see those of the tenant in force only. */
@Component
class ClaimRows {

    private final PlatformDatabase platform;

    ClaimRows(PlatformDatabase platform) {
        this.platform = platform;
    }

    /** Within one transaction of the platform. */
    <R> R together(Supplier<R> work) {
        return platform.inTransaction(sql -> work.get());
    }

    List<Claim> all() {
        return platform.sql()
                .selectFrom(DOMAIN_CLAIM)
                .where(own())
                .orderBy(DOMAIN_CLAIM.HOST)
                .fetch(ClaimRows::claim);
    }

    Optional<Claim> byId(long id) {
        return platform.sql()
                .selectFrom(DOMAIN_CLAIM)
                .where(own(), DOMAIN_CLAIM.ID.eq(id))
                .fetchOptional(ClaimRows::claim);
    }

    List<Claim> due(Instant now, int most) {
        return platform.sql()
                .selectFrom(DOMAIN_CLAIM)
                .where(own(), DOMAIN_CLAIM.NEXT_CHECK_AT.le(now))
                .orderBy(DOMAIN_CLAIM.NEXT_CHECK_AT)
                .limit(inline(most))
                .fetch(ClaimRows::claim);
    }

    Optional<Instant> nextCheck() {
        return Optional.ofNullable(platform.sql()
                .select(min(DOMAIN_CLAIM.NEXT_CHECK_AT))
                .from(DOMAIN_CLAIM)
                .where(own())
                .fetchSingle()
                .value1());
    }

    /** Who has proved the host, if it is somebody else than the tenant in force. */
    Optional<Claim> rival(HostName host) {
        return platform.sql()
                .selectFrom(DOMAIN_CLAIM)
                .where(
                        DOMAIN_CLAIM.HOST.eq(host.value()),
                        DOMAIN_CLAIM.STATE.eq(State.VERIFIED.word()),
                        DOMAIN_CLAIM.TENANT_ID.ne(Tenants.current().id()))
                .fetchOptional(ClaimRows::claim);
    }

    /** All tenants' claims to a host, locked: in one order, so that two who take it from one another wait and do not block. */
    List<Claim> ofHost(HostName host) {
        return platform.sql()
                .selectFrom(DOMAIN_CLAIM)
                .where(DOMAIN_CLAIM.HOST.eq(host.value()))
                .orderBy(DOMAIN_CLAIM.ID)
                .forUpdate()
                .fetch(ClaimRows::claim);
    }

    /** @return false if the tenant has a claim to this host already */
    boolean insert(HostName host, String token, Patience patience, Instant now) {
        return platform.sql()
                        .insertInto(DOMAIN_CLAIM)
                        .set(DOMAIN_CLAIM.TENANT_ID, Tenants.current().id())
                        .set(DOMAIN_CLAIM.HOST, host.value())
                        .set(DOMAIN_CLAIM.TOKEN, token)
                        .set(DOMAIN_CLAIM.STATE, patience.state().word())
                        .set(DOMAIN_CLAIM.SINCE, patience.since())
                        .set(DOMAIN_CLAIM.NEXT_CHECK_AT, patience.nextCheckAt())
                        .set(DOMAIN_CLAIM.CREATED_AT, now)
                        .onConflict(DOMAIN_CLAIM.TENANT_ID, DOMAIN_CLAIM.HOST)
                        .doNothing()
                        .execute()
                == 1;
    }

    void put(Claim claim, Patience patience, @Nullable Finding finding, Instant now) {
        platform.sql()
                .update(DOMAIN_CLAIM)
                .set(DOMAIN_CLAIM.STATE, patience.state().word())
                .set(DOMAIN_CLAIM.SINCE, patience.since())
                .set(DOMAIN_CLAIM.MISSING_SINCE, patience.missingSince())
                .set(DOMAIN_CLAIM.NEXT_CHECK_AT, patience.nextCheckAt())
                .set(DOMAIN_CLAIM.FINDING, finding == null ? null : finding.word())
                .set(DOMAIN_CLAIM.CHECKED_AT, now)
                .where(DOMAIN_CLAIM.ID.eq(claim.id()))
                .execute();
    }

    void delete(Claim claim) {
        platform.sql()
                .deleteFrom(DOMAIN_CLAIM)
                .where(own(), DOMAIN_CLAIM.ID.eq(claim.id()))
                .execute();
    }

    private static Condition own() {
        return DOMAIN_CLAIM.TENANT_ID.eq(Tenants.current().id());
    }

    private static Claim claim(DomainClaimRecord row) {
        return new Claim(
                row.getId(),
                row.getTenantId(),
                new HostName(row.getHost()),
                row.getToken(),
                State.of(row.getState()),
                row.getSince(),
                row.getFinding() == null ? null : Finding.of(row.getFinding()),
                row.getCheckedAt(),
                row.getMissingSince(),
                row.getNextCheckAt());
    }
}
