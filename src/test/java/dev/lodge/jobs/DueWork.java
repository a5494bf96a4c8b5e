package dev.lodge.jobs;

import static dev.lodge.schema.platform.Tables.SCHEDULED_TASKS;

import dev.lodge.schema.platform.tables.records.ScheduledTasksRecord;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.Tenant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Does by hand, in the thread of the test, what nodes do otherwise: takes up the row whose moment is the earliest, carries it out, and
 * so on until nothing is due on the turned clock. The application of the tests starts no node.
 */
@Component
public class DueWork {

    private static final int ENDLESS = 10_000;

    private final Runs runs;
    private final PlatformDatabase platform;
    private final InstantSource clock;

    @Autowired
    DueWork(Runs runs, PlatformDatabase platform, InstantSource clock) {
        this.runs = runs;
        this.platform = platform;
        this.clock = clock;
    }

    /** Does all that is due for all tenants. @return what was done in order, as {@code mail 7} for tenant 7 */
    public List<String> run() {
        return run(DSL.noCondition());
    }

    /** Does all that is due for this tenant, and leaves what other tests have due for theirs. */
    public List<String> run(Tenant tenant) {
        return run(SCHEDULED_TASKS.TASK_INSTANCE.eq(Long.toString(tenant.id())));
    }

    private List<String> run(Condition whose) {
        var done = new ArrayList<String>();
        Optional<Run> next = takeUp(whose);
        while (next.isPresent()) {
            runs.carryOut(next.get(), () -> false);
            done.add("%s %d".formatted(next.get().work(), next.get().tenantId()));
            if (done.size() > ENDLESS) {
                throw new AssertionError("There is no end of due work: " + done.subList(0, 20));
            }
            next = takeUp(whose);
        }
        return done;
    }

    /** Takes up the row that has been due longest, as a node does. */
    Optional<Run> takeUp(Condition whose) {
        Set<String> known = runs.kinds();
        return platform.inTransaction(sql -> sql.selectFrom(SCHEDULED_TASKS)
                .where(
                        SCHEDULED_TASKS.PICKED.isFalse(),
                        SCHEDULED_TASKS.TASK_NAME.in(known),
                        SCHEDULED_TASKS.EXECUTION_TIME.le(clock.instant()),
                        whose)
                .orderBy(SCHEDULED_TASKS.EXECUTION_TIME)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .map(this::takeUp));
    }

    private Run takeUp(ScheduledTasksRecord row) {
        platform.sql()
                .update(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.PICKED, true)
                .set(SCHEDULED_TASKS.PICKED_BY, "test")
                .set(SCHEDULED_TASKS.LAST_HEARTBEAT, clock.instant())
                .set(SCHEDULED_TASKS.VERSION, row.getVersion() + 1)
                .where(
                        SCHEDULED_TASKS.TASK_NAME.eq(row.getTaskName()),
                        SCHEDULED_TASKS.TASK_INSTANCE.eq(row.getTaskInstance()))
                .execute();
        return new Run(
                row.getTaskName(),
                Long.parseLong(row.getTaskInstance()),
                row.getVersion() + 1,
                Optional.ofNullable(row.getConsecutiveFailures()).orElse(0));
    }
}
