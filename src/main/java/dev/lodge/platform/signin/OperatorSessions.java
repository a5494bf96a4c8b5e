package dev.lodge.platform.signin;

import static dev.lodge.schema.platform.Tables.OPERATOR;
import static dev.lodge.schema.platform.Tables.OPERATOR_SESSION;

import dev.lodge.accounts.Client;
import dev.lodge.accounts.Secret;
import dev.lodge.accounts.SignInSettings;
import dev.lodge.platform.Operator;
import dev.lodge.tenancy.PlatformDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The browsers in which operators are signed in. */
@Component
class OperatorSessions {

    /** How exactly it is known when somebody was last seen: writing at each request would cost more than the request. */
    private static final Duration SEEN_TO = Duration.ofMinutes(1);

    private final PlatformDatabase platform;
    private final SignInSettings settings;
    private final InstantSource clock;

    OperatorSessions(PlatformDatabase platform, SignInSettings settings, InstantSource clock) {
        this.platform = platform;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new session, always with a new secret; those of the operator that ended by themselves are swept away. */
    Secret open(long operator, Client client) {
        Instant now = clock.instant();
        Secret secret = Secret.random("");
        platform.inTransaction(sql -> {
            sql.deleteFrom(OPERATOR_SESSION)
                    .where(OPERATOR_SESSION.OPERATOR_ID.eq(operator), OPERATOR_SESSION.EXPIRES_AT.le(now))
                    .execute();
            return sql.insertInto(OPERATOR_SESSION)
                    .set(OPERATOR_SESSION.OPERATOR_ID, operator)
                    .set(OPERATOR_SESSION.TOKEN_HASH, secret.hash())
                    .set(OPERATOR_SESSION.USER_AGENT, client.userAgent())
                    .set(OPERATOR_SESSION.ADDRESS, client.address())
                    .set(OPERATOR_SESSION.CREATED_AT, now)
                    .set(OPERATOR_SESSION.LAST_SEEN_AT, now)
                    .set(OPERATOR_SESSION.EXPIRES_AT, now.plus(settings.sessionIdle()))
                    .execute();
        });
        return secret;
    }

    /** The operator of a session that has not ended; being seen prolongs it. */
    Optional<SignedInOperator> find(Secret secret) {
        Instant now = clock.instant();
        return platform.sql()
                .select(
                        OPERATOR.ID,
                        OPERATOR.EMAIL,
                        OPERATOR.NAME,
                        OPERATOR_SESSION.ID,
                        OPERATOR_SESSION.CREATED_AT,
                        OPERATOR_SESSION.LAST_SEEN_AT)
                .from(OPERATOR_SESSION)
                .join(OPERATOR)
                .on(OPERATOR.ID.eq(OPERATOR_SESSION.OPERATOR_ID))
                .where(
                        OPERATOR_SESSION.TOKEN_HASH.eq(secret.hash()),
                        OPERATOR_SESSION.EXPIRES_AT.gt(now),
                        OPERATOR.ACTIVE.isTrue())
                .fetchOptional(row -> {
                    if (row.value6().isBefore(now.minus(SEEN_TO))) {
                        seen(row.value4(), row.value5(), now);
                    }
                    return new SignedInOperator(new Operator(row.value1(), row.value2(), row.value3()));
                });
    }

    private void seen(long session, Instant createdAt, Instant now) {
        Instant idleUntil = now.plus(settings.sessionIdle());
        Instant longest = createdAt.plus(settings.sessionLongest());
        platform.sql()
                .update(OPERATOR_SESSION)
                .set(OPERATOR_SESSION.LAST_SEEN_AT, now)
                .set(OPERATOR_SESSION.EXPIRES_AT, idleUntil.isBefore(longest) ? idleUntil : longest)
                .where(OPERATOR_SESSION.ID.eq(session))
                .execute();
    }

    void end(Secret secret) {
        platform.sql()
                .deleteFrom(OPERATOR_SESSION)
                .where(OPERATOR_SESSION.TOKEN_HASH.eq(secret.hash()))
                .execute();
    }
}
