package dev.lodge.tickets;

import java.util.Locale;
import java.util.Set;

/** Where a ticket is in its life, in the words of who asked. What the desk waits for elsewhere is none of their concern: it is open. */
public enum RequestStatus {
    OPEN,
    /** The desk waits for the customer. */
    WAITING,
    SOLVED,
    CLOSED;

    static RequestStatus of(TicketStatus status) {
        return switch (status) {
            case NEW, OPEN, ON_HOLD -> OPEN;
            case PENDING -> WAITING;
            case SOLVED -> SOLVED;
            case CLOSED -> CLOSED;
        };
    }

    /** The statuses of tickets that are done, or that are not. */
    static Set<TicketStatus> of(boolean done) {
        return done ? Set.of(TicketStatus.SOLVED, TicketStatus.CLOSED) : TicketStatus.UNFINISHED;
    }

    /** As it is written in data: {@code waiting}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
