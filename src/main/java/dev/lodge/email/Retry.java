package dev.lodge.email;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When to try again: soon at first, then every few hours, for two days (RFC 5321, 4.5.4.1). */
final class Retry {

    /** How long a mail is tried. */
    static final Duration LONGEST = Duration.ofDays(2);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    private Retry() {}

    /** The moment of the next attempt, a little blurred so that mails that failed together do not return together; empty to give up. */
    static Optional<Instant> after(int attempt, Instant now, Instant giveUpAt) {
        Duration pause = PAUSES.get(Math.min(attempt, PAUSES.size()) - 1);
        long blur = ThreadLocalRandom.current().nextLong(1 + pause.toMillis() / 10);
        return Optional.of(now.plus(pause).plusMillis(blur)).filter(next -> next.isBefore(giveUpAt));
    }
}
