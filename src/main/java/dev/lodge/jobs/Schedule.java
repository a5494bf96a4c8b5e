package dev.lodge.jobs;

import static dev.lodge.schema.platform.Tables.DEAD_LETTER;
import static dev.lodge.schema.platform.Tables.SCHEDULED_TASKS;
import static dev.lodge.schema.platform.Tables.TENANT;

import dev.lodge.schema.platform.Routines;
import dev.lodge.schema.platform.tables.records.ScheduledTasksRecord;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.TenantStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * The rows of due work and how a run leaves them. db-scheduler takes rows up; all else is done here, because its own operations
 * commit by themselves, and the end of a run has to be one transaction. Each says whether the run still had its row: it has not after
 * another node took it over.
 */
@Component
class Schedule {

    private final PlatformDatabase platform;

    Schedule(PlatformDatabase platform) {
        this.platform = platform;
    }

    /**
     * Ends a run that went well: puts the row at the next moment at which there is work, or removes it. No wake is lost in between:
     * a transaction that woke this work before is waited for, and one that does so later finds what is decided here.
     *
     * @param next asked when every transaction has ended whose wake the running work made superfluous; must see what they did
     * @param now the earliest moment it is put at, so that a tenant with much to do comes after those who wait
     */
    boolean end(Run run, Supplier<Optional<Instant>> next, Instant now) {
        return platform.inTransaction(_ -> {
            platform.renderedOnce("wakes awaited", Schedule::awaitWakes, run.work(), run.tenant())
                    .fetch();
            return next.get()
                    .map(moment -> succeedUntil(moment.isBefore(now) ? now : moment, run, now))
                    .orElseGet(() -> succeed(
                            "run removed",
                            run,
                            sql -> sql.deleteFrom(SCHEDULED_TASKS)
                                    .where(row(run))
                                    .returning(SCHEDULED_TASKS.TASK_NAME)));
        });
    }

    private static Select<?> awaitWakes(DSLContext sql) {
        return sql.select(Routines.awaitWakes("work", "tenant"));
    }

    private boolean succeedUntil(Instant next, Run run, Instant now) {
        return succeed(
                "run put back",
                run,
                sql -> putBack(sql, run, next)
                        .set(SCHEDULED_TASKS.LAST_SUCCESS, now)
                        .set(SCHEDULED_TASKS.CONSECUTIVE_FAILURES, DSL.inline(0))
                        .where(row(run))
                        .returning(SCHEDULED_TASKS.TASK_NAME),
                next,
                run.version() + 1,
                now);
    }

    /**
     * Leaves the row in that way and, if it was still the run's, nothing of earlier failures.
     *
     * @param values what the statement is given before that which tells the row
     */
    private boolean succeed(String name, Run run, Function<DSLContext, ResultQuery<?>> leaving, Object... values) {
        var telling = Stream.of(run.work(), run.tenant(), run.version(), run.tenantId(), run.work());
        return platform.renderedOnce(
                                name,
                                sql -> forgiving(sql, run, leaving.apply(sql)),
                                Stream.concat(Stream.of(values), telling).toArray())
                        .fetchSingle(0, int.class)
                == 1;
    }

    private static Select<?> forgiving(DSLContext sql, Run run, ResultQuery<?> leaving) {
        var left = DSL.name("left_so").as(leaving);
        var forgiven = DSL.name("forgiven")
                .as(DSL.deleteFrom(DEAD_LETTER)
                        .where(DEAD_LETTER.TENANT_ID.eq(run.tenantId()), DEAD_LETTER.WORK.eq(run.work()))
                        .and(DSL.exists(DSL.selectFrom(left)))
                        .returning(DEAD_LETTER.WORK));
        return sql.with(left, forgiven).selectCount().from(left);
    }

    /**
     * Puts the row of a suspended tenant at a later moment, or at this one if the tenant is served again by now. The registry's row is
     * locked, so that a tenant who is resumed at the same time either is seen here or hastens what this leaves.
     */
    boolean park(Run run, Instant to, Instant now) {
        return platform.inTransaction(sql -> {
            boolean suspended = sql.select(TENANT.STATUS)
                    .from(TENANT)
                    .where(TENANT.ID.eq(run.tenantId()))
                    .forShare()
                    .fetchOptional(TENANT.STATUS)
                    .filter(TenantStatus.SUSPENDED.code()::equals)
                    .isPresent();
            return putBack(sql, run, suspended ? to : now).where(row(run)).execute() == 1;
        });
    }

