package dev.lodge.sla;

import java.time.Instant;
import java.util.List;

/**
 * A level of escalation: what happens at a moment before or after a clock of the policy's metric comes due, once for each clock.
 *
 * @param offsetSeconds before due if negative
 * @param updatedAt moments before this are not made up for
 */
public record EscalationRule(
        long id,
        String name,
        long policy,
        Metric metric,
        long offsetSeconds,
        List<EscalationAction> actions,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
