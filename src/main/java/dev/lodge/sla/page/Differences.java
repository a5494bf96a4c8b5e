package dev.lodge.sla.page;

import dev.lodge.sla.Metric;
import dev.lodge.sla.PolicyHistory.Edition;
import dev.lodge.sla.clocks.Target;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a version of a policy says that the one before it did not, a sentence each; only while a page is rendered. */
final class Differences {

    private final Edition before;
    private final Edition after;
    private final List<String> found = new ArrayList<>();

    private Differences(Edition before, Edition after) {
        this.before = before;
        this.after = after;
    }

    static List<String> between(Edition before, Edition after, Named named) {
        var differences = new Differences(before, after);
        differences.add("name", before.name(), after.name());
        differences.add("conditions", named.sentence(before.conditions()), named.sentence(after.conditions()));
        differences.targets();
        differences.add("pauses", pauses(before), pauses(after));
        differences.calendar();
        return differences.found.isEmpty() ? List.of(Text.text("slapages.changed.nothing")) : differences.found;
    }

    private void targets() {
        for (Priority priority : PolicyForm.PRIORITIES) {
            for (Metric metric : PolicyForm.METRICS) {
                var one = target(before, priority, metric);
                var other = target(after, priority, metric);
                if (!Objects.equals(one, other)) {
                    found.add(Text.text(
                            "slapages.changed.target",
                            Text.text("slapages.metric." + metric.code()),
                            Text.text("web.priority_of." + priority.code()),
                            said(one),
                            said(other)));
                }
            }
        }
    }

    private static @Nullable Target target(Edition edition, Priority priority, Metric metric) {
        return edition.targets().stream()
                .filter(target -> target.priority() == priority && target.metric() == metric)
                .findFirst()
                .orElse(null);
    }

    private static String said(@Nullable Target target) {
        return target == null
                ? Text.text("slapages.target.none")
                : Text.text("slapages.target." + target.time().code(), SpanText.print(target.seconds(), target.time()));
    }

    private static String pauses(Edition edition) {
        return Named.joined(
                "slapages.and",
                edition.pauseIn().stream()
                        .map(TicketStatus::code)
                        .map(code -> Text.text("web.status." + code))
                        .toList());
    }

    private void calendar() {
        var one = Objects.requireNonNullElse(before.calendar(), "");
        var other = Objects.requireNonNullElse(after.calendar(), "");
        add("calendar", one, other);
        if (one.equals(other) && !Objects.equals(before.calendarVersion(), after.calendarVersion())) {
            found.add(Text.text("slapages.changed.hours", other));
        }
    }

    private void add(String what, String one, String other) {
        if (!one.equals(other)) {
            var none = Text.text("slapages.changed.none");
            found.add(
                    Text.text("slapages.changed." + what, one.isEmpty() ? none : one, other.isEmpty() ? none : other));
        }
    }
}
