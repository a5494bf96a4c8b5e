package dev.lodge.platform.signin;

import static dev.lodge.schema.platform.Tables.OPERATOR_SIGNIN_THROTTLE;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.lodge.accounts.SignInSettings;
import dev.lodge.problem.TooMany;
import dev.lodge.tenancy.PlatformDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/**
 * Counts operators' attempts to sign in, for each address and each client, whether or not the address is known. An attempt is counted
 * before its password is looked at and taken back when that was right, so that of any number at once no more than allowed are tried.
 */
@Component
class OperatorThrottle {

    private final PlatformDatabase platform;
    private final SignInSettings settings;
    private final InstantSource clock;

    OperatorThrottle(PlatformDatabase platform, SignInSettings settings, InstantSource clock) {
        this.platform = platform;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws TooMany when there were too many; the client's own are counted first, so that it cannot lock others out */
    void count(String email, OperatorClient client) {
        count("client:" + client.address(), settings.attemptsPerClient());
        count("account:" + email, settings.attemptsPerAccount());
    }

    /** The attempt counted last was a good one. */
    void takeBack(String email, OperatorClient client) {
        platform.sql()
                .deleteFrom(OPERATOR_SIGNIN_THROTTLE)
                .where(OPERATOR_SIGNIN_THROTTLE.SUBJECT.eq("account:" + email))
                .or(OPERATOR_SIGNIN_THROTTLE.FIRST_FAILURE_AT.lt(clock.instant().minus(Duration.ofDays(1))))
                .execute();
        platform.sql()
                .update(OPERATOR_SIGNIN_THROTTLE)
                .set(OPERATOR_SIGNIN_THROTTLE.FAILURES, greatest(OPERATOR_SIGNIN_THROTTLE.FAILURES.minus(1), inline(0)))
                .where(OPERATOR_SIGNIN_THROTTLE.SUBJECT.eq("client:" + client.address()))
                .execute();
    }

    private void count(String subject, int allowed) {
        var throttle = OPERATOR_SIGNIN_THROTTLE;
        Instant now = clock.instant();
        Condition over = throttle.LOCKED_UNTIL
                .isNull()
                .and(throttle.FIRST_FAILURE_AT.le(now.minus(settings.attemptsWithin())))
                .or(throttle.LOCKED_UNTIL.le(now));
        // One statement, so that attempts at once queue up for the row and none is lost.
        Instant lockedUntil = platform.sql()
                .insertInto(throttle)
                .set(throttle.SUBJECT, subject)
                .set(throttle.FAILURES, 1)
                .set(throttle.FIRST_FAILURE_AT, now)
                .onConflict(throttle.SUBJECT)
                .doUpdate()
                .set(throttle.FAILURES, when(over, inline(1)).otherwise(throttle.FAILURES.plus(1)))
                .set(
                        throttle.FIRST_FAILURE_AT,
                        when(over, val(now, throttle.FIRST_FAILURE_AT)).otherwise(throttle.FIRST_FAILURE_AT))
                .set(
                        throttle.LOCKED_UNTIL,
                        when(over, val((Instant) null, throttle.LOCKED_UNTIL))
                                .when(
                                        throttle.LOCKED_UNTIL.isNull().and(throttle.FAILURES.ge(allowed)),
                                        val(now.plus(settings.lockedFor()), throttle.LOCKED_UNTIL))
                                .otherwise(throttle.LOCKED_UNTIL))
                .returningResult(throttle.LOCKED_UNTIL)
                .fetchSingle()
                .value1();
        if (lockedUntil != null) {
            throw new TooMany(Duration.between(now, lockedUntil));
        }
    }
}
