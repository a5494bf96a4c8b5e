package dev.lodge.sla;

import java.time.Instant;
import java.util.Set;

/**
 * A level of escalation was reached. Told once for each clock and level, within the transaction that recorded it.
 *
 * @param ticketId the row's id within the tenant, not the number that people see
 * @param level what it is called
 * @param offsetSeconds after the moment of being due, before it if negative
 * @param recipients whom the level wants to know; may be empty
 */
public record Escalated(
        long ticketId,
        long number,
        Metric metric,
        String level,
        long offsetSeconds,
        Instant dueAt,
        Set<Recipient> recipients) {

    public Escalated {
        recipients = Set.copyOf(recipients);
    }
}
