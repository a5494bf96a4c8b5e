package dev.lodge.sla.page;

import dev.lodge.problem.FieldErrors;
import dev.lodge.sla.CalendarDetails;
import dev.lodge.sla.EscalationAction;
import dev.lodge.sla.EscalationRule;
import dev.lodge.sla.Metric;
import dev.lodge.sla.PolicyDetails;
import dev.lodge.sla.PolicyHistory.Edition;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.sla.clocks.Target;
import dev.lodge.sla.report.PolicyScores;
import dev.lodge.sla.report.Score;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.web.Choice;
import dev.lodge.web.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy and the form to change it, or the form of a new one.
 *
 * @param policy as stored; null for a new one
 * @param named what the conditions can name
 * @param standing what is known of the policy besides; of a new one, nothing
 */
public record PolicyPage(
        @Nullable PolicyDetails policy, PolicyForm form, Outcome outcome, Named named, Standing standing) {

    /**
     * What stands around a policy.
     *
     * @param policies how many there are
     * @param openTickets how many are under it
     * @param editions its versions, the newest first
     * @param scores of the last thirty days
     * @param goal of a hundred
     */
    public record Standing(
            int policies,
            List<CalendarDetails> calendars,
            long openTickets,
            List<EscalationRule> levels,
            List<Edition> editions,
            PolicyScores scores,
            int goal) {}

    public PolicyPage {
        outcome = outcome.inOrderOf(fields());
    }

    public FieldErrors errors() {
        return outcome.errors();
    }

    public boolean isNew() {
        return policy == null;
    }

    public String address() {
        return policy == null ? "/settings/sla" : "/settings/sla/" + policy.id();
    }

    /** Where the form goes to have its customer found and ticked. */
    public String customersAddress() {
        return address() + "/customers";
    }

    /** The version that saving makes. */
    public int nextVersion() {
        return policy == null ? 1 : policy.version() + 1;
    }

    public List<Choice> priorities() {
        return PolicyForm.PRIORITIES.stream()
                .map(priority -> new Choice(priority.code(), Text.text("web.priority." + priority.code())))
                .toList();
    }

    public List<Choice> channels() {
        return Arrays.stream(Channel.values())
                .map(channel -> new Choice(channel.code(), Text.text("slapages.channel_name." + channel.code())))
                .toList();
    }

    public List<Choice> teams() {
        return Named.choices(named.teams(), form.ticked("team"));
    }

    public List<Choice> organizations() {
        return Named.choices(named.organizations(), form.ticked("organization"));
    }

    public boolean hasMoreOrganizations() {
        return named.organizations().size() >= Naming.ORGANIZATIONS_SHOWN;
    }

    /** Those who are chosen; others are found by their address or name. */
    public List<Choice> customers() {
        return Named.choices(named.customers(), form.ticked("customer"));
    }

    public List<Choice> pauses() {
        return Stream.of(TicketStatus.PENDING, TicketStatus.ON_HOLD)
                .map(status -> new Choice(status.code(), Text.text("web.status." + status.code())))
                .toList();
    }

    public List<Choice> calendars() {
        var choices = new ArrayList<Choice>();
        var usual = standing.calendars().stream()
                .filter(CalendarDetails::isDefault)
                .findFirst()
                .map(CalendarDetails::name)
                .map(name -> Text.text("slapages.policy.default_calendar", name))
                .orElseGet(() -> Text.text("slapages.policy.no_calendar"));
        choices.add(new Choice("", usual));
        standing.calendars()
                .forEach(calendar -> choices.add(new Choice(Long.toString(calendar.id()), calendar.name())));
        return choices;
    }

    /** The calendar in which the form counts, if it is one. */
    public @Nullable CalendarDetails calendar() {
        return standing.calendars().stream()
                .filter(calendar -> form.calendar().isBlank()
                        ? calendar.isDefault()
                        : Long.toString(calendar.id()).equals(form.calendar()))
                .findFirst()
                .orElse(null);
    }

    public List<Choice> times(boolean mixed) {
        var choices = new ArrayList<Choice>();
        for (Counting time : Counting.values()) {
            choices.add(new Choice(time.code(), Text.text("slapages.time." + time.code())));
        }
        if (mixed) {
            choices.add(new Choice(PolicyForm.EACH_ITS_OWN, Text.text("slapages.time.each")));
        }
        return choices;
    }

    public Score score(Priority priority, Metric metric) {
        return policy == null ? Score.NONE : standing.scores().of(policy.id(), metric, priority);
    }

    /** Of the metrics that have a target in the policy as stored. */
    public List<Timeline> timelines() {
        List<Target> targets = policy == null ? List.of() : policy.targets();
        return PolicyForm.METRICS.stream()
                .filter(metric -> targets.stream().anyMatch(target -> target.metric() == metric)
                        || standing.levels().stream().anyMatch(level -> level.metric() == metric))
                .map(metric -> Timeline.of(metric, standing.levels()))
                .toList();
    }

    public ActionText words(EscalationAction action) {
        return ActionText.of(action, named);
    }

    public List<Edition> editions() {
        return standing.editions();
    }

    /** What this version changed; empty for the oldest that is known. */
    public List<String> changes(Edition edition) {
        int index = standing.editions().indexOf(edition);
        return index + 1 < standing.editions().size()
                ? Differences.between(standing.editions().get(index + 1), edition, named)
                : List.of();
    }

    /** What others saved since the form was opened. */
    public List<String> changesMeanwhile() {
        var since = outcome.since();
        for (Edition edition : standing.editions()) {
            if (since != null && edition.version() == since) {
                return Differences.between(edition, standing.editions().getFirst(), named);
            }
        }
        return List.of();
    }

    /** The fields from the top to the bottom. */
    static List<String> fields() {
        var fields = new ArrayList<>(List.of(
                "name",
                "priority",
                "team",
                "organization",
                "organization_name",
                "customer",
                "customer_name",
                "tag",
                "channel",
                "targets"));
        for (Priority priority : PolicyForm.PRIORITIES) {
            PolicyForm.METRICS.forEach(metric -> fields.add("target." + PolicyForm.place(priority, metric)));
        }
        fields.addAll(List.of("pause_in", "calendar"));
        return fields;
    }

    public String[] shown() {
        return fields().toArray(String[]::new);
    }
}
