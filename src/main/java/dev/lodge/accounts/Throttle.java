package dev.lodge.accounts;

import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.lodge.problem.TooMany;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Counts attempts to sign in, for each account and for each client, whether or not the account exists. An attempt is counted before its
 * password is looked at and taken back when that was right, so that of any number of attempts at once no more than allowed are tried.
 * Agents and operators are counted by the same rule, each in a table of their own.
 */
public abstract class Throttle {

    private final Supplier<DSLContext> database;
    private final Columns columns;
    private final String room;
    private final SignInSettings settings;
    private final InstantSource clock;

    /** The table that is counted in, a row for each subject. */
    public record Columns(
            Table<?> table,
            Field<String> subject,
            Field<Integer> failures,
            Field<Instant> firstFailureAt,
            Field<Instant> lockedUntil) {}

    protected Throttle(Supplier<DSLContext> database, Columns columns, SignInSettings settings, InstantSource clock) {
        this(database, columns, "", settings, clock);
    }

    /** @param room what sets these attempts apart from others that are counted in the same table */
    protected Throttle(
            Supplier<DSLContext> database, Columns columns, String room, SignInSettings settings, InstantSource clock) {
        this.database = database;
        this.columns = columns;
        this.room = room;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws TooMany when there were too many attempts; the client's own are counted first, so that it cannot lock others out */
    public final void count(String emailKey, Client client) {
        count(clientSubject(client), settings.attemptsPerClient());
        count(accountSubject(emailKey), settings.attemptsPerAccount());
    }

    /** The attempt counted last was a good one. */
    public final void takeBack(String emailKey, Client client) {
        database.get()
                .deleteFrom(columns.table)
                .where(columns.subject.eq(accountSubject(emailKey)))
                .or(columns.firstFailureAt.lt(clock.instant().minus(Duration.ofDays(1))))
                .execute();
        database.get()
                .update(columns.table)
                .set(columns.failures, greatest(columns.failures.minus(1), inline(0)))
                .where(columns.subject.eq(clientSubject(client)))
                .execute();
    }

    final void count(String subject, int allowed) {
        Instant now = clock.instant();
        Condition over = columns.lockedUntil
                .isNull()
                .and(columns.firstFailureAt.le(now.minus(settings.attemptsWithin())))
                .or(columns.lockedUntil.le(now));
        // One statement, so that attempts at once queue up for the row and none is lost.
        Instant lockedUntil = database.get()
                .insertInto(columns.table)
                .set(columns.subject, subject)
                .set(columns.failures, 1)
                .set(columns.firstFailureAt, now)
                .onConflict(columns.subject)
                .doUpdate()
                .set(columns.failures, when(over, inline(1)).otherwise(columns.failures.plus(1)))
                .set(
                        columns.firstFailureAt,
                        when(over, val(now, columns.firstFailureAt)).otherwise(columns.firstFailureAt))
                .set(
                        columns.lockedUntil,
                        when(over, val((Instant) null, columns.lockedUntil))
                                .when(
                                        columns.lockedUntil.isNull().and(columns.failures.ge(allowed)),
                                        val(now.plus(settings.lockedFor()), columns.lockedUntil))
                                .otherwise(columns.lockedUntil))
                .returningResult(columns.lockedUntil)
                .fetchSingle()
                .value1();
        if (lockedUntil != null) {
            throw new TooMany(Duration.between(now, lockedUntil));
        }
    }

    private String accountSubject(String emailKey) {
        return room + "account:" + emailKey;
    }

    private String clientSubject(Client client) {
        return room + "client:" + client.address();
    }
}
