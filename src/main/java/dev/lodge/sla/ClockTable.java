package dev.lodge.sla;

import dev.lodge.sla.clocks.ClockState;
import dev.lodge.sla.clocks.ClockStatus;
import dev.lodge.tickets.Act;
import dev.lodge.tickets.Deadlines;
import dev.lodge.tickets.Ledgers;
import dev.lodge.tickets.Ledgers.Finding;
import dev.lodge.tickets.TicketFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes what became of clocks: the rows that differ, in the ledger what was found, on the tickets when they are due. However many
 * tickets there are, each table is read and written once.
 */
@Component
class ClockTable {

    /** For whoever does not escalate. */
    static final Function<List<ReachedLevel>, Taken> NOTHING_TAKEN = levels -> new Taken(List.of(), List.of());

    private final StoredClocks stored;
    private final Ledgers ledgers;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    ClockTable(StoredClocks stored, Ledgers ledgers, Deadlines deadlines, ApplicationEventPublisher events) {
        this.stored = stored;
        this.ledgers = ledgers;
        this.deadlines = deadlines;
        this.events = events;
    }

    /** A level that a stored clock has reached. */
    record ReachedLevel(TicketTimes ticket, ClockState clock, long clockId, EscalationRule rule) {}

    /**
     * What became of levels that were reached.
     *
     * @param levels those that are done with
     * @param findings what the ledgers are to say of them
     */
    record Taken(List<ReachedLevel> levels, List<Finding> findings) {

        /** Ids of rules by that of the clock. */
        private Map<Long, Set<Long>> rules() {
            return levels.stream()
                    .collect(Collectors.groupingBy(
                            ReachedLevel::clockId,
                            Collectors.mapping(level -> level.rule().id(), Collectors.toSet())));
        }
    }

    /** What one update has read before it writes. */
    private record Read(Map<Long, List<ClockRow>> clocks, List<EscalationRule> levels) {

        List<ClockRow> of(TicketTimes ticket) {
            return clocks.getOrDefault(ticket.ticket().id(), List.of());
        }

        @Nullable
        ClockRow row(TicketTimes ticket, ClockState clock) {
            for (var row : of(ticket)) {
                if (row.isOf(clock)) {
                    return row;
                }
            }
            return null;
        }
    }

    /**
     * Within the transaction under way, which has locked the tickets.
     *
     * @param levels of all policies
     * @param escalate is told the levels that were reached, and says what became of them
     * @return when something is to be done about any of these tickets next, or null
     */
    @Nullable
    Instant update(
            List<TicketTimes> tickets,
            List<EscalationRule> levels,
            Instant at,
            Function<List<ReachedLevel>, Taken> escalate) {
        var read = new Read(
                stored.of(tickets.stream().map(ticket -> ticket.ticket().id()).toList()), levels);
        var findings = new ArrayList<Finding>();
        var breaches = new ArrayList<ClockBreached>();
        for (var ticket : tickets) {
            if (ticket.decided() != null) {
                findings.add(new Finding(ticket.ticket().id(), Act.ofRule(at), ticket.decided()));
            }
            for (var clock : ticket.clocks()) {
                if (isNewlyBreached(clock, read.row(ticket, clock))) {
                    var due = Objects.requireNonNull(clock.dueAt());
                    var missed = new TicketFact.TargetMissed(clock.metric().code(), due);
                    findings.add(new Finding(ticket.ticket().id(), Act.ofRule(at), missed));
                    breaches.add(new ClockBreached(
                            ticket.ticket().id(), ticket.ticket().number(), clock.metric(), due));
                }
            }
        }
        var taken = escalate.apply(reachedLevels(tickets, read, at));
        findings.addAll(taken.findings());
        ledgers.append(findings);
        var next = write(tickets, read, taken.rules());
        deadlines.set(tickets.stream()
                .filter(ticket -> !ticket.clocks().isEmpty() || !read.of(ticket).isEmpty())
                .filter(ticket -> !ticket.deadline().isKeptBy(ticket.ticket()))
                .map(TicketTimes::deadline)
                .toList());
        breaches.forEach(events::publishEvent);
        return next;
    }

    private static boolean isNewlyBreached(ClockState clock, @Nullable ClockRow row) {
        return clock.status() == ClockStatus.BREACHED && (row == null || row.breachedAt() == null);
    }

    private static List<ReachedLevel> reachedLevels(List<TicketTimes> tickets, Read read, Instant at) {
        var levels = new ArrayList<ReachedLevel>();
        for (var ticket : tickets) {
            for (var clock : ticket.clocks()) {
                var row = read.row(ticket, clock);
                if (row == null) {
                    continue;
                }
                for (var level : Level.ahead(clock, read.levels(), row.levelsReached())) {
                    if (level.isReached(clock, at)) {
                        levels.add(new ReachedLevel(ticket, clock, Objects.requireNonNull(row.id()), level.rule()));
                    }
                }
            }
        }
        return levels;
    }

    private @Nullable Instant write(List<TicketTimes> tickets, Read read, Map<Long, Set<Long>> taken) {
        var changed = new ArrayList<ClockRow>();
        var gone = new ArrayList<Long>();
        Instant earliest = null;
        for (var ticket : tickets) {
            var before = new ArrayList<>(read.of(ticket));
            for (var clock : ticket.clocks()) {
                var old = read.row(ticket, clock);
                var done = done(old, taken);
                var next = Level.next(clock, Level.ahead(clock, read.levels(), done))
                        .orElse(null);
                before.remove(old);
                var row = ClockRow.of(
                        old == null ? null : old.id(), ticket.ticket().id(), clock, next, done);
                if (!row.equals(old)) {
                    changed.add(row);
                }
                if (next != null && (earliest == null || next.isBefore(earliest))) {
                    earliest = next;
                }
            }
            before.forEach(row -> gone.add(Objects.requireNonNull(row.id())));
        }
        stored.remove(gone);
        stored.write(changed);
        return earliest;
    }

    private static Set<Long> done(@Nullable ClockRow row, Map<Long, Set<Long>> taken) {
        if (row == null) {
            return Set.of();
        }
        var done = new HashSet<>(row.levelsReached());
        done.addAll(taken.getOrDefault(row.id(), Set.of()));
        return done;
    }
}
