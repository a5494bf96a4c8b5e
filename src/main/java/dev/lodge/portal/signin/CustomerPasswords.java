package dev.lodge.portal.signin;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.CUSTOMER_EMAIL;

import dev.lodge.accounts.Client;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.PasswordCheck;
import dev.lodge.accounts.PasswordCheck.Account;
import dev.lodge.accounts.PasswordCheck.Attempt;
import dev.lodge.accounts.Passwords;
import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.TenantDatabase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Passwords of those customers who chose one. */
@Component
public class CustomerPasswords {

    private final TenantDatabase database;
    private final Passwords passwords;
    private final PasswordCheck check;
    private final CustomerThrottle throttle;

    CustomerPasswords(TenantDatabase database, Passwords passwords, PasswordCheck check, CustomerThrottle throttle) {
        this.database = database;
        this.passwords = passwords;
        this.check = check;
        this.throttle = throttle;
    }

    /**
     * The id of the customer whose address and password these are; empty for anybody else. Not to be called within a transaction: an
     * attempt counts whatever comes of it.
     *
     * @throws dev.lodge.problem.TooMany after too many attempts, right or wrong
     */
    Optional<Long> owner(String email, String password, Client client) {
        return check.accountOf(Attempt.of(email, password, client), throttle, this::find)
                .map(Account::id);
    }

    private Optional<Account> find(String emailKey) {
        return database.sql()
                .select(CUSTOMER.ID, CUSTOMER.PASSWORD_HASH)
                .from(CUSTOMER_EMAIL)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CUSTOMER_EMAIL.CUSTOMER_ID))
                .where(CUSTOMER_EMAIL.EMAIL_KEY.eq(emailKey))
                .and(CUSTOMER.ANONYMIZED_AT.isNull())
                .and(CUSTOMER.PASSWORD_HASH.isNotNull())
                .fetchOptional(row -> new Account(row.value1(), row.value2()));
    }

    /** Whether the customer with the address signs in with the password; for no one who asks from outside, since nothing counts attempts. */
    public boolean hasPassword(EmailAddress address, String password) {
        return find(address.key())
                .filter(account -> passwords.matches(password, account.passwordHash()))
                .isPresent();
    }

    /** By the desk itself, for the demo. @throws Invalid when it is not good enough */
    public void enter(long customerId, EmailAddress address, String password) {
        passwords.findings("password", password, address.value()).throwIfAny();
        set(customerId, password);
    }

    /** Whether the customer has one. */
    public boolean exists(long customerId) {
        return hash(customerId) != null;
    }

    /**
     * Sets one, or another one, or with null removes it.
     *
     * @param current the one there is, looked at only if there is one
     * @throws Invalid when the current one is wrong or the new one is not good enough
     * @throws dev.lodge.problem.TooMany after too many wrong ones: a stolen session is not to be a way around the limit on guesses
     */
    public void change(long customerId, EmailAddress address, String current, @Nullable String wanted, Client client) {
        String known = hash(customerId);
        if (known != null) {
            throttle.count(address.key(), client);
            if (current.length() > Passwords.LONGEST * 2 || !passwords.matches(current, known)) {
                throw new Invalid("current", "accounts.password.wrong");
            }
            throttle.takeBack(address.key(), client);
        }
        if (wanted != null) {
            passwords.findings("password", wanted, address.value()).throwIfAny();
        }
        set(customerId, wanted);
    }

    private void set(long customerId, @Nullable String wanted) {
        database.sql()
                .update(CUSTOMER)
                .set(CUSTOMER.PASSWORD_HASH, wanted == null ? null : passwords.hash(wanted))
                .where(CUSTOMER.ID.eq(customerId), CUSTOMER.ANONYMIZED_AT.isNull())
                .execute();
    }

    private @Nullable String hash(long customerId) {
        return database.sql()
                .select(CUSTOMER.PASSWORD_HASH)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(customerId))
                .fetchOne(CUSTOMER.PASSWORD_HASH);
    }
}
