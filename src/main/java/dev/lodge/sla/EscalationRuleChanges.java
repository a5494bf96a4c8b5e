package dev.lodge.sla;

import dev.lodge.sla.NewEscalationRule.NewAction;
import dev.lodge.web.api.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to change about a level of escalation; the fields are those of {@link NewEscalationRule}. */
public record EscalationRuleChanges(
        Change<String> name,
        Change<Long> policy,
        Change<Metric> metric,
        Change<Long> offsetSeconds,
        Change<List<@Nullable NewAction>> actions) {

    /** What it comes to, over what there is. */
    NewEscalationRule over(EscalationRule now) {
        return new NewEscalationRule(
                name.over(now.name()),
                policy.over(now.policy()),
                metric.over(now.metric()),
                offsetSeconds.over(now.offsetSeconds()),
                actions.isPresent() ? actions.value() : written(now));
    }

    private static List<@Nullable NewAction> written(EscalationRule now) {
        var written = new ArrayList<@Nullable NewAction>();
        now.actions()
                .forEach(action -> written.add(new NewAction(
                        action.type(),
                        nullable(action.to()),
                        nullable(action.agents()),
                        nullable(action.addresses()),
                        action.agent(),
                        action.team(),
                        action.tag())));
        return written;
    }

    private static <T> @Nullable List<@Nullable T> nullable(@Nullable List<T> list) {
        return list == null ? null : new ArrayList<@Nullable T>(list);
    }
}
