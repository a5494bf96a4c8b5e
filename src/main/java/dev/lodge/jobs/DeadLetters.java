package dev.lodge.jobs;

import static dev.lodge.schema.platform.Tables.DEAD_LETTER;
import static dev.lodge.schema.platform.Tables.TENANT;

import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantSlug;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What failed too often, for operators. */
@Component
public class DeadLetters {

    private final PlatformDatabase platform;
    private final Schedule schedule;
    private final Doorbell doorbell;
    private final InstantSource clock;

    DeadLetters(PlatformDatabase platform, Schedule schedule, Doorbell doorbell, InstantSource clock) {
        this.platform = platform;
        this.schedule = schedule;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    public long count() {
        return platform.sql().fetchCount(DEAD_LETTER);
    }

    /** The letters that failed last. */
    public List<DeadLetter> newest(int most) {
        return platform.sql()
                .select(
                        TENANT.SLUG,
                        TENANT.NAME,
                        DEAD_LETTER.WORK,
                        DEAD_LETTER.FAILURES,
                        DEAD_LETTER.ERROR,
                        DEAD_LETTER.FAILED_AT,
                        DEAD_LETTER.REPLAYED_AT)
                .from(DEAD_LETTER)
                .join(TENANT)
                .on(TENANT.ID.eq(DEAD_LETTER.TENANT_ID))
                .orderBy(DEAD_LETTER.FAILED_AT.desc(), DEAD_LETTER.TENANT_ID, DEAD_LETTER.WORK)
                .limit(DSL.inline(most))
                .fetch(row -> new DeadLetter(
                        TenantSlug.of(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    /**
     * Has the work of this tenant tried again at once, within the platform's transaction under way if there is one.
     *
     * @return false when there is no such letter, or no longer
     */
    public boolean replay(Tenant tenant, String work) {
        boolean replayed = platform.inTransaction(sql -> {
            Instant now = clock.instant();
            boolean found = sql.update(DEAD_LETTER)
                            .set(DEAD_LETTER.REPLAYED_AT, now)
                            .where(DEAD_LETTER.TENANT_ID.eq(tenant.id()), DEAD_LETTER.WORK.eq(work))
                            .execute()
                    == 1;
            if (found) {
                schedule.put(work, tenant.id(), now);
            }
            return found;
        });
        doorbell.ring();
        return replayed;
    }
}
