package dev.lodge.sla.page;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import dev.lodge.sla.EscalationAction;
import dev.lodge.sla.EscalationAction.Audience;
import dev.lodge.sla.EscalationAction.Type;
import dev.lodge.sla.Metric;
import dev.lodge.sla.NewEscalationRule;
import dev.lodge.sla.NewEscalationRule.NewAction;
import dev.lodge.sla.clocks.Counting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form as the API's request, and the way back from the fields of that to those of the form.
 *
 * @param origins for each action the field that it comes from
 */
record LevelRequest(NewEscalationRule level, List<String> origins) {

    private static final Pattern ACTION = Pattern.compile("actions\\[(\\d+)]\\.([a-z]+).*");

    static LevelRequest of(LevelForm form, long policy) {
        var actions = new ArrayList<@Nullable NewAction>();
        var origins = new ArrayList<String>();
        var addresses = Sent.parts(form.addresses());
        if (!form.told().isEmpty() || !form.agents().isEmpty() || !addresses.isEmpty()) {
            List<@Nullable Audience> told = Sent.words(form.told(), LevelRequest::audience);
            actions.add(new NewAction(Type.NOTIFY, told, Sent.ids(form.agents()), addresses, null, null, null));
            origins.add("to");
        }
        if (!form.team().isBlank()) {
            actions.add(new NewAction(Type.REASSIGN, null, null, null, null, Sent.id(form.team()), null));
            origins.add("team");
        }
        if (!form.agent().isBlank()) {
            actions.add(new NewAction(Type.REASSIGN, null, null, null, Sent.id(form.agent()), null, null));
            origins.add("agent");
        }
        for (long i = Math.min(LevelForm.MOST_STEPS, Sent.id(form.raise())); i > 0; i--) {
            actions.add(new NewAction(Type.RAISE_PRIORITY, null, null, null, null, null, null));
            origins.add("raise");
        }
        for (var tag : Sent.parts(form.tags())) {
            actions.add(new NewAction(Type.ADD_TAG, null, null, null, null, null, tag));
            origins.add("tags");
        }
        var metric = Sent.word(form.metric(), Metric::of);
        return new LevelRequest(new NewEscalationRule(form.name(), policy, metric, offset(form), actions), origins);
    }

    private static Audience audience(String code) {
        return EscalationAction.Audience.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Long offset(LevelForm form) {
        if (form.when().equals("due")) {
            return 0L;
        }
        var seconds = SpanText.parse(form.offset(), Counting.CALENDAR);
        if (seconds.isEmpty()) {
            return null;
        }
        return form.when().equals("after") ? seconds.getAsLong() : -seconds.getAsLong();
    }

    /** What the store found, at the fields of the form. */
    FieldErrors atFields(FieldErrors found) {
        return found.map(entry -> new FieldErrors.Entry(field(entry.field()), message(entry)));
    }

    private String field(String field) {
        Matcher action = ACTION.matcher(field);
        if (action.matches()) {
            var origin = origins.get(Integer.parseInt(action.group(1)));
            return origin.equals("to") ? action.group(2) : origin;
        }
        return field.equals("offset_seconds") ? "offset" : field;
    }

    private static Message message(FieldErrors.Entry found) {
        if (!found.field().equals("offset_seconds")) {
            return found.field().equals("actions") ? Message.of("slapages.invalid.no_action") : found.message();
        }
        if (found.message().key().equals("sla.invalid.before_the_beginning")) {
            long shortest = (Long) found.message().arguments().getFirst();
            return Message.of("slapages.invalid.before_the_beginning", SpanText.print(shortest, Counting.CALENDAR));
        }
        return Message.of("slapages.invalid.offset");
    }
}
