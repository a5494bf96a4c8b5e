package dev.lodge.sla;

import dev.lodge.problem.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as they were written, with whatever is in them. */
final class Written {

    private Written() {}

    /** A finding at each place in which nothing stands. */
    static FieldErrors gaps(String field, @Nullable List<? extends @Nullable Object> list) {
        var errors = FieldErrors.none();
        for (int i = 0; list != null && i < list.size(); i++) {
            if (list.get(i) == null) {
                errors = errors.and(field + "[" + i + "]", "web.invalid.missing");
            }
        }
        return errors;
    }
}
