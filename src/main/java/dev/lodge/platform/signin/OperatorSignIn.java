package dev.lodge.platform.signin;

import static dev.lodge.schema.platform.Tables.OPERATOR;

import dev.lodge.accounts.Client;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Passwords;
import dev.lodge.accounts.Secret;
import dev.lodge.problem.Message;
import dev.lodge.problem.Unauthenticated;
import dev.lodge.tenancy.PlatformDatabase;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signing operators in. A wrong address and a wrong password get the same answer after the same time. */
@Component
class OperatorSignIn {

    private final PlatformDatabase platform;
    private final OperatorThrottle throttle;
    private final Passwords passwords;
    private final OperatorSessions sessions;

    OperatorSignIn(
            PlatformDatabase platform, OperatorThrottle throttle, Passwords passwords, OperatorSessions sessions) {
        this.platform = platform;
        this.throttle = throttle;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    private record Account(long id, String passwordHash) {}

    /**
     * Opens a session for the operator whose address and password these are.
     *
     * @throws Unauthenticated for anybody else
     * @throws dev.lodge.problem.TooMany after too many attempts, right or wrong
     */
    Secret open(String email, String password, Client client) {
        String address = EmailAddress.of(email).map(EmailAddress::key).orElse("");
        throttle.count(address, client);
        Optional<Account> account = find(address);
        String given = password.length() <= Passwords.LONGEST * 2 ? password : "";
        if (!passwords.matches(given, account.map(Account::passwordHash).orElse(null))) {
            throw new Unauthenticated(Message.of("platform.signin.wrong"));
        }
        throttle.takeBack(address, client);
        return sessions.open(account.orElseThrow().id(), client);
    }

    private Optional<Account> find(String email) {
        return platform.sql()
                .select(OPERATOR.ID, OPERATOR.PASSWORD_HASH)
                .from(OPERATOR)
                .where(OPERATOR.EMAIL.eq(email), OPERATOR.ACTIVE.isTrue(), OPERATOR.PASSWORD_HASH.isNotNull())
                .fetchOptional(row -> new Account(row.value1(), row.value2()));
    }
}
