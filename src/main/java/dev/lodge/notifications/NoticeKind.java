package dev.lodge.notifications;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What agents are told about, the more specific before the more general: of one act each agent hears once, and the first that fits is
 * what they hear.
 */
enum NoticeKind {
    /** Somebody called them by name in a note. */
    MENTIONED(new Channels(true, true), false),
    /** A ticket is theirs from now on. */
    ASSIGNED(new Channels(true, true), false),
    /** A customer wrote on a ticket of theirs, or on one that nobody of their team has. */
    CUSTOMER_REPLIED(new Channels(true, true), false),
    /** A target was missed. */
    SLA_BREACHED(new Channels(true, true), true),
    /** A target is about to be missed. */
    SLA_WARNING(new Channels(true, true), true),
    /** A ticket that nobody has came into their team. Many come, so nobody is mailed about them unasked. */
    NEW_IN_TEAM(new Channels(true, false), false);

    private final Channels usual;
    private final boolean urgent;

    NoticeKind(Channels usual, boolean urgent) {
        this.usual = usual;
        this.urgent = urgent;
    }

    /** What an agent gets who chose nothing. */
    Channels usual() {
        return usual;
    }

    /** Whether its mail hardly waits for others to go with it. */
    boolean isUrgent() {
        return urgent;
    }

    /** As it is stored and written in data. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an unknown code */
    static NoticeKind of(String code) {
        return Stream.of(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of notice is called " + code));
    }
}
