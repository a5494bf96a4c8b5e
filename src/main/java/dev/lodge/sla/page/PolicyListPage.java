package dev.lodge.sla.page;

import dev.lodge.sla.CalendarDetails;
import dev.lodge.sla.Metric;
import dev.lodge.sla.PolicyDetails;
import dev.lodge.sla.clocks.Target;
import dev.lodge.sla.report.PolicyScores;
import dev.lodge.sla.report.Score;
import dev.lodge.web.Text;
import java.util.Comparator;
import java.util.List;

/**
 * The policies in the order in which they are asked.
 *
 * @param scores of the last thirty days
 * @param goal of a hundred, as stored
 */
public record PolicyListPage(
        List<PolicyDetails> policies,
        List<CalendarDetails> calendars,
        Named named,
        PolicyScores scores,
        int goal,
        GoalForm goalForm) {

    /** The name of the calendar that the policy counts in; only while the page is rendered. */
    public String calendarOf(PolicyDetails policy) {
        var named = policy.calendar();
        return calendars.stream()
                .filter(calendar -> named == null ? calendar.isDefault() : calendar.id() == named)
                .findFirst()
                .map(CalendarDetails::name)
                .orElseGet(() -> Text.text("slapages.calendar.none"));
    }

    public List<Metric> metricsOf(PolicyDetails policy) {
        return PolicyForm.METRICS.stream()
                .filter(metric -> targets(policy, metric).size() > 0)
                .toList();
    }

    /** The shortest and the longest span that the policy allows for it. */
    public String spansOf(PolicyDetails policy, Metric metric) {
        var sorted = targets(policy, metric).stream()
                .sorted(Comparator.comparing(Target::seconds))
                .toList();
        var shortest = printed(sorted.getFirst());
        var longest = printed(sorted.getLast());
        return shortest.equals(longest) ? shortest : Text.text("slapages.from_to", shortest, longest);
    }

    private static List<Target> targets(PolicyDetails policy, Metric metric) {
        return policy.targets().stream()
                .filter(target -> target.metric() == metric)
                .toList();
    }

    private static String printed(Target target) {
        return SpanText.print(target.seconds(), target.time());
    }

    public Score scoreOf(PolicyDetails policy) {
        return scores.of(policy.id());
    }
}
