package dev.lodge.sla.clocks;

import dev.lodge.sla.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promise about one ticket, as it stands at a moment.
 *
 * @param ordinal counts the clocks of the metric on the ticket, from 1
 * @param terms the policy's version under which it stands; once breached or ended, the one under which it was
 * @param dueAt null while it is paused, and when it was cancelled before it came due
 * @param used how much of the target's time has passed
 * @param usedBefore the same without the stretch in which it runs now, so that it stays while the clock runs
 * @param breachedAt when it was found to be late: when it came due, or when a stricter target took hold
 * @param endedAt when it was fulfilled or cancelled; null while it can still be
 * @param fulfilledAt when what was promised was done, in time or late
 * @param breaks when it stood still, in order
 */
public record ClockState(
        Metric metric,
        int ordinal,
        Terms terms,
        Target target,
        ClockStatus status,
        Instant startedAt,
        @Nullable Instant dueAt,
        Duration used,
        Duration usedBefore,
        @Nullable Instant breachedAt,
        @Nullable Instant endedAt,
        @Nullable Instant fulfilledAt,
        List<Break> breaks) {

    /**
     * A span in which the clock stood still.
     *
     * @param to null while it does
     * @param spared how much of the target's time it would have used
     */
    public record Break(Instant from, @Nullable Instant to, Duration spared) {}

    public ClockState {
        breaks = List.copyOf(breaks);
    }

    /** Whether what was promised can still be done. */
    public boolean isOpen() {
        return endedAt == null;
    }
}
