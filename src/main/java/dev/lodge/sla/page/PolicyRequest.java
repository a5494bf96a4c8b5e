package dev.lodge.sla.page;

import dev.lodge.customers.CustomerRef;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import dev.lodge.sla.Metric;
import dev.lodge.sla.NewPolicy;
import dev.lodge.sla.NewPolicy.NewConditions;
import dev.lodge.sla.NewPolicy.NewTarget;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form as the API's request, and the way back from the fields of that to those of the form. What cannot be read becomes what the
 * store refuses, so that all that is wrong is told at once.
 *
 * @param places of the targets, in their order: {@code urgent.resolution}
 * @param ticked how many organisations and customers came from boxes; one more of each may have been typed
 */
record PolicyRequest(NewPolicy policy, List<String> places, Map<String, Integer> ticked) {

    private static final Pattern TARGET = Pattern.compile("targets\\[(\\d+)].*");
    private static final Pattern CONDITION = Pattern.compile("conditions\\.([a-z]+)(?:\\[(\\d+)])?.*");

    static PolicyRequest of(PolicyForm form, Naming naming) {
        var organizations = Sent.ids(form.ticked("organization"));
        var customers = Sent.ids(form.ticked("customer"));
        var ticked = Map.of("organization", organizations.size(), "customer", customers.size());
        if (!form.customer().isBlank()) {
            customers.add(naming.customer(form.customer()).map(CustomerRef::id).orElse(-1L));
        }
        if (!form.organization().isBlank()) {
            organizations.add(naming.organization(form.organization())
                    .map(found -> found.id())
                    .orElse(-1L));
        }
        var conditions = new NewConditions(
                Sent.words(form.ticked("priority"), Priority::of),
                Sent.ids(form.ticked("team")),
                customers,
                organizations,
                Sent.parts(form.tag()),
                Sent.words(form.ticked("channel"), PolicyRequest::channel));
        var targets = new ArrayList<@Nullable NewTarget>();
        var places = new ArrayList<String>();
        for (Priority priority : PolicyForm.PRIORITIES) {
            for (Metric metric : PolicyForm.METRICS) {
                if (!form.span(priority, metric).isBlank()) {
                    targets.add(target(form, priority, metric));
                    places.add(PolicyForm.place(priority, metric));
                }
            }
        }
        var policy = new NewPolicy(
                form.name(),
                null,
                form.calendar().isBlank() ? null : Sent.id(form.calendar()),
                conditions,
                targets,
                Sent.words(form.ticked("pause_in"), TicketStatus::of));
        return new PolicyRequest(policy, places, ticked);
    }

    private static NewTarget target(PolicyForm form, Priority priority, Metric metric) {
        var time = form.time(priority, metric);
        long seconds = SpanText.parse(form.span(priority, metric), time).orElse(0);
        return new NewTarget(metric, priority, seconds, time);
    }

    private static Channel channel(String code) {
        return Channel.valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What the store found, at the fields of the form. */
    FieldErrors atFields(FieldErrors found) {
        return found.map(entry -> new FieldErrors.Entry(field(entry.field()), message(entry)));
    }

    private String field(String field) {
        Matcher target = TARGET.matcher(field);
        if (target.matches()) {
            return "target." + places.get(Integer.parseInt(target.group(1)));
        }
        Matcher condition = CONDITION.matcher(field);
        if (condition.matches()) {
            var kind = condition.group(1);
            boolean typed = ticked.containsKey(kind)
                    && condition.group(2) != null
                    && Integer.parseInt(condition.group(2)) >= ticked.get(kind);
            return typed ? kind + "_name" : kind;
        }
        return field.startsWith("pause_in") ? "pause_in" : field;
    }

    private static Message message(FieldErrors.Entry found) {
        boolean span =
                found.field().endsWith(".seconds") && found.message().key().equals("web.invalid.range");
        return switch (found.message().key()) {
            case "web.invalid.range" -> span ? Message.of("slapages.invalid.span") : found.message();
            case "sla.invalid.organization" -> Message.of("slapages.invalid.organization");
            case "sla.invalid.customer" -> Message.of("slapages.invalid.customer");
            default -> found.message();
        };
    }
}
