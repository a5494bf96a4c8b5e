package dev.lodge.sla;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What calendars, policies and rules are called. */
final class Names {

    private static final int LONGEST = 80;

    private Names() {}

    static FieldErrors check(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return FieldErrors.of("name", "web.invalid.missing");
        }
        if (name.strip().length() > LONGEST) {
            return FieldErrors.of("name", "web.invalid.too_long", LONGEST);
        }
        return name.strip().chars().anyMatch(Character::isISOControl)
                ? FieldErrors.of("name", "sla.invalid.one_line")
                : FieldErrors.none();
    }

    /** What makes two names the same. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static Conflict taken(String name) {
        return new Conflict(Message.of("sla.name_taken", name), FieldErrors.of("name", "sla.name_taken", name));
    }
}
