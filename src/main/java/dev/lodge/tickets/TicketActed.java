package dev.lodge.tickets;

import java.util.List;

/**
 * All that one act did to a ticket, told once, after each of its {@link TicketEvent}s, within the transaction that made it true: for
 * whoever derives something from the ticket's whole state and would otherwise do so at every fact.
 *
 * @param ticketId the row's id within the tenant, not the number that people see
 * @param events in the order in which they happened, at least one
 */
public record TicketActed(long ticketId, long number, Act act, List<TicketEvent<TicketFact>> events) {

    public TicketActed {
        events = List.copyOf(events);
    }
}
