package dev.lodge.accounts;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords hashed as in production, and counted: hashing is what takes long in signing in, so its number tells who is known. */
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

        private final AtomicInteger hashed = new AtomicInteger();

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            hashed.incrementAndGet();
            return ARGON2ID.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            hashed.incrementAndGet();
            return ARGON2ID.matches(password, hash);
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return ARGON2ID.upgradeEncoding(hash);
        }
    }
}
