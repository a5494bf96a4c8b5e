package dev.lodge.accounts;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Whether an address and a password belong together, for agents and operators alike. Wrong ones of either cost the same work, so that
 * nobody learns by trying which addresses are known.
 */
@Component
public class PasswordCheck {

    private final Passwords passwords;

    PasswordCheck(Passwords passwords) {
        this.passwords = passwords;
    }

    /** Somebody who may sign in, and the hash of the password. */
    public record Account(long id, String passwordHash) {}

    /**
     * What somebody signs in with.
     *
     * @param emailKey the address in the form in which addresses are compared, or empty when it is none
     * @param password empty when it is longer than any that was ever accepted, so that nothing endless is hashed
     */
    public record Attempt(String emailKey, String password, Client client) {

        public static Attempt of(String email, String password, Client client) {
            return new Attempt(
                    EmailAddress.of(email).map(EmailAddress::key).orElse(""),
                    password.length() <= Passwords.LONGEST * 2 ? password : "",
                    client);
        }

        /** Never the password: it does not belong in logs. */
        @Override
        public String toString() {
            return "Attempt[%s, %s]".formatted(emailKey, client);
        }
    }

    /**
     * The account that the attempt is good for; empty for any other reason. Not to be called within a transaction: an attempt counts
     * whatever comes of it.
     *
     * @param accounts finds who may sign in by the key of the address
     * @throws dev.lodge.problem.TooMany after too many attempts, right or wrong
     */
    public Optional<Account> accountOf(
            Attempt attempt, Throttle throttle, Function<String, Optional<Account>> accounts) {
        throttle.count(attempt.emailKey(), attempt.client());
        Optional<Account> account = accounts.apply(attempt.emailKey());
        if (!passwords.matches(
                attempt.password(), account.map(Account::passwordHash).orElse(null))) {
            return Optional.empty();
        }
        throttle.takeBack(attempt.emailKey(), attempt.client());
        return account;
    }
}
