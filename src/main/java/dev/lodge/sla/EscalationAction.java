package dev.lodge.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a level of escalation does; see {@link NewEscalationRule.NewAction} for what belongs to which type. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EscalationAction(
        Type type,
        @Nullable List<Audience> to,
        @Nullable List<Long> agents,
        @Nullable List<String> addresses,
        @Nullable Long agent,
        @Nullable Long team,
        @Nullable String tag) {

    /** Kinds of action. */
    public enum Type {
        NOTIFY,
        REASSIGN,
        RAISE_PRIORITY,
        ADD_TAG;

        /** As it is stored and written in data. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** People who are found when the level is reached. */
    public enum Audience {
        ASSIGNEE,
        TEAM,
        MANAGER
    }
}
