package dev.lodge.sla;

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
import java.util.Collection;
import java.util.HashMap;
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
    static final Function<List<ReachedLevel>, Set<Reached>> NOTHING_REACHED = levels -> Set.of();

    private final StoredClocks stored;
    private final StoredRules rules;
    private final Ledgers ledgers;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    ClockTable(
            StoredClocks stored,
            StoredRules rules,
            Ledgers ledgers,
            Deadlines deadlines,
            ApplicationEventPublisher events) {
        this.stored = stored;
        this.rules = rules;
        this.ledgers = ledgers;
        this.deadlines = deadlines;
        this.events = events;
    }

    /** A level that a stored clock has reached. */
    record ReachedLevel(TicketTimes ticket, ClockState clock, EscalationRule rule, Reached mark) {}

    /** What one update has read before it writes. */
    private record Read(Map<Long, Map<ClockRow.Key, ClockRow>> rows, List<EscalationRule> rules, Set<Reached> reached) {

        @Nullable
        ClockRow row(TicketTimes ticket, ClockState clock) {
            return rows.getOrDefault(ticket.ticket().id(), Map.of())
                    .get(new ClockRow.Key(clock.metric(), clock.ordinal()));
        }

        List<Level> ahead(TicketTimes ticket, ClockState clock) {
            var row = row(ticket, clock);
            Set<Long> done = row == null
                    ? Set.of()
                    : reached.stream()
                            .filter(mark -> Objects.equals(mark.clock(), row.id()))
                            .map(Reached::rule)
                            .collect(Collectors.toSet());
            return Level.ahead(clock, rules, done);
        }
    }

    /**
     * Within the transaction under way, which has locked the tickets.
     *
     * @param escalate is told the levels that were reached, and says which of them are done with by now
     * @return when something is to be done about any of these tickets next, or null
     */
    @Nullable
    Instant update(List<TicketTimes> tickets, Instant at, Function<List<ReachedLevel>, Set<Reached>> escalate) {
        var read = read(tickets);
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
        ledgers.append(findings);
        var done = new HashSet<>(read.reached());
        done.addAll(escalate.apply(reachedLevels(tickets, read, at)));
        var next = write(tickets, new Read(read.rows(), read.rules(), done));
        deadlines.set(tickets.stream()
                .filter(ticket -> !ticket.clocks().isEmpty()
                        || read.rows().containsKey(ticket.ticket().id()))
                .map(TicketTimes::deadline)
                .toList());
        breaches.forEach(events::publishEvent);
        return next;
    }

    private Read read(List<TicketTimes> tickets) {
        var byTicket =
                stored.of(tickets.stream().map(ticket -> ticket.ticket().id()).toList());
        var rows = new HashMap<Long, Map<ClockRow.Key, ClockRow>>();
        byTicket.forEach((ticket, clocks) ->
                rows.put(ticket, clocks.stream().collect(Collectors.toMap(ClockRow::key, Function.identity()))));
        var policies = tickets.stream()
                .flatMap(ticket -> ticket.clocks().stream())
                .map(clock -> clock.terms().policy())
                .collect(Collectors.toSet());
        var some = rules.of(policies);
        return new Read(rows, some, some.isEmpty() ? Set.of() : stored.reached(ids(byTicket.values())));
    }

    private static List<Long> ids(Collection<List<ClockRow>> rows) {
        return rows.stream()
                .flatMap(List::stream)
                .map(row -> Objects.requireNonNull(row.id()))
                .toList();
    }

    private static boolean isNewlyBreached(ClockState clock, @Nullable ClockRow row) {
        return clock.status() == ClockStatus.BREACHED && (row == null || row.breachedAt() == null);
    }

    private static List<ReachedLevel> reachedLevels(List<TicketTimes> tickets, Read read, Instant at) {
        var levels = new ArrayList<ReachedLevel>();
        for (var ticket : tickets) {
            for (var clock : ticket.clocks()) {
                var row = read.row(ticket, clock);
                if (row == null || row.id() == null) {
                    continue;
                }
                for (var level : read.ahead(ticket, clock)) {
                    if (level.isReached(clock, at)) {
                        var mark = new Reached(row.id(), level.rule().id());
                        levels.add(new ReachedLevel(ticket, clock, level.rule(), mark));
                    }
                }
            }
        }
        return levels;
    }

    private @Nullable Instant write(List<TicketTimes> tickets, Read read) {
        var changed = new ArrayList<ClockRow>();
        var gone = new ArrayList<Long>();
        Instant earliest = null;
        for (var ticket : tickets) {
            var before = new HashMap<>(read.rows().getOrDefault(ticket.ticket().id(), Map.of()));
            for (var clock : ticket.clocks()) {
                var next = Level.next(clock, read.ahead(ticket, clock)).orElse(null);
                var old = before.remove(new ClockRow.Key(clock.metric(), clock.ordinal()));
                var row = ClockRow.of(
                        old == null ? null : old.id(), ticket.ticket().id(), clock, next);
                if (!row.equals(old)) {
                    changed.add(row);
                }
                if (next != null && (earliest == null || next.isBefore(earliest))) {
                    earliest = next;
                }
            }
            before.values().forEach(row -> gone.add(Objects.requireNonNull(row.id())));
        }
        stored.remove(gone);
        stored.write(changed);
        return earliest;
    }
}
