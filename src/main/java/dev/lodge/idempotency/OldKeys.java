package dev.lodge.idempotency;

import static dev.lodge.schema.tenant.Tables.IDEMPOTENCY_KEY;

import dev.lodge.tenancy.TenantDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keys of the tenant in force that are past their day, whether requests of the API or forms of a page brought them. */
@Component
class OldKeys {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int FORGOTTEN_AT_ONCE = 100;

    private final TenantDatabase database;
    private final InstantSource clock;

    OldKeys(TenantDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Forgets a few, whoever's they are. With each key that comes, this takes more away than that adds. */
    void forgetSome() {
        Instant limit = clock.instant().minus(KEPT);
        var old = IDEMPOTENCY_KEY.as("old");
        database.sql()
                .deleteFrom(IDEMPOTENCY_KEY)
                .where(DSL.row(IDEMPOTENCY_KEY.PRINCIPAL, IDEMPOTENCY_KEY.KEY)
                        .in(DSL.select(old.PRINCIPAL, old.KEY)
                                .from(old)
                                .where(old.CREATED_AT.lt(limit))
                                .orderBy(old.CREATED_AT)
                                .limit(DSL.inline(FORGOTTEN_AT_ONCE))
                                .forUpdate()
                                .skipLocked()))
                .execute();
    }
}
