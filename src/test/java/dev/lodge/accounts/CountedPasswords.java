package dev.lodge.accounts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords hashed as in production, and counted: hashing is what takes long in signing in, so its number tells who is known. What was
 * worked out once is known for the rest of the run: tests hire hundreds of people with the same few passwords.
 */
@TestComponent
@Primary
public class CountedPasswords extends Passwords {

    private final Counting counting;

    CountedPasswords() {
        this(new Counting());
    }

    private CountedPasswords(Counting counting) {
        super(counting);
        this.counting = counting;
        // What stands in for the hash of nobody is made once.
        matches("warm", null);
    }

    /** How often a password was hashed meanwhile, to store it or to compare it. */
    public int hashedDuring(Runnable act) {
        int before = counting.hashed.get();
        act.run();
        return counting.hashed.get() - before;
    }

    private static final class Counting implements PasswordEncoder {

        private static final Map<String, String> HASHES = new ConcurrentHashMap<>();
        private static final Map<Attempt, Boolean> OUTCOMES = new ConcurrentHashMap<>();

        private final AtomicInteger hashed = new AtomicInteger();

        private record Attempt(String password, String hash) {}

        @Override
        public String encode(@Nullable CharSequence password) {
            hashed.incrementAndGet();
            return HASHES.computeIfAbsent(String.valueOf(password), ARGON2ID::encode);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            hashed.incrementAndGet();
            var attempt = new Attempt(String.valueOf(password), String.valueOf(hash));
            return OUTCOMES.computeIfAbsent(attempt, tried -> ARGON2ID.matches(tried.password(), tried.hash()));
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return ARGON2ID.upgradeEncoding(hash);
        }
    }
}
