package dev.lodge.platform;

import static dev.lodge.schema.platform.Tables.OPERATOR;
import static dev.lodge.schema.platform.Tables.OPERATOR_LINK;
import static dev.lodge.schema.platform.Tables.OPERATOR_SESSION;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Passwords;
import dev.lodge.accounts.Secret;
import dev.lodge.accounts.SignInSettings;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.SiteAddresses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people who run the platform, and the links by which they choose a password. */
@Component
public class Operators {

    private final PlatformDatabase platform;
    private final Passwords passwords;
    private final SiteAddresses addresses;
    private final SignInSettings settings;
    private final InstantSource clock;

    Operators(
            PlatformDatabase platform,
            Passwords passwords,
            SiteAddresses addresses,
            SignInSettings settings,
            InstantSource clock) {
        this.platform = platform;
        this.passwords = passwords;
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a link lets its holder do, as it is stored. */
    enum Purpose {
        INVITATION("invitation"),
        PASSWORD_RESET("password_reset");

        private final String code;

        Purpose(String code) {
            this.code = code;
        }
    }

    /** Whether there is anybody to run the platform. */
    public boolean exist() {
        return platform.sql().fetchExists(OPERATOR);
    }

    /** Whether this is an active operator's address and password; for no one who asks from outside, since nothing counts attempts. */
    public boolean signsInWith(String email, String password) {
        return platform.sql()
                .select(OPERATOR.PASSWORD_HASH)
                .from(OPERATOR)
                .where(OPERATOR.EMAIL.eq(key(email)), OPERATOR.ACTIVE.isTrue(), OPERATOR.PASSWORD_HASH.isNotNull())
                .fetchOptional(OPERATOR.PASSWORD_HASH)
                .filter(hash -> passwords.matches(password, hash))
                .isPresent();
    }

    /**
     * Makes somebody an operator.
     *
     * @param password null for a link by which the person chooses one
     * @return the link; empty when a password was given
     * @throws Conflict when there is an operator with the address
     * @throws Invalid when address or password will not do
     */
    public Optional<String> create(String email, String name, @Nullable String password) {
        String address = key(email);
        String called = name.isBlank() ? address.replaceFirst("@.*$", "") : name.strip();
        if (password != null) {
            passwords.findings("password", password, address).throwIfAny();
        }
        String hash = password == null ? null : passwords.hash(password);
        return platform.inTransaction(sql -> {
            Long id = sql.insertInto(OPERATOR)
                    .set(OPERATOR.EMAIL, address)
                    .set(OPERATOR.NAME, called)
                    .set(OPERATOR.PASSWORD_HASH, hash)
                    .set(OPERATOR.CREATED_AT, clock.instant())
                    .onConflict(OPERATOR.EMAIL)
                    .doNothing()
                    .returningResult(OPERATOR.ID)
                    .fetchOne(OPERATOR.ID);
            if (id == null) {
                throw new Conflict(Message.of("platform.operator_taken", address));
            }
            return hash == null
                    ? Optional.of(link(sql, id, Purpose.INVITATION, settings.invitation()))
                    : Optional.empty();
        });
    }

    /** A link by which an operator chooses another password. @throws NotFound for an unknown address */
    public String reset(String email) {
        String address = key(email);
        return platform.inTransaction(sql -> {
            Long id = sql.select(OPERATOR.ID)
                    .from(OPERATOR)
                    .where(OPERATOR.EMAIL.eq(address), OPERATOR.ACTIVE.isTrue())
                    .fetchOne(OPERATOR.ID);
            if (id == null) {
                throw new NotFound(Message.of("platform.no_such_operator", address));
            }
            return link(sql, id, Purpose.PASSWORD_RESET, settings.passwordReset());
        });
    }

    /** Whose link this is, as long as it works. */
    public Optional<Operator> byLink(Secret secret) {
        return platform.sql()
                .select(OPERATOR.ID, OPERATOR.EMAIL, OPERATOR.NAME)
                .from(OPERATOR_LINK)
                .join(OPERATOR)
                .on(OPERATOR.ID.eq(OPERATOR_LINK.OPERATOR_ID))
                .where(
                        OPERATOR_LINK.TOKEN_HASH.eq(secret.hash()),
                        OPERATOR_LINK.USED_AT.isNull(),
                        OPERATOR_LINK.EXPIRES_AT.gt(clock.instant()),
                        OPERATOR.ACTIVE.isTrue())
                .fetchOptional(row -> new Operator(row.value1(), row.value2(), row.value3()));
    }

    /**
     * Uses a link up: the password is its holder's from now on, every session of the operator ends, and no other link works.
     *
     * @throws NotFound when the link does not work (any more)
     * @throws Invalid when the password will not do; the link then still works
     */
    public Operator choosePassword(Secret secret, String password) {
        Operator operator = byLink(secret).orElseThrow(NotFound::new);
        passwords.findings("password", password, operator.email()).throwIfAny();
        String hash = passwords.hash(password);
        Instant now = clock.instant();
        return platform.inTransaction(sql -> {
            int used = sql.update(OPERATOR_LINK)
                    .set(OPERATOR_LINK.USED_AT, now)
                    .where(
                            OPERATOR_LINK.TOKEN_HASH.eq(secret.hash()),
                            OPERATOR_LINK.USED_AT.isNull(),
                            OPERATOR_LINK.EXPIRES_AT.gt(now))
                    .execute();
            if (used == 0) {
                throw new NotFound();
            }
            sql.update(OPERATOR_LINK)
                    .set(OPERATOR_LINK.USED_AT, now)
                    .where(OPERATOR_LINK.OPERATOR_ID.eq(operator.id()), OPERATOR_LINK.USED_AT.isNull())
                    .execute();
            sql.deleteFrom(OPERATOR_SESSION)
                    .where(OPERATOR_SESSION.OPERATOR_ID.eq(operator.id()))
                    .execute();
            sql.update(OPERATOR)
                    .set(OPERATOR.PASSWORD_HASH, hash)
                    .set(OPERATOR.VERSION, OPERATOR.VERSION.plus(1))
                    .where(OPERATOR.ID.eq(operator.id()))
                    .execute();
            return operator;
        });
    }

    private String link(DSLContext sql, long operator, Purpose purpose, Duration life) {
        Secret secret = Secret.random("");
        Instant now = clock.instant();
        sql.insertInto(OPERATOR_LINK)
                .set(OPERATOR_LINK.OPERATOR_ID, operator)
                .set(OPERATOR_LINK.PURPOSE, purpose.code)
                .set(OPERATOR_LINK.TOKEN_HASH, secret.hash())
                .set(OPERATOR_LINK.CREATED_AT, now)
                .set(OPERATOR_LINK.EXPIRES_AT, now.plus(life))
                .execute();
        return addresses.platform() + "/operator/invitation/" + secret.text();
    }

    private static String key(String email) {
        return EmailAddress.of(email)
                .orElseThrow(() -> new Invalid("email", "platform.not_an_address", email.strip()))
                .key();
    }
}
