package dev.lodge.jobs;

import static dev.lodge.schema.platform.Tables.SCHEDULED_TASKS;

import dev.lodge.tenancy.PlatformDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What is scheduled, for operators. */
@Component
public class Backlog {

    private static final Condition WAITING = SCHEDULED_TASKS.PICKED.isFalse();
    private static final Field<Integer> SCHEDULED = DSL.count().as("scheduled");
    private static final Field<Integer> RUNNING =
            DSL.count().filterWhere(SCHEDULED_TASKS.PICKED).as("running");
    private static final Field<Integer> FAILING =
            DSL.count().filterWhere(SCHEDULED_TASKS.CONSECUTIVE_FAILURES.gt(0)).as("failing");
    private static final Field<Instant> EARLIEST =
            DSL.min(SCHEDULED_TASKS.EXECUTION_TIME).filterWhere(WAITING).as("earliest");

    private final PlatformDatabase platform;
    private final Works works;
    private final InstantSource clock;

    Backlog(PlatformDatabase platform, Works works, InstantSource clock) {
        this.platform = platform;
        this.works = works;
        this.clock = clock;
    }

    /** Each kind of work by its name: those this release knows, and those it found. */
    public List<WorkState> byWork() {
        Instant now = clock.instant();
        var states = new TreeMap<String, WorkState>();
        works.names().forEach(name -> states.put(name, new WorkState(name, true, 0, 0, 0, 0, null, Duration.ZERO)));
        Field<Integer> due = DSL.count()
                .filterWhere(WAITING.and(SCHEDULED_TASKS.EXECUTION_TIME.le(now)))
                .as("due");
        platform.sql()
                .select(SCHEDULED_TASKS.TASK_NAME, SCHEDULED, due, RUNNING, FAILING, EARLIEST)
                .from(SCHEDULED_TASKS)
                .groupBy(SCHEDULED_TASKS.TASK_NAME)
                .forEach(row -> states.put(row.value1(), state(row, due, now)));
        return List.copyOf(states.values());
    }

    private WorkState state(Record row, Field<Integer> due, Instant now) {
        String work = row.get(SCHEDULED_TASKS.TASK_NAME);
        Instant earliest = row.get(EARLIEST);
        return new WorkState(
                work,
                works.names().contains(work),
                row.get(SCHEDULED),
                row.get(due),
                row.get(RUNNING),
                row.get(FAILING),
                earliest,
                earliest == null || earliest.isAfter(now) ? Duration.ZERO : Duration.between(earliest, now));
    }
}
