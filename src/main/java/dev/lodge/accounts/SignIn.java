package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;

import dev.lodge.problem.Message;
import dev.lodge.problem.TooMany;
import dev.lodge.problem.Unauthenticated;
import dev.lodge.tenancy.TenantDatabase;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signing in with address and password. Wrong ones of either get the same answer after the same time. */
@Component
class SignIn {

    private final TenantDatabase database;
    private final AgentThrottle throttle;
    private final Passwords passwords;
    private final AccountEvents events;

    SignIn(TenantDatabase database, AgentThrottle throttle, Passwords passwords, AccountEvents events) {
        this.database = database;
        this.throttle = throttle;
        this.passwords = passwords;
        this.events = events;
    }

    private record Account(long id, String passwordHash) {}

    /**
     * The id of the agent whose address and password these are. Not to be called within a transaction: an attempt counts whatever comes
     * of it.
     *
     * @throws Unauthenticated for anybody else, and for who may not sign in
     * @throws TooMany after too many attempts, right or wrong
     */
    long check(String email, String password, Client client) {
        String key = EmailAddress.of(email).map(EmailAddress::key).orElse("");
        throttle.count(key, client);
        Optional<Account> account = find(key);
        String given = password.length() <= Passwords.LONGEST * 2 ? password : "";
        if (!passwords.matches(given, account.map(Account::passwordHash).orElse(null))) {
            throw new Unauthenticated(Message.of("accounts.signin.wrong"));
        }
        throttle.takeBack(key, client);
        Account found = account.orElseThrow();
        renewOutdated(found, given);
        events.append("signed_in", found.id(), found.id(), Map.of("address", client.address()));
        return found.id();
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
