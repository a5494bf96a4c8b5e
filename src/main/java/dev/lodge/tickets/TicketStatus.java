package dev.lodge.tickets;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a ticket is in its life. Nothing goes back to new, and nothing leaves closed. */
public enum TicketStatus {
    /** Nobody has taken it yet. */
    NEW,
    OPEN,
    /** Waiting for the customer. */
    PENDING,
    /** Waiting for somebody else; the customer sees open. */
    ON_HOLD,
    SOLVED,
    /** Final. Reached by rule some days after solved, or by force close; never by hand. */
    CLOSED;

    /** All in which work remains. */
    public static final Set<TicketStatus> UNFINISHED =
            Collections.unmodifiableSet(EnumSet.of(NEW, OPEN, PENDING, ON_HOLD));

    /** Whether an agent may set this status by hand. Staying is not becoming. */
    public boolean canBecome(TicketStatus next) {
        return switch (this) {
            case NEW ->
                switch (next) {
                    case OPEN, PENDING, ON_HOLD, SOLVED -> true;
                    case NEW, CLOSED -> false;
                };
            case OPEN ->
                switch (next) {
                    case PENDING, ON_HOLD, SOLVED -> true;
                    case NEW, OPEN, CLOSED -> false;
                };
            case PENDING ->
                switch (next) {
                    case OPEN, ON_HOLD, SOLVED -> true;
                    case NEW, PENDING, CLOSED -> false;
                };
            case ON_HOLD ->
                switch (next) {
                    case OPEN, PENDING, SOLVED -> true;
                    case NEW, ON_HOLD, CLOSED -> false;
                };
            case SOLVED ->
                switch (next) {
                    case OPEN -> true;
                    case NEW, PENDING, ON_HOLD, SOLVED, CLOSED -> false;
                };
            case CLOSED -> false;
        };
    }

    /** All that this one can become by hand, in the order of a ticket's life. */
    public Set<TicketStatus> successors() {
        return Stream.of(values())
                .filter(this::canBecome)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TicketStatus.class)));
    }

    public boolean isUnfinished() {
        return UNFINISHED.contains(this);
    }

    /** As it is stored and written in data: {@code on_hold}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is none */
    public static TicketStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
