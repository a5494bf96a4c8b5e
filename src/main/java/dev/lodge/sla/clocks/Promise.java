package dev.lodge.sla.clocks;

import dev.lodge.tickets.TicketStatus;

/** A target of a policy's version, as it holds for one clock. */
record Promise(Terms terms, Target target, Measure measure) {

    Promise(Terms terms, Target target) {
        this(terms, target, terms.measure(target));
    }

    /** Whether the clock runs while the ticket has the status. */
    boolean counts(TicketStatus status) {
        return switch (target.metric()) {
            case FIRST_RESPONSE, NEXT_RESPONSE -> true;
            case PERIODIC_UPDATE, RESOLUTION ->
                status.isUnfinished() && !terms.pauseIn().contains(status);
        };
    }
}
