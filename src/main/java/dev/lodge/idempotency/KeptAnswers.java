package dev.lodge.idempotency;

import static dev.lodge.schema.tenant.Tables.IDEMPOTENCY_KEY;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.Message;
import dev.lodge.tenancy.TenantDatabase;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the tenant in force that are still kept, by who asked and the key they chose. */
@Component
class KeptAnswers {

    private final TenantDatabase database;
    private final JsonMapper json;
    private final OldKeys old;
    private final InstantSource clock;

    KeptAnswers(TenantDatabase database, JsonMapper json, OldKeys old, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.old = old;
        this.clock = clock;
    }

    /**
     * Takes the key for the transaction under way.
     *
     * @return the answer that the same request had before, or empty if this is the first
     * @throws KeyReused if the key came with another request
     * @throws Conflict while another transaction has the key
     */
    Optional<KeptAnswer> claim(ChosenKey key, byte[] fingerprint) {
        // The lock, not the row: an insert would wait for the other transaction instead of refusing. All tenants of a
        // database share these locks, and the name is another at each of them.
        boolean free = database.sql()
                .select(DSL.field("pg_try_advisory_xact_lock({0})", Boolean.class, DSL.val(key.lock())))
                .fetchSingle()
                .value1();
        if (!free) {
            throw new Conflict(Message.of("idempotency.under_way"));
        }
        old.forgetSome();
        var kept = database.sql()
                .selectFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.PRINCIPAL.eq(key.principal()), IDEMPOTENCY_KEY.KEY.eq(key.name()))
                .fetchOptional();
        kept.ifPresent(row -> {
            if (!Arrays.equals(row.getRequestHash(), fingerprint)) {
                throw new KeyReused();
            }
        });
        return kept.map(row -> json.readValue(key.open(row.getBody()), KeptAnswer.class));
    }

    /** Keeps the answer, sealed whole. */
    void keep(ChosenKey key, byte[] fingerprint, KeptAnswer answer) {
        database.sql()
                .insertInto(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.PRINCIPAL, key.principal())
                .set(IDEMPOTENCY_KEY.KEY, key.name())
                .set(IDEMPOTENCY_KEY.REQUEST_HASH, fingerprint)
                .set(IDEMPOTENCY_KEY.BODY, key.seal(json.writeValueAsBytes(answer)))
                .set(IDEMPOTENCY_KEY.CREATED_AT, clock.instant())
                .execute();
    }
}
