package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.SIGNIN_THROTTLE;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.lodge.problem.TooMany;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * Counts attempts to sign in, for each account and for each client, whether or not the account exists. An attempt is counted before its
 * password is looked at and taken back when that was right, so that of any number of attempts at once no more than allowed are tried.
 */
@Component
class Throttle {

    private final TenantDatabase database;
    private final SignInSettings settings;
    private final InstantSource clock;

    Throttle(TenantDatabase database, SignInSettings settings, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws TooMany when there were too many attempts; the client's own are counted first, so that it cannot lock others out */
    void count(String emailKey, Client client) {
        count(clientSubject(client), settings.attemptsPerClient());
        count(accountSubject(emailKey), settings.attemptsPerAccount());
    }

    /** The attempt counted last was a good one. */
    void takeBack(String emailKey, Client client) {
        database.sql()
                .deleteFrom(SIGNIN_THROTTLE)
                .where(SIGNIN_THROTTLE.SUBJECT.eq(accountSubject(emailKey)))
                .or(SIGNIN_THROTTLE.FIRST_FAILURE_AT.lt(clock.instant().minus(Duration.ofDays(1))))
                .execute();
        database.sql()
                .update(SIGNIN_THROTTLE)
                .set(SIGNIN_THROTTLE.FAILURES, greatest(SIGNIN_THROTTLE.FAILURES.minus(1), inline(0)))
                .where(SIGNIN_THROTTLE.SUBJECT.eq(clientSubject(client)))
                .execute();
    }

    private void count(String subject, int allowed) {
        Instant now = clock.instant();
        Condition over = SIGNIN_THROTTLE
                .LOCKED_UNTIL
                .isNull()
                .and(SIGNIN_THROTTLE.FIRST_FAILURE_AT.le(now.minus(settings.attemptsWithin())))
                .or(SIGNIN_THROTTLE.LOCKED_UNTIL.le(now));
        Field<Integer> failures = when(over, inline(1)).otherwise(SIGNIN_THROTTLE.FAILURES.plus(1));
        Field<Instant> locked = when(over, val((Instant) null, SIGNIN_THROTTLE.LOCKED_UNTIL))
                .when(
                        SIGNIN_THROTTLE.LOCKED_UNTIL.isNull().and(SIGNIN_THROTTLE.FAILURES.ge(allowed)),
                        val(now.plus(settings.lockedFor()), SIGNIN_THROTTLE.LOCKED_UNTIL))
                .otherwise(SIGNIN_THROTTLE.LOCKED_UNTIL);
        var counted = database.sql()
                .insertInto(SIGNIN_THROTTLE)
                .set(SIGNIN_THROTTLE.SUBJECT, subject)
                .set(SIGNIN_THROTTLE.FAILURES, 1)
                .set(SIGNIN_THROTTLE.FIRST_FAILURE_AT, now)
                .onConflict(SIGNIN_THROTTLE.SUBJECT)
                .doUpdate()
                .set(SIGNIN_THROTTLE.FAILURES, failures)
                .set(
                        SIGNIN_THROTTLE.FIRST_FAILURE_AT,
                        when(over, val(now, SIGNIN_THROTTLE.FIRST_FAILURE_AT))
                                .otherwise(SIGNIN_THROTTLE.FIRST_FAILURE_AT))
                .set(SIGNIN_THROTTLE.LOCKED_UNTIL, locked)
                .returning(SIGNIN_THROTTLE.LOCKED_UNTIL)
                .fetchSingle();
        Instant until = counted.getLockedUntil();
        if (until != null) {
            throw new TooMany(Duration.between(now, until));
        }
    }

    private static String accountSubject(String emailKey) {
        return "account:" + emailKey;
    }

    private static String clientSubject(Client client) {
        return "client:" + client.address();
    }
}
