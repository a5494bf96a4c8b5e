package dev.lodge.sla.page;

import dev.lodge.sla.Conditions;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.Priority;
import dev.lodge.web.Choice;
import dev.lodge.web.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Names by id of what policies and levels refer to; and what they say in words, only while a page is rendered. */
public record Named(
        Map<Long, String> teams,
        Map<Long, String> organizations,
        Map<Long, String> customers,
        Map<Long, String> agents) {

    /** For which tickets: {@code priority is high or urgent and tag is vip}, or all. */
    public String sentence(Conditions conditions) {
        var clauses = new ArrayList<String>();
        clause(clauses, "priority", conditions.priority(), this::of);
        clause(clauses, "team", conditions.team(), id -> of(teams, id));
        clause(clauses, "organization", conditions.organization(), id -> of(organizations, id));
        clause(clauses, "customer", conditions.customer(), id -> of(customers, id));
        clause(clauses, "tag", conditions.tag(), tag -> tag);
        clause(clauses, "channel", conditions.channel(), this::of);
        return clauses.isEmpty() ? Text.text("slapages.applies.always") : joined("slapages.applies.and", clauses);
    }

    private static <T> void clause(List<String> clauses, String kind, List<T> any, Function<T, String> name) {
        if (!any.isEmpty()) {
            var names = any.stream().map(name).toList();
            clauses.add(Text.text("slapages.applies." + kind, joined("slapages.applies.or", names)));
        }
    }

    /** Several in one: {@code a, b or c} with the key of {@code or}. */
    static String joined(String lastTwo, List<String> names) {
        if (names.size() < 2) {
            return names.isEmpty() ? "" : names.getFirst();
        }
        var beginning = String.join(Text.text("slapages.comma"), names.subList(0, names.size() - 1));
        return Text.text(lastTwo, beginning, names.getLast());
    }

    private String of(Priority priority) {
        return Sent.lower(Text.text("web.priority." + priority.code()));
    }

    private String of(Channel channel) {
        return Text.text("slapages.channel." + channel.code());
    }

    static String of(Map<Long, String> names, long id) {
        var name = names.get(id);
        return name == null ? Text.text("slapages.gone", Long.toString(id)) : name;
    }

    /** Those that can be chosen, and those that are although they are gone or not among the first. */
    static List<Choice> choices(Map<Long, String> names, Collection<String> chosen) {
        var choices = new ArrayList<Choice>();
        names.forEach((id, name) -> choices.add(new Choice(Long.toString(id), name)));
        chosen.stream()
                .filter(id -> !names.containsKey(Sent.id(id)))
                .forEach(id -> choices.add(new Choice(id, Text.text("slapages.gone", id))));
        return choices;
    }
}
