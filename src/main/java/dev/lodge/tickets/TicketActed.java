package dev.lodge.tickets;

import java.util.List;

/** All that one act did to a ticket, told once after the single facts, within the same transaction. */
public record TicketActed(long ticketId, long number, Act act, List<TicketEvent<TicketFact>> events) {}
