package dev.lodge.sla;

import dev.lodge.sla.ClockTable.ReachedLevel;
import dev.lodge.sla.ClockTable.Taken;
import dev.lodge.sla.PolicyVersions.Rulebook;
import dev.lodge.tickets.Act;
import dev.lodge.tickets.Ledgers.Finding;
import dev.lodge.tickets.RuledChanges;
import dev.lodge.tickets.RuledChanges.RuledChange;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.TicketState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens to tickets and to whom when levels of escalation are reached. */
@Component
class Reactions {

    private final Timekeeping timekeeping;
    private final ClockTable table;
    private final RuledChanges changes;
    private final ApplicationEventPublisher events;

    Reactions(Timekeeping timekeeping, ClockTable table, RuledChanges changes, ApplicationEventPublisher events) {
        this.timekeeping = timekeeping;
        this.table = table;
        this.changes = changes;
        this.events = events;
    }

    /** Brings clocks up to date, and gives the levels that they reached to whoever takes them. */
    void keep(Rulebook rules, List<TicketState> tickets, Instant now, Function<List<ReachedLevel>, Taken> escalate) {
        table.update(timekeeping.replay(rules.policies(), tickets, now), rules.levels(), now, escalate);
    }

    /** What is to be recorded of tickets that only have to be told about. They are not touched otherwise. */
    List<Finding> findings(List<ReachedLevel> levels, Instant now) {
        return changes(levels)
                .filter(change -> !isChange(change))
                .flatMap(told ->
                        told.findings().stream().map(fact -> new Finding(told.ticketId(), Act.ofRule(now), fact)))
                .toList();
    }

    /** Does to the others what the levels ask for, and tells of all. */
    void to(List<ReachedLevel> levels, Instant now) {
        change(changes(levels).filter(Reactions::isChange).toList(), now);
        levels.forEach(level -> events.publishEvent(escalated(level)));
    }

    /** Each ticket's levels together, in order. */
    private static Stream<RuledChange> changes(List<ReachedLevel> levels) {
        return levels.stream()
                .collect(Collectors.groupingBy(
                        level -> level.ticket().ticket().id(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(ticket -> change(ticket.getKey(), ticket.getValue()));
    }

    private void change(List<RuledChange> ruled, Instant now) {
        if (!ruled.isEmpty()) {
            Timekeeping.together(() -> changes.apply(ruled, now));
            timekeeping.keep(ruled.stream().map(RuledChange::ticketId).toList(), now);
        }
    }

    private static RuledChange change(long ticket, List<ReachedLevel> levels) {
        int raise = 0;
        Long assignee = null;
        Long team = null;
        var tags = new HashSet<String>();
        var findings = new ArrayList<TicketFact>();
        for (var level : levels) {
            for (var action : level.rule().actions()) {
                switch (action.type()) {
                    case NOTIFY -> {}
                    case RAISE_PRIORITY -> raise++;
                    case REASSIGN -> {
                        assignee = action.agent() == null ? assignee : action.agent();
                        team = action.team() == null ? team : action.team();
                    }
                    case ADD_TAG -> tags.add(Objects.requireNonNull(action.tag()));
                }
            }
            findings.add(new TicketFact.Escalated(
                    level.clock().metric().code(),
                    level.rule().name(),
                    level.rule().actions().stream()
                            .map(action -> action.type().code())
                            .toList()));
        }
        return new RuledChange(ticket, raise, assignee, team, tags, findings);
    }

    private static boolean isChange(RuledChange change) {
        return change.raisePriority() > 0
                || change.assignee() != null
                || change.team() != null
                || !change.tags().isEmpty();
    }

    private static Escalated escalated(ReachedLevel level) {
        var recipients = new HashSet<Recipient>();
        for (var action : level.rule().actions()) {
            if (action.type() == EscalationAction.Type.NOTIFY) {
                orNone(action.to()).forEach(audience -> recipients.add(recipient(audience)));
                orNone(action.agents()).forEach(id -> recipients.add(new Recipient.Agent(id)));
                orNone(action.addresses()).forEach(email -> recipients.add(new Recipient.Address(email)));
            }
        }
        var ticket = level.ticket().ticket();
        return new Escalated(
                ticket.id(),
                ticket.number(),
                level.clock().metric(),
                level.rule().name(),
                level.rule().offsetSeconds(),
                Objects.requireNonNull(level.clock().dueAt()),
                recipients);
    }

    private static Recipient recipient(EscalationAction.Audience audience) {
        return switch (audience) {
            case ASSIGNEE -> new Recipient.Assignee();
            case TEAM -> new Recipient.Team();
            case MANAGER -> new Recipient.Managers();
        };
    }

    private static <T> Collection<T> orNone(@Nullable Collection<T> some) {
        return some == null ? List.of() : some;
    }
}
