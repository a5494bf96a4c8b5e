package dev.lodge.platform.signin;

import static dev.lodge.schema.platform.Tables.OPERATOR;

import dev.lodge.accounts.Client;
import dev.lodge.accounts.PasswordCheck;
import dev.lodge.accounts.PasswordCheck.Account;
import dev.lodge.accounts.PasswordCheck.Attempt;
import dev.lodge.accounts.Secret;
import dev.lodge.problem.Message;
import dev.lodge.problem.Unauthenticated;
import dev.lodge.tenancy.PlatformDatabase;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signing operators in with address and password. */
@Component
class OperatorSignIn {

    private final PlatformDatabase platform;
    private final OperatorThrottle throttle;
    private final PasswordCheck check;
    private final OperatorSessions sessions;

    OperatorSignIn(
            PlatformDatabase platform, OperatorThrottle throttle, PasswordCheck check, OperatorSessions sessions) {
        this.platform = platform;
        this.throttle = throttle;
        this.check = check;
        this.sessions = sessions;
    }

    /**
     * Opens a session for the operator whose address and password these are.
     *
     * @throws Unauthenticated for anybody else
     * @throws dev.lodge.problem.TooMany after too many attempts, right or wrong
     */
    Secret open(String email, String password, Client client) {
        Account account = check.accountOf(Attempt.of(email, password, client), throttle, this::find)
                .orElseThrow(() -> new Unauthenticated(Message.of("platform.signin.wrong")));
        return sessions.open(account.id(), client);
    }

    private Optional<Account> find(String email) {
        return platform.sql()
                .select(OPERATOR.ID, OPERATOR.PASSWORD_HASH)
                .from(OPERATOR)
                .where(OPERATOR.EMAIL.eq(email), OPERATOR.ACTIVE.isTrue(), OPERATOR.PASSWORD_HASH.isNotNull())
                .fetchOptional(row -> new Account(row.value1(), row.value2()));
    }
}
