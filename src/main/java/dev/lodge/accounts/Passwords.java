package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Unavailable;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Passwords of agents and operators: how they are hashed and which are good enough. Hashing is slow by intent, so only as many run at
 * once as leave the processors something for everybody else; who waits too long is told to come back.
 */
@Component
public class Passwords {

    /** Fewest characters. */
    public static final int SHORTEST = 10;

    /** Most characters; longer ones are refused, not cut. */
    public static final int LONGEST = 200;

    private static final String CURRENT = "argon2id";

    /** Argon2id of 19 MiB, two passes and one lane: the first choice of OWASP's password storage cheat sheet. */
    static final PasswordEncoder ARGON2ID =
            new DelegatingPasswordEncoder(CURRENT, Map.of(CURRENT, new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2)));

    private final PasswordEncoder encoder;
    private final Semaphore turns;
    private final Supplier<String> unknown;

    Passwords() {
        this(ARGON2ID);
    }

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        turns = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
        unknown = SingletonSupplier.of(() -> encoder.encode("nobody has this password"));
    }

    /** The hash to store, which names its method and parameters. */
    public String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /** Whether the password is the hash's. Without a hash the answer is no, after about the same time. */
    public boolean matches(String password, @Nullable String hash) {
        String compared = hash == null ? unknown.get() : hash;
        return inTurn(() -> encoder.matches(password, compared)) && hash != null;
    }

    /** Whether a hash was made by older means than those in force: it is made anew at the next sign-in. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /**
     * What is wrong with a password that somebody chose.
     *
     * @param field the name under which it was sent
     * @param email the address of its owner: everybody knows that one
     */
    public FieldErrors findings(String field, String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return FieldErrors.of(field, "accounts.password.too_short", SHORTEST);
        }
        if (length > LONGEST) {
            return FieldErrors.of(field, "accounts.password.too_long", LONGEST);
        }
        if (password.equalsIgnoreCase(email)) {
            return FieldErrors.of(field, "accounts.password.is_address");
        }
        return FieldErrors.none();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(5, TimeUnit.SECONDS)) {
                throw new Unavailable(Unavailable.Reason.BUSY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable(Unavailable.Reason.BUSY);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
