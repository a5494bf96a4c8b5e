package dev.lodge.sla.page;

import dev.lodge.problem.FieldErrors;
import dev.lodge.sla.EscalationAction;
import dev.lodge.sla.EscalationRule;
import dev.lodge.sla.PolicyDetails;
import dev.lodge.web.Choice;
import dev.lodge.web.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a level of escalation.
 *
 * @param level as stored; null for a new one
 */
public record LevelPage(
        PolicyDetails policy, @Nullable EscalationRule level, LevelForm form, Outcome outcome, Named named) {

    private static final List<String> FIELDS = List.of(
            "name",
            "metric",
            "when",
            "offset",
            "to",
            "agents",
            "addresses",
            "team",
            "agent",
            "raise",
            "tags",
            "actions");

    public LevelPage {
        outcome = outcome.inOrderOf(FIELDS);
    }

    public FieldErrors errors() {
        return outcome.errors();
    }

    public boolean isNew() {
        return level == null;
    }

    public String address() {
        return level == null ? "/settings/sla/" + policy.id() + "/levels" : "/settings/sla/levels/" + level.id();
    }

    /** Those of which the policy promises something. */
    public List<Choice> metrics() {
        return PolicyForm.METRICS.stream()
                .filter(metric -> metric.code().equals(form.metric())
                        || policy.targets().stream().anyMatch(target -> target.metric() == metric))
                .map(metric -> new Choice(metric.code(), Text.text("slapages.metric." + metric.code())))
                .toList();
    }

    public List<Choice> moments() {
        return Stream.of("before", "due", "after")
                .map(word -> new Choice(word, Text.text("slapages.level.when." + word)))
                .toList();
    }

    public List<Choice> audiences() {
        return Arrays.stream(EscalationAction.Audience.values())
                .map(ActionText::word)
                .map(word -> new Choice(word, Text.text("slapages.audience_name." + word)))
                .toList();
    }

    public List<Choice> agents() {
        return Named.choices(named.agents(), form.agents());
    }

    public List<Choice> takers() {
        return orNobody(named.agents(), form.agent());
    }

    public List<Choice> teams() {
        return orNobody(named.teams(), form.team());
    }

    private static List<Choice> orNobody(Map<Long, String> names, String chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", Text.text("slapages.level.stays")));
        choices.addAll(Named.choices(names, chosen.isBlank() ? List.of() : List.of(chosen)));
        return choices;
    }

    public List<Choice> steps() {
        return IntStream.rangeClosed(0, LevelForm.MOST_STEPS)
                .mapToObj(step -> new Choice(Integer.toString(step), Text.text("slapages.level.steps", step)))
                .toList();
    }

    public String[] shown() {
        return FIELDS.toArray(String[]::new);
    }
}
