package dev.lodge.sla;

import dev.lodge.sla.clocks.ClockState;
import dev.lodge.sla.clocks.ClockStatus;
import dev.lodge.tickets.Deadlines.Deadline;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.TicketState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket and its clocks at a moment.
 *
 * @param decided the policy that it came under just then, to be recorded; null if that is as it was
 */
record TicketTimes(TicketState ticket, List<ClockState> clocks, TicketFact.@Nullable PolicyApplied decided) {

    /**
     * Due is what comes first of what can still be done, and the ticket stands as that clock does. When all stand still, so does it;
     * when nothing is left to do, it stands as the one that ended last.
     */
    Deadline deadline() {
        var next = clocks.stream()
                .filter(clock -> clock.isOpen() && clock.dueAt() != null)
                .min(Comparator.comparing(clock -> Objects.requireNonNull(clock.dueAt())));
        if (next.isPresent()) {
            var clock = next.get();
            return new Deadline(
                    ticket.id(),
                    clock.dueAt(),
                    clock.startedAt(),
                    clock.status().code(),
                    clock.metric().code());
        }
        var standing = clocks.stream().filter(ClockState::isOpen).findAny().or(this::lastEnded);
        return new Deadline(
                ticket.id(),
                null,
                null,
                standing.map(clock -> clock.status().code()).orElse(null),
                standing.map(clock -> clock.metric().code()).orElse(null));
    }

    private Optional<ClockState> lastEnded() {
        return clocks.stream()
                .filter(clock -> clock.status() != ClockStatus.CANCELLED)
                .max(Comparator.comparing(TicketTimes::end).thenComparing(ClockState::status));
    }

    private static Instant end(ClockState clock) {
        return Objects.requireNonNull(clock.endedAt());
    }
}