    /** Puts the row at a later moment without the run having been one. */
    boolean postpone(Run run, Instant to) {
        return putBack(platform.sql(), run, to).where(row(run)).execute() == 1;
    }

    /** Puts a run that failed at the moment at which it is tried again. */
    boolean retry(Run run, Instant at, Instant now) {
        return putBack(platform.sql(), run, at)
                        .set(SCHEDULED_TASKS.LAST_FAILURE, now)
                        .set(SCHEDULED_TASKS.CONSECUTIVE_FAILURES, run.failures() + 1)
                        .where(row(run))
                        .execute()
                == 1;
    }

    /** Removes the row of a run that failed for the last time, and leaves a dead letter. */
    boolean giveUp(Run run, String error, Instant now) {
        return platform.inTransaction(sql -> {
            if (!remove(sql, run)) {
                return false;
            }
            sql.insertInto(DEAD_LETTER)
                    .set(DEAD_LETTER.TENANT_ID, run.tenantId())
                    .set(DEAD_LETTER.WORK, run.work())
                    .set(DEAD_LETTER.FAILURES, run.failures() + 1)
                    .set(DEAD_LETTER.ERROR, error)
                    .set(DEAD_LETTER.FAILED_AT, now)
                    .onConflict(DEAD_LETTER.TENANT_ID, DEAD_LETTER.WORK)
                    .doUpdate()
                    .set(DEAD_LETTER.FAILURES, DEAD_LETTER.FAILURES.plus(run.failures() + 1))
                    .set(DEAD_LETTER.ERROR, error)
                    .set(DEAD_LETTER.FAILED_AT, now)
                    .setNull(DEAD_LETTER.REPLAYED_AT)
                    .execute();
            return true;
        });
    }

    /** Removes the row of a tenant that is no more. */
    boolean drop(Run run) {
        return remove(platform.sql(), run);
    }

    /** Puts work in place at a moment, or what is there at an earlier one than it had. */
    void put(String work, long tenantId, Instant at) {
        platform.sql()
                .insertInto(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.TASK_NAME, work)
                .set(SCHEDULED_TASKS.TASK_INSTANCE, Long.toString(tenantId))
                .set(SCHEDULED_TASKS.EXECUTION_TIME, at)
                .set(SCHEDULED_TASKS.PICKED, false)
                .set(SCHEDULED_TASKS.VERSION, 1L)
                .onConflict(SCHEDULED_TASKS.TASK_NAME, SCHEDULED_TASKS.TASK_INSTANCE)
                .doUpdate()
                .set(SCHEDULED_TASKS.EXECUTION_TIME, at)
                .where(SCHEDULED_TASKS.PICKED.isFalse(), SCHEDULED_TASKS.EXECUTION_TIME.gt(at))
                .execute();
    }

    /** Has all work of a tenant done by that moment, also what was postponed. A run too many finds nothing to do. */
    void hasten(long tenantId, Instant at) {
        platform.sql()
                .update(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.EXECUTION_TIME, at)
                .where(
                        SCHEDULED_TASKS.TASK_INSTANCE.eq(Long.toString(tenantId)),
                        SCHEDULED_TASKS.PICKED.isFalse(),
                        SCHEDULED_TASKS.EXECUTION_TIME.gt(at))
                .execute();
    }

    private static UpdateSetMoreStep<ScheduledTasksRecord> putBack(DSLContext sql, Run run, Instant at) {
        return sql.update(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.EXECUTION_TIME, at)
                .set(SCHEDULED_TASKS.PICKED, DSL.inline(false))
                .set(SCHEDULED_TASKS.PICKED_BY, DSL.inline(null, SCHEDULED_TASKS.PICKED_BY))
                .set(SCHEDULED_TASKS.LAST_HEARTBEAT, DSL.inline(null, SCHEDULED_TASKS.LAST_HEARTBEAT))
                .set(SCHEDULED_TASKS.VERSION, run.version() + 1);
    }

    private static boolean remove(DSLContext sql, Run run) {
        return sql.deleteFrom(SCHEDULED_TASKS).where(row(run)).execute() == 1;
    }

    private static Condition row(Run run) {
        return DSL.and(
                SCHEDULED_TASKS.TASK_NAME.eq(run.work()),
                SCHEDULED_TASKS.TASK_INSTANCE.eq(run.tenant()),
                SCHEDULED_TASKS.VERSION.eq(run.version()));
    }
}
