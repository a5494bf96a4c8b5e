package dev.lodge.branding.domains;

import dev.lodge.branding.domains.Claim.Finding;
import dev.lodge.branding.domains.Claim.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a record is looked for, and how long: what a claim becomes by a look that did not find it.
 *
 * @param missingSince since when a verified host's record is gone
 * @param nextCheckAt null for never
 */
record Patience(
        State state,
        Instant since,
        @Nullable Instant missingSince,
        @Nullable Instant nextCheckAt) {

    /** The first look; somebody who sets a record up needs about as long. */
    static final Duration FIRST = Duration.ofMinutes(1);

    /** How long a claim waits for its record: name servers may keep an old answer for two days. */
    static final Duration WAITING = Duration.ofDays(7);

    /** How often a verified host is looked at again. */
    static final Duration VERIFIED = Duration.ofDays(1);

    /** How long a host is still served whose record is gone: enough for a weekend and a mistake at the registrar. */
    static final Duration MISSING = Duration.ofDays(3);

    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** The record is there. */
    static Patience seen(Claim claim, Instant now) {
        Instant since = claim.state() == State.VERIFIED ? claim.since() : now;
        return new Patience(State.VERIFIED, since, null, now.plus(VERIFIED));
    }

    /** It is not; claims that failed or were lost stay so until somebody asks anew. */
    static Patience unseen(Claim claim, Finding finding, Instant now) {
        return switch (claim.state()) {
            case WAITING -> waiting(claim, now);
            case VERIFIED -> verified(claim, finding, now);
            case FAILED, LOST -> new Patience(claim.state(), claim.since(), claim.missingSince(), null);
        };
    }

    private static Patience waiting(Claim claim, Instant now) {
        Duration waited = Duration.between(claim.since(), now);
        if (waited.compareTo(WAITING) >= 0) {
            return new Patience(State.FAILED, now, null, null);
        }
        // Half as long again as it has waited so far: about fifteen looks on the first day, then four a day.
        Duration pause = between(FIRST, waited.dividedBy(2), LONGEST_WAIT);
        return new Patience(State.WAITING, claim.since(), null, now.plus(pause));
    }

    private static Patience verified(Claim claim, Finding finding, Instant now) {
        Instant missing = claim.missingSince();
        Instant soon = now.plus(LONGEST_WAIT);
        if (finding == Finding.UNREACHABLE) {
            return new Patience(State.VERIFIED, claim.since(), missing, soon);
        }
        Instant until = claim.servedUntil();
        if (until == null) {
            return new Patience(State.VERIFIED, claim.since(), now, soon);
        }
        return until.isAfter(now)
                ? new Patience(State.VERIFIED, claim.since(), missing, soon.isBefore(until) ? soon : until)
                : new Patience(State.LOST, now, missing, null);
    }

    private static Duration between(Duration least, Duration wanted, Duration most) {
        Duration atLeast = wanted.compareTo(least) < 0 ? least : wanted;
        return atLeast.compareTo(most) > 0 ? most : atLeast;
    }
}
