package dev.lodge.tickets;

import java.time.Instant;

/** A fact in a ticket's ledger, and when it became true by the clock of the machine that wrote it. */
public record LedgerEntry(Instant at, TicketFact fact) {}
