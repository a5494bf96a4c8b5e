package dev.lodge.branding.domains;

import dev.lodge.tenancy.HostName;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A host that a tenant says is its own.
 *
 * @param token the random word of its record
 * @param since when it came into its state; for one that waits, when it was asked for last
 * @param finding what the last look at DNS found, or null if nobody looked yet or the record was there
 * @param missingSince since when the record of a verified host is gone, or null
 * @param nextCheckAt when it is looked at again by itself, or null for never
 */
public record Claim(
        long id,
        long tenant,
        HostName host,
        String token,
        State state,
        Instant since,
        @Nullable Finding finding,
        @Nullable Instant checkedAt,
        @Nullable Instant missingSince,
        @Nullable Instant nextCheckAt) {

    private static final String NAME = "_lodge-challenge.";
    private static final String VALUE = "lodge-site-verification=";

    /** The longest host that a record can be put below (RFC 1035, 2.3.4). */
    static final int LONGEST_HOST = 253 - NAME.length();

    /** Where a claim stands. */
    public enum State {
        /** The record was not seen yet; it is looked for. */
        WAITING,
        /** The record was seen, and the host serves the tenant. */
        VERIFIED,
        /** It was not seen for days, and is no longer looked for. */
        FAILED,
        /** It was seen once and then no more, or somebody else proved the host: it serves the tenant no longer. */
        LOST;

        /** As it is stored, and in keys of texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Why a look did not verify. */
    public enum Finding {
        /** There is no text at the name. */
        ABSENT,
        /** There are texts, but not this one. */
        DIFFERENT,
        /** No name server answered, which says nothing. */
        UNREACHABLE,
        /** The record is there, but the host is another tenant's, who has proved it too. */
        TAKEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Finding of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Until when a verified host whose record is gone serves the tenant, if nobody else proves it; null for all others. */
    public @Nullable Instant servedUntil() {
        return state == State.VERIFIED && missingSince != null ? missingSince.plus(Patience.MISSING) : null;
    }

    /** Where the record belongs. */
    public String recordName() {
        return NAME + host;
    }

    /** What it says. */
    public String recordValue() {
        return VALUE + token;
    }
}
