package dev.lodge.sla;

import java.time.Instant;
import java.util.Set;

public record Escalated(
        long ticketId,
        long number,
        Metric metric,
        String level,
        long offsetSeconds,
        Instant dueAt,
        Set<Recipient> recipients) {}
