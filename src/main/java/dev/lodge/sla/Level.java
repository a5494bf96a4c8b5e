package dev.lodge.sla;

import dev.lodge.sla.clocks.ClockState;
import dev.lodge.sla.clocks.ClockStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A level of escalation that a clock has still before it, and when it reaches it. */
record Level(EscalationRule rule, Instant moment) {

    /**
     * Those of the rules that the clock will reach, or has reached without anything having been done yet. A level before due is for
     * what can still be done in time, or at least late; one at or after due is for a breach that lasted until then. What lies before
     * the rule itself is not made up for.
     *
     * @param done ids of rules that the clock reached before
     */
    static List<Level> ahead(ClockState clock, List<EscalationRule> rules, Set<Long> done) {
        var due = clock.dueAt();
        if (due == null) {
            return List.of();
        }
        return rules.stream()
                .filter(rule -> rule.policy() == clock.terms().policy() && rule.metric() == clock.metric())
                .filter(rule -> !done.contains(rule.id()))
                .map(rule -> new Level(rule, due.plusSeconds(rule.offsetSeconds())))
                .filter(level -> !level.moment().isBefore(level.rule().updatedAt()))
                .filter(level -> level.isPossible(clock))
                .toList();
    }

    private boolean isPossible(ClockState clock) {
        var end = clock.endedAt();
        return end == null
                || rule.offsetSeconds() >= 0 && clock.status() == ClockStatus.BREACHED && moment.isBefore(end);
    }

    /** Whether it is reached by then. */
    boolean isReached(ClockState clock, Instant now) {
        return moment.isBefore(now) && (rule.offsetSeconds() < 0 || clock.status() == ClockStatus.BREACHED);
    }

    /** When something is to be done about the clock next. */
    static Optional<Instant> next(ClockState clock, List<Level> ahead) {
        var breach = clock.status() == ClockStatus.RUNNING ? Stream.ofNullable(clock.dueAt()) : Stream.<Instant>empty();
        return Stream.concat(breach, ahead.stream().map(Level::moment)).min(Instant::compareTo);
    }
}
