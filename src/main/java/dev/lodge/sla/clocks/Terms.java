package dev.lodge.sla.clocks;

import dev.lodge.sla.Metric;
import dev.lodge.sla.hours.BusinessCalendar;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a policy promises; it never changes.
 *
 * @param targets at most one for each metric and priority
 * @param pauseIn statuses in which periodic update and resolution wait
 * @param calendar what business time is; null if no target counts in it
 */
public record Terms(
        long policy,
        int version,
        String name,
        List<Target> targets,
        Set<TicketStatus> pauseIn,
        @Nullable Hours calendar) {

    /** A version of a calendar. */
    public record Hours(long id, int version, String name, BusinessCalendar time) {}

    public Terms {
        targets = List.copyOf(targets);
        pauseIn = Set.copyOf(pauseIn);
    }

    public Optional<Target> target(Metric metric, Priority priority) {
        return targets.stream()
                .filter(target -> target.metric() == metric && target.priority() == priority)
                .findFirst();
    }

    Measure measure(Target target) {
        if (target.time() == Counting.CALENDAR) {
            return Measure.CALENDAR;
        }
        if (calendar == null) {
            throw new IllegalStateException("Version %d of policy %d has no calendar".formatted(version, policy));
        }
        return Measure.business(calendar.time());
    }
}
