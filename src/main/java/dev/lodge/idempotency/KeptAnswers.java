package dev.lodge.idempotency;

import static dev.lodge.schema.tenant.Tables.IDEMPOTENCY_KEY;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.Message;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Answers of the tenant in force that are still kept, by who asked and the key they chose. */
@Component
class KeptAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int FORGOTTEN_AT_ONCE = 100;

    private final TenantDatabase database;
    private final InstantSource clock;

    KeptAnswers(TenantDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes the key for the transaction under way.
     *
     * @return the answer that the same request had before, or empty if this is the first
     * @throws KeyReused if the key came with another request
     * @throws Conflict while another transaction has the key
     */
    Optional<KeptAnswer> claim(String principal, String key, byte[] requestHash) {
        // The lock, not the row: an insert would wait for the other transaction instead of refusing. It is named by the
        // schema too,
        // because advisory locks are shared by all tenants of a database.
        boolean free = database.sql()
                .select(DSL.field(
                        "pg_try_advisory_xact_lock(hashtextextended({0}, 0))",
                        Boolean.class, DSL.val(database.sql().render(IDEMPOTENCY_KEY) + ' ' + principal + ' ' + key)))
                .fetchSingle()
                .value1();
        if (!free) {
            throw new Conflict(Message.of("idempotency.under_way"));
        }
        forgetOld();
        var kept = database.sql()
                .selectFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.PRINCIPAL.eq(principal), IDEMPOTENCY_KEY.KEY.eq(key))
                .fetchOptional();
        kept.ifPresent(row -> {
            if (!Arrays.equals(row.getRequestHash(), requestHash)) {
                throw new KeyReused();
            }
        });
        return kept.map(row -> new KeptAnswer(row.getStatus(), row.getLocation(), row.getBody()));
    }

    void keep(String principal, String key, byte[] requestHash, KeptAnswer answer) {
        database.sql()
                .insertInto(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.PRINCIPAL, principal)
                .set(IDEMPOTENCY_KEY.KEY, key)
                .set(IDEMPOTENCY_KEY.REQUEST_HASH, requestHash)
                .set(IDEMPOTENCY_KEY.STATUS, answer.status())
                .set(IDEMPOTENCY_KEY.LOCATION, answer.location())
                .set(IDEMPOTENCY_KEY.BODY, answer.body())
                .set(IDEMPOTENCY_KEY.CREATED_AT, clock.instant())
                .execute();
    }

    private void forgetOld() {
        Instant limit = clock.instant().minus(KEPT);
        var old = IDEMPOTENCY_KEY.as("old");
        database.sql()
                .deleteFrom(IDEMPOTENCY_KEY)
                .where(DSL.row(IDEMPOTENCY_KEY.PRINCIPAL, IDEMPOTENCY_KEY.KEY)
                        .in(DSL.select(old.PRINCIPAL, old.KEY)
                                .from(old)
                                .where(old.CREATED_AT.lt(limit))
                                .limit(DSL.inline(FORGOTTEN_AT_ONCE))
                                .forUpdate()
                                .skipLocked()))
                .execute();
    }
}
