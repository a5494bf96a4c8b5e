package dev.lodge.sla;

import java.time.Instant;

public record ClockBreached(long ticketId, long number, Metric metric, Instant dueAt) {}
