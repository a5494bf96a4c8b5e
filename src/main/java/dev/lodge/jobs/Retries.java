package dev.lodge.jobs;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often work that failed is tried, and how long between. The wait grows by a factor from one failure to the next; the actual one
 * is drawn from its upper half, so that what failed together does not come back together.
 *
 * @param attempts runs in all, at least 1; after the last the work is a {@link DeadLetter}
 * @param first the longest wait after the first failure
 * @param factor what each further failure multiplies it by, at least 1
 * @param most where it stops growing
 */
public record Retries(int attempts, Duration first, double factor, Duration most) {

    /** Ten runs in about four hours: 5 s, 15 s, 45 s, 2 min, 7 min, 20 min, then each hour. */
    public static final Retries STANDARD = new Retries(10, Duration.ofSeconds(5), 3, Duration.ofHours(1));

    public Retries {
        if (attempts < 1 || first.isNegative() || !(factor >= 1) || most.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "Cannot retry %d times after %s, times %s, up to %s.".formatted(attempts, first, factor, most));
        }
    }

    /** The wait after so many failures in a row, 1 and up: between half the longest and the longest. */
    Duration waitAfter(int failures) {
        double longest = Math.min(most.toMillis(), first.toMillis() * Math.pow(factor, failures - 1));
        return Duration.ofMillis(
                Math.round(longest * (0.5 + ThreadLocalRandom.current().nextDouble() / 2)));
    }

    boolean allowAfter(int failures) {
        return failures < attempts;
    }
}
