package dev.lodge.sla.panel;

import dev.lodge.sla.ClockDetails;
import dev.lodge.sla.Metric;
import dev.lodge.sla.clocks.ClockStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a ticket in the order in which they matter.
 *
 * @param shown those that can still be kept, the next one due first; then the last that ended of each other metric
 * @param earlier the rest, the newest first
 * @param settings whether the reader may open the policy
 */
public record ClockPanel(List<ClockDetails> shown, List<ClockDetails> earlier, boolean settings) {

    /** A version of a policy. */
    public record Policy(long id, String name, int version) {}

    /** @param clocks in the order in which they began */
    static ClockPanel of(List<ClockDetails> clocks, boolean settings) {
        var shown = new ArrayList<>(clocks.stream()
                .filter(clock -> clock.endedAt() == null)
                .sorted(Comparator.comparing(
                        ClockDetails::dueAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .toList());
        var told = EnumSet.noneOf(Metric.class);
        shown.forEach(clock -> told.add(clock.metric()));
        var earlier = new ArrayList<ClockDetails>();
        for (var clock : ended(clocks)) {
            boolean counts = clock.status() != ClockStatus.CANCELLED;
            (counts && told.add(clock.metric()) ? shown : earlier).add(clock);
        }
        return new ClockPanel(List.copyOf(shown), List.copyOf(earlier), settings);
    }

    private static List<ClockDetails> ended(List<ClockDetails> clocks) {
        return clocks.stream()
                .filter(clock -> clock.endedAt() != null)
                .sorted(Comparator.comparing((ClockDetails clock) -> Objects.requireNonNull(clock.endedAt()))
                        .reversed())
                .toList();
    }

    public boolean isEmpty() {
        return shown.isEmpty() && earlier.isEmpty();
    }

    /** The one under which the clock stands that matters most; null without clocks. */
    public @Nullable Policy policy() {
        if (isEmpty()) {
            return null;
        }
        var first = shown.isEmpty() ? earlier.getFirst() : shown.getFirst();
        return new Policy(first.policy(), first.policyName(), first.policyVersion());
    }

    /** How many of those that are folded away came too late. */
    public long missedEarlier() {
        return earlier.stream()
                .filter(clock -> clock.status() == ClockStatus.BREACHED)
                .count();
    }
}
