package dev.lodge.sla;

import dev.lodge.sla.StoredClocks.Marked;
import dev.lodge.sla.StoredClocks.Reached;
import dev.lodge.sla.clocks.ClockState;
import dev.lodge.sla.clocks.ClockStatus;
import dev.lodge.tickets.Act;
import dev.lodge.tickets.Deadlines;
import dev.lodge.tickets.Ledgers;
import dev.lodge.tickets.Ledgers.Finding;
import dev.lodge.tickets.TicketFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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
    static final Function<List<ReachedLevel>, Taken> NOTHING_REACHED = levels -> new Taken(Set.of(), List.of());

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
    record ReachedLevel(TicketTimes ticket, ClockState clock, EscalationRule rule, Reached mark) {}

    /**
     * What became of levels that were reached.
     *
     * @param done those that are done with
     * @param findings what the ledgers are to say of them
     */
    record Taken(Set<Reached> done, List<Finding> findings) {}

    /** What one update has read before it writes. */
    private record Read(Map<Long, Map<ClockRow.Key, Marked>> clocks, List<EscalationRule> levels) {

        Map<ClockRow.Key, Marked> of(TicketTimes ticket) {
            return clocks.getOrDefault(ticket.ticket().id(), Map.of());
        }

        @Nullable
        ClockRow row(TicketTimes ticket, ClockState clock) {
            var marked = of(ticket).get(new ClockRow.Key(clock.metric(), clock.ordinal()));
            return marked == null ? null : marked.clock();
        }

        List<Level> ahead(TicketTimes ticket, ClockState clock) {
            var marked = of(ticket).get(new ClockRow.Key(clock.metric(), clock.ordinal()));
            return Level.ahead(clock, levels, marked == null ? Set.of() : marked.reached());
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
        var read = read(tickets, levels);
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
        var next = write(tickets, read, taken.done());
        deadlines.set(tickets.stream()
                .filter(ticket -> !ticket.clocks().isEmpty() || !read.of(ticket).isEmpty())
                .filter(ticket -> !ticket.deadline().isKeptBy(ticket.ticket()))
                .map(TicketTimes::deadline)
                .toList());
        breaches.forEach(events::publishEvent);
        return next;
    }

    private Read read(List<TicketTimes> tickets, List<EscalationRule> levels) {
        var clocks = new HashMap<Long, Map<ClockRow.Key, Marked>>();
        for (var marked : stored.marked(
                tickets.stream().map(ticket -> ticket.ticket().id()).toList())) {
            clocks.computeIfAbsent(marked.clock().ticketId(), ticket -> new HashMap<>())
                    .put(marked.clock().key(), marked);
        }
        return new Read(clocks, levels);
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
                for (var level : read.ahead(ticket, clock)) {
                    if (level.isReached(clock, at)) {
                        levels.add(new ReachedLevel(ticket, clock, level.rule(), level.mark(row)));
                    }
                }
            }
        }
        return levels;
    }

    private @Nullable Instant write(List<TicketTimes> tickets, Read read, Set<Reached> done) {
        var changed = new ArrayList<ClockRow>();
        var gone = new ArrayList<Long>();
        Instant earliest = null;
        for (var ticket : tickets) {
            var before = new HashMap<>(read.of(ticket));
            for (var clock : ticket.clocks()) {
                var old = read.row(ticket, clock);
                var ahead = read.ahead(ticket, clock).stream()
                        .filter(level -> old == null || !done.contains(level.mark(old)))
                        .toList();
                var next = Level.next(clock, ahead).orElse(null);
                before.remove(new ClockRow.Key(clock.metric(), clock.ordinal()));
                var row = ClockRow.of(
                        old == null ? null : old.id(), ticket.ticket().id(), clock, next);
                if (!row.equals(old)) {
                    changed.add(row);
                }
                if (next != null && (earliest == null || next.isBefore(earliest))) {
                    earliest = next;
                }
            }
            before.values()
                    .forEach(marked ->
                            gone.add(Objects.requireNonNull(marked.clock().id())));
        }
        stored.remove(gone);
        stored.write(changed);
        return earliest;
    }
}
