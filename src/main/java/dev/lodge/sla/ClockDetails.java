package dev.lodge.sla;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.lodge.sla.clocks.ClockStatus;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.tickets.Priority;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a ticket as the API and the ticket's page show it.
 *
 * @param priority the one for which the target is
 * @param calendar id of the calendar in which business time is counted; null in calendar time
 * @param startedAt creation, or the message that waited, or the reply before
 * @param dueAt null while it is paused, and when it was cancelled before it came due
 * @param usedSeconds of the target's time, by now or until the end
 * @param leftSeconds of the target's time; negative when late
 * @param breachedAt when it was found late
 * @param endedAt when it was fulfilled or cancelled
 * @param breaks when it stood still
 * @param explanation why it is due then, as a sentence in the reader's language and zone
 * @param dueInWords the moment of being due as the explanation has it; null where that does not name it
 */
public record ClockDetails(
        Metric metric,
        long policy,
        int policyVersion,
        String policyName,
        Priority priority,
        long targetSeconds,
        Counting time,
        @Nullable Long calendar,
        @Nullable String calendarName,
        Instant startedAt,
        @Nullable Instant dueAt,
        ClockStatus status,
        long usedSeconds,
        long leftSeconds,
        @Nullable Instant breachedAt,
        @Nullable Instant fulfilledAt,
        @Nullable Instant endedAt,
        List<Break> breaks,
        String explanation,
        @JsonIgnore @Nullable String dueInWords) {

    /**
     * @param to null while it lasts
     * @param seconds of the target's time that it did not use
     */
    public record Break(Instant from, @Nullable Instant to, long seconds) {}
}
