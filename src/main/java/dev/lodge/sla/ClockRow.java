package dev.lodge.sla;

import dev.lodge.sla.clocks.ClockState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clock as its table has it.
 *
 * @param id null before it is stored
 * @param usedSeconds without the stretch in which it runs now
 * @param nextMoment when something is to be done about it
 * @param levelsReached ids of the escalation rules whose levels it reached
 */
record ClockRow(
        @Nullable Long id,
        long ticketId,
        Metric metric,
        int ordinal,
        long policy,
        int policyVersion,
        long targetSeconds,
        String counts,
        String status,
        Instant startedAt,
        @Nullable Instant dueAt,
        long usedSeconds,
        @Nullable Instant breachedAt,
        @Nullable Instant endedAt,
        @Nullable Instant fulfilledAt,
        @Nullable Instant nextMoment,
        Set<Long> levelsReached) {

    static ClockRow of(
            @Nullable Long id, long ticketId, ClockState state, @Nullable Instant nextMoment, Set<Long> levelsReached) {
        return new ClockRow(
                id,
                ticketId,
                state.metric(),
                state.ordinal(),
                state.terms().policy(),
                state.terms().version(),
                state.target().seconds(),
                state.target().time().code(),
                state.status().code(),
                state.startedAt(),
                state.dueAt(),
                state.usedBefore().toSeconds(),
                state.breachedAt(),
                state.endedAt(),
                state.fulfilledAt(),
                nextMoment,
                levelsReached);
    }

    /** Whether this stands for that clock of the ticket. */
    boolean isOf(ClockState clock) {
        return metric == clock.metric() && ordinal == clock.ordinal();
    }
}
