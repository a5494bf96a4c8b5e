package dev.lodge.sla.page;

import dev.lodge.sla.EscalationAction;
import dev.lodge.sla.EscalationRule;
import dev.lodge.sla.clocks.Counting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A level of escalation as it is being edited, as typed.
 *
 * @param when {@code before}, {@code due} or {@code after}
 * @param offset the span before or after
 * @param told whom to tell: which of the audiences are ticked
 * @param agents ids of people to tell besides
 * @param addresses to tell besides, with commas
 * @param agent to whom to hand the ticket, an id; empty for nobody
 * @param team to which team, an id; empty for none
 * @param raise by how many steps to raise the priority
 * @param tags to add, with commas
 * @param version of the level when the form was opened; null for a new one
 */
public record LevelForm(
        String name,
        String metric,
        String when,
        String offset,
        Set<String> told,
        Set<String> agents,
        String addresses,
        String agent,
        String team,
        String raise,
        String tags,
        @Nullable Long version) {

    /** As many as there are between the least and the most urgent. */
    static final int MOST_STEPS = 3;

    static LevelForm blank(String metric) {
        return new LevelForm("", metric, "before", "15 m", Set.of("assignee"), Set.of(), "", "", "", "0", "", null);
    }

    static LevelForm read(Sent sent) {
        return new LevelForm(
                sent.text("name"),
                sent.text("metric"),
                sent.text("when"),
                sent.text("offset"),
                sent.all("to"),
                sent.all("agents"),
                sent.text("addresses"),
                sent.text("agent"),
                sent.text("team"),
                sent.text("raise"),
                sent.text("tags"),
                sent.version());
    }

    static LevelForm of(EscalationRule level) {
        var told = new LinkedHashSet<String>();
        var agents = new LinkedHashSet<String>();
        var addresses = new LinkedHashSet<String>();
        for (EscalationAction action : level.actions()) {
            ActionText.orNone(action.to()).forEach(audience -> told.add(ActionText.word(audience)));
            ActionText.orNone(action.agents()).forEach(id -> agents.add(Long.toString(id)));
            addresses.addAll(ActionText.orNone(action.addresses()));
        }
        long steps = level.actions().stream()
                .filter(action -> action.type() == EscalationAction.Type.RAISE_PRIORITY)
                .count();
        long offset = level.offsetSeconds();
        return new LevelForm(
                level.name(),
                level.metric().code(),
                offset == 0 ? "due" : offset < 0 ? "before" : "after",
                offset == 0 ? "" : SpanText.print(Math.abs(offset), Counting.CALENDAR),
                told,
                agents,
                String.join(", ", addresses),
                last(level.actions(), EscalationAction::agent),
                last(level.actions(), EscalationAction::team),
                Long.toString(Math.min(MOST_STEPS, steps)),
                level.actions().stream()
                        .map(EscalationAction::tag)
                        .filter(tag -> tag != null)
                        .collect(Collectors.joining(", ")),
                (long) level.version());
    }

    /** Of several that hand the ticket on, the last is the one that stays. */
    private static String last(List<EscalationAction> actions, Function<EscalationAction, @Nullable Long> part) {
        var last = "";
        for (EscalationAction action : actions) {
            var id = part.apply(action);
            last = id == null ? last : Long.toString(id);
        }
        return last;
    }

    LevelForm onVersion(long current) {
        return new LevelForm(name, metric, when, offset, told, agents, addresses, agent, team, raise, tags, current);
    }
}
