package dev.lodge.platform.signin;

import static dev.lodge.schema.platform.Tables.OPERATOR;
import static dev.lodge.schema.platform.Tables.OPERATOR_SESSION;

import dev.lodge.accounts.Client;
import dev.lodge.accounts.Secret;
import dev.lodge.accounts.SessionTable;
import dev.lodge.accounts.SignInSettings;
import dev.lodge.platform.Operator;
import dev.lodge.tenancy.PlatformDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The browsers in which operators are signed in. */
@Component
class OperatorSessions {

    private static final SessionTable.Columns COLUMNS = new SessionTable.Columns(
            OPERATOR_SESSION,
            OPERATOR_SESSION.ID,
            OPERATOR_SESSION.OPERATOR_ID,
            OPERATOR_SESSION.TOKEN_HASH,
            OPERATOR_SESSION.USER_AGENT,
            OPERATOR_SESSION.ADDRESS,
            OPERATOR_SESSION.CREATED_AT,
            OPERATOR_SESSION.LAST_SEEN_AT,
            OPERATOR_SESSION.EXPIRES_AT);

    private final PlatformDatabase platform;
    private final SessionTable table;
    private final InstantSource clock;

    OperatorSessions(PlatformDatabase platform, SignInSettings settings, InstantSource clock) {
        this.platform = platform;
        this.table = new SessionTable(platform::sql, COLUMNS, settings);
        this.clock = clock;
    }

    Secret open(long operator, Client client) {
        return platform.inTransaction(sql -> table.open(operator, client, clock.instant()));
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
                    if (table.isWorthNoting(row.value6(), now)) {
                        table.seen(row.value4(), row.value5(), now);
                    }
                    return new SignedInOperator(new Operator(row.value1(), row.value2(), row.value3()));
                });
    }

    void end(Secret secret) {
        table.end(secret);
    }
}
