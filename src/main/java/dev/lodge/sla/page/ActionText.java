package dev.lodge.sla.page;

import dev.lodge.sla.EscalationAction;
import dev.lodge.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a level does, as it is told; only while a page is rendered. */
public record ActionText(String icon, String text) {

    static ActionText of(EscalationAction action, Named named) {
        return switch (action.type()) {
            case NOTIFY -> new ActionText("bell", Text.text("slapages.does.notify", told(action, named)));
            case REASSIGN -> reassign(action, named);
            case RAISE_PRIORITY -> new ActionText("antenna-bars-5", Text.text("slapages.does.raise_priority"));
            case ADD_TAG ->
                new ActionText("tag", Text.text("slapages.does.add_tag", Objects.requireNonNullElse(action.tag(), "")));
        };
    }

    private static ActionText reassign(EscalationAction action, Named named) {
        var agent = action.agent();
        var team = action.team();
        if (agent != null) {
            return new ActionText("user-star", Text.text("slapages.does.reassign", Named.of(named.agents(), agent)));
        }
        var name = team == null ? "" : Named.of(named.teams(), team);
        return new ActionText("users-group", Text.text("slapages.does.reassign", name));
    }

    private static String told(EscalationAction action, Named named) {
        var told = new ArrayList<String>();
        orNone(action.to()).forEach(audience -> told.add(Text.text("slapages.audience." + word(audience))));
        orNone(action.agents()).forEach(id -> told.add(Named.of(named.agents(), id)));
        told.addAll(orNone(action.addresses()));
        return Named.joined("slapages.and", told);
    }

    static String word(EscalationAction.Audience audience) {
        return Sent.lower(audience.name());
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
