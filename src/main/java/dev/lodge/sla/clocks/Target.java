package dev.lodge.sla.clocks;

import dev.lodge.sla.Metric;
import dev.lodge.tickets.Priority;
import java.time.Duration;

/**
 * A promise about one metric, for tickets of one priority.
 *
 * @param seconds within how many, at least 1
 * @param time which ones are counted
 */
public record Target(Metric metric, Priority priority, long seconds, Counting time) {

    Duration length() {
        return Duration.ofSeconds(seconds);
    }
}
