package dev.lodge.tickets;

/** An agent opened a ticket's page and saw it. */
public record TicketSeen(long number, long agentId) {}
