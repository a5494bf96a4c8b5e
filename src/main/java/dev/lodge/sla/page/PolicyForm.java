package dev.lodge.sla.page;

import dev.lodge.sla.Metric;
import dev.lodge.sla.PolicyDetails;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.sla.clocks.Target;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketStatus;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is being edited, as typed.
 *
 * @param ticked by the name of the boxes, which of them
 * @param organization the name of one to be added
 * @param customer the address or the name of one to be added
 * @param tag any number, with commas
 * @param calendar its id; empty for the default one
 * @param spans by {@code urgent.resolution}, what stands in the target's field
 * @param counts by {@code urgent}, or by {@code urgent.resolution} where the targets of a priority differ in it, in which time
 * @param version of the policy when the form was opened; null for a new one
 */
public record PolicyForm(
        String name,
        Map<String, Set<String>> ticked,
        String organization,
        String customer,
        String tag,
        String calendar,
        Map<String, String> spans,
        Map<String, String> counts,
        @Nullable Long version) {

    /** The most urgent first, as in the table. */
    public static final List<Priority> PRIORITIES =
            List.of(Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW);

    public static final List<Metric> METRICS = List.of(Metric.values());

    /** How the targets of a priority count that do not all count alike. */
    public static final String EACH_ITS_OWN = "each";

    private static final List<String> BOXES =
            List.of("priority", "team", "organization", "customer", "channel", "pause_in");

    static PolicyForm blank() {
        return new PolicyForm("", Map.of(), "", "", "", "", Map.of(), Map.of(), null);
    }

    static PolicyForm read(Sent sent) {
        var ticked = new LinkedHashMap<String, Set<String>>();
        BOXES.forEach(box -> ticked.put(box, sent.all(box)));
        var spans = new LinkedHashMap<String, String>();
        var counts = new LinkedHashMap<String, String>();
        for (Priority priority : PRIORITIES) {
            counts.put(priority.code(), sent.text("time." + priority.code()));
            for (Metric metric : METRICS) {
                var place = place(priority, metric);
                spans.put(place, sent.text("target." + place));
                counts.put(place, sent.text("time." + place));
            }
        }
        return new PolicyForm(
                sent.text("name"),
                ticked,
                sent.text("organization_name"),
                sent.text("customer_name"),
                sent.text("tag"),
                sent.text("calendar"),
                spans,
                counts,
                sent.version());
    }

    static PolicyForm of(PolicyDetails policy) {
        var conditions = policy.conditions();
        var ticked = Map.of(
                "priority", codes(conditions.priority().stream().map(Priority::code)),
                "team", ids(conditions.team()),
                "organization", ids(conditions.organization()),
                "customer", ids(conditions.customer()),
                "channel", codes(conditions.channel().stream().map(Channel::code)),
                "pause_in", codes(policy.pauseIn().stream().map(TicketStatus::code)));
        var spans = new LinkedHashMap<String, String>();
        var counts = new LinkedHashMap<String, String>();
        for (Target target : policy.targets()) {
            var place = place(target.priority(), target.metric());
            spans.put(place, SpanText.print(target.seconds(), target.time()));
            counts.put(place, target.time().code());
            counts.merge(
                    target.priority().code(),
                    target.time().code(),
                    (one, other) -> one.equals(other) ? one : EACH_ITS_OWN);
        }
        return new PolicyForm(
                policy.name(),
                ticked,
                "",
                "",
                String.join(", ", conditions.tag()),
                policy.calendar() == null ? "" : Long.toString(policy.calendar()),
                spans,
                counts,
                (long) policy.version());
    }

    PolicyForm onVersion(long current) {
        return new PolicyForm(name, ticked, organization, customer, tag, calendar, spans, counts, current);
    }

    /** With one more customer ticked, and room to write another. */
    PolicyForm withCustomer(long id) {
        var more = new LinkedHashMap<>(ticked);
        var customers = new LinkedHashSet<>(ticked("customer"));
        customers.add(Long.toString(id));
        more.put("customer", customers);
        return new PolicyForm(name, more, organization, "", tag, calendar, spans, counts, version);
    }

    /** Which of the boxes with this name are ticked. */
    public Set<String> ticked(String box) {
        return ticked.getOrDefault(box, Set.of());
    }

    static String place(Priority priority, Metric metric) {
        return priority.code() + "." + metric.code();
    }

    public String span(Priority priority, Metric metric) {
        return spans.getOrDefault(place(priority, metric), "");
    }

    /** Whether the targets of the priority count each in a time of its own. */
    public boolean isMixed(Priority priority) {
        return EACH_ITS_OWN.equals(counts.get(priority.code()));
    }

    /** In which time the target counts, business hours if nothing else was said. */
    public Counting time(Priority priority, Metric metric) {
        var said = counts.get(isMixed(priority) ? place(priority, metric) : priority.code());
        return Counting.CALENDAR.code().equals(said) ? Counting.CALENDAR : Counting.BUSINESS;
    }

    private static Set<String> codes(Stream<String> codes) {
        return codes.collect(Collectors.toSet());
    }

    private static Set<String> ids(Collection<Long> ids) {
        return codes(ids.stream().map(String::valueOf));
    }
}
