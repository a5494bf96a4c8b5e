package dev.lodge.sla.clocks;

import dev.lodge.sla.Metric;
import dev.lodge.tickets.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The life of one clock: the stretches of its ticket's statuses, and the promise that is laid over them. Which stretches count is
 * asked of the promise in force, so another target finds the same past and keeps the time used.
 */
final class Course {

    private final Metric metric;
    private final int ordinal;
    private final List<Stretch> stretches = new ArrayList<>();

    private @Nullable Promise promise;
    private @Nullable Instant withdrawnAt;
    private @Nullable Instant breachedAt;
    private @Nullable Instant missed;
    private @Nullable Instant endedAt;
    private boolean fulfilled;

    Course(Metric metric, int ordinal, TicketStatus status, Instant at) {
        this.metric = metric;
        this.ordinal = ordinal;
        stretches.add(new Stretch(at, null, status));
    }

    /** @param to null for the one that lasts */
    private record Stretch(Instant from, @Nullable Instant to, TicketStatus status) {}

    Metric metric() {
        return metric;
    }

    boolean isOpen() {
        return endedAt == null;
    }

    /** Whether it ended in the moment in which it began. */
    boolean isVoid() {
        return startedAt().equals(endedAt) && !fulfilled;
    }

    void enter(TicketStatus status, Instant at) {
        close(at);
        stretches.add(new Stretch(at, null, status));
    }

    void end(boolean done, Instant at) {
        close(at);
        endedAt = at;
        fulfilled = done;
    }

    /** What was done is undone: it goes on, and the time in between is a break. */
    void resume(TicketStatus status, Instant at) {
        stretches.add(new Stretch(Objects.requireNonNull(endedAt), at, TicketStatus.SOLVED));
        stretches.add(new Stretch(at, null, status));
        endedAt = null;
        fulfilled = false;
    }

    private void close(Instant at) {
        var last = stretches.removeLast();
        stretches.add(new Stretch(last.from(), at, last.status()));
    }

    /**
     * Time passes. What was promised meanwhile is what the ticket's state said at its beginning.
     *
     * @param now what is promised in that time, or null
     */
    void pass(@Nullable Promise now, Instant from, Instant to) {
        if (endedAt != null || breachedAt != null) {
            return;
        }
        if (now == null) {
            withdrawnAt = promise == null || withdrawnAt != null ? withdrawnAt : from;
            return;
        }
        promise = now;
        withdrawnAt = null;
        var due = isRunning(now) ? due(now) : null;
        if (due != null && due.isBefore(to) && from.isBefore(to)) {
            missed = due;
            breachedAt = due.isBefore(from) ? from : due;
        }
    }

    private boolean isRunning(Promise under) {
        var last = stretches.getLast();
        return last.to() == null && under.counts(last.status());
    }

    /** When the target's time is or will be used up; null while it stands still before that. */
    private @Nullable Instant due(Promise under) {
        var left = under.target().length();
        for (var stretch : stretches) {
            if (!under.counts(stretch.status())) {
                continue;
            }
            if (stretch.to() == null) {
                return under.measure().plus(stretch.from(), left);
            }
            var used = under.measure().between(stretch.from(), stretch.to());
            if (used.compareTo(left) >= 0) {
                return under.measure().plus(stretch.from(), left);
            }
            left = left.minus(used);
        }
        return endedAt == null ? null : under.measure().plus(endedAt, left);
    }

    private Duration used(Promise under, @Nullable Instant until) {
        var used = Duration.ZERO;
        for (var stretch : stretches) {
            var to = stretch.to() == null ? until : stretch.to();
            if (to != null && to.isAfter(stretch.from()) && under.counts(stretch.status())) {
                used = used.plus(under.measure().between(stretch.from(), to));
            }
        }
        return used;
    }

    /** Null if nothing was ever promised. */
    @Nullable
    ClockState state(Instant until) {
        var under = promise;
        if (under == null) {
            return null;
        }
        var status = status(under);
        var end = endedAt != null ? endedAt : withdrawnAt;
        return new ClockState(
                metric,
                ordinal,
                under.terms(),
                under.target(),
                status,
                startedAt(),
                breachedAt != null ? missed : status == ClockStatus.CANCELLED ? null : due(under),
                used(under, end == null ? until : end),
                used(under, end),
                breachedAt,
                end,
                fulfilled ? endedAt : null,
                breaks(under, until));
    }

    private ClockStatus status(Promise under) {
        if (breachedAt != null) {
            return ClockStatus.BREACHED;
        }
        if (endedAt != null && fulfilled) {
            return ClockStatus.MET;
        }
        if (endedAt != null || withdrawnAt != null) {
            return ClockStatus.CANCELLED;
        }
        return isRunning(under) ? ClockStatus.RUNNING : ClockStatus.PAUSED;
    }

    /** Stretches that do not count, those that touch taken together. */
    private List<ClockState.Break> breaks(Promise under, Instant until) {
        var breaks = new ArrayList<ClockState.Break>();
        for (var stretch : stretches) {
            if (under.counts(stretch.status()) || stretch.from().equals(stretch.to())) {
                continue;
            }
            var from = stretch.from();
            if (!breaks.isEmpty() && from.equals(breaks.getLast().to())) {
                from = breaks.removeLast().from();
            }
            var to = stretch.to();
            var spared = under.measure().between(from, to == null ? until : to);
            breaks.add(new ClockState.Break(from, to, spared));
        }
        return breaks;
    }

    private Instant startedAt() {
        return stretches.getFirst().from();
    }
}
