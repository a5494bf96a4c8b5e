package dev.lodge.sla;

import java.time.Instant;

/**
 * A clock is late. Told once for each, within the transaction that found it.
 *
 * @param ticketId the row's id within the tenant, not the number that people see
 */
public record ClockBreached(long ticketId, long number, Metric metric, Instant dueAt) {}
