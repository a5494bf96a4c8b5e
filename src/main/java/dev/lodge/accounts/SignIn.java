package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;

import dev.lodge.accounts.PasswordCheck.Account;
import dev.lodge.accounts.PasswordCheck.Attempt;
import dev.lodge.problem.Message;
import dev.lodge.problem.TooMany;
import dev.lodge.problem.Unauthenticated;
import dev.lodge.tenancy.TenantDatabase;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signing agents in with address and password. */
@Component
class SignIn {

    private final TenantDatabase database;
    private final AgentThrottle throttle;
    private final PasswordCheck check;
    private final Passwords passwords;
    private final AccountEvents events;

    SignIn(
            TenantDatabase database,
            AgentThrottle throttle,
            PasswordCheck check,
            Passwords passwords,
            AccountEvents events) {
        this.database = database;
        this.throttle = throttle;
        this.check = check;
        this.passwords = passwords;
        this.events = events;
    }

    /**
     * The id of the agent whose address and password these are. Not to be called within a transaction: an attempt counts whatever comes
     * of it.
     *
     * @throws Unauthenticated for anybody else, and for who may not sign in
     * @throws TooMany after too many attempts, right or wrong
     */
    long check(String email, String password, Client client) {
        Attempt attempt = Attempt.of(email, password, client);
        Account account = check.accountOf(attempt, throttle, this::find)
                .orElseThrow(() -> new Unauthenticated(Message.of("accounts.signin.wrong")));
        renewOutdated(account, attempt.password());
        events.append("signed_in", account.id(), account.id(), Map.of("address", client.address()));
        return account.id();
    }

    private Optional<Account> find(String emailKey) {
        return database.sql()
                .select(AGENT.ID, AGENT.PASSWORD_HASH)
                .from(AGENT)
                .where(AGENT.EMAIL_KEY.eq(emailKey))
                .and(AGENT.ACTIVE)
                .and(AGENT.PASSWORD_HASH.isNotNull())
                .fetchOptional(row -> new Account(row.value1(), row.value2()));
    }

    private void renewOutdated(Account account, String password) {
        if (passwords.isOutdated(account.passwordHash())) {
            database.sql()
                    .update(AGENT)
                    .set(AGENT.PASSWORD_HASH, passwords.hash(password))
                    .where(AGENT.ID.eq(account.id()))
                    .and(AGENT.PASSWORD_HASH.eq(account.passwordHash()))
                    .execute();
        }
    }
}
