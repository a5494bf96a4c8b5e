package dev.lodge.sla.page;

import dev.lodge.problem.FieldErrors;
import dev.lodge.sla.PolicyEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a form that was sent.
 *
 * @param since the version on which it was based, when somebody else saved another meanwhile
 * @param effect what saving would do, when that was asked
 */
public record Outcome(
        FieldErrors errors, @Nullable Long since, @Nullable PolicyEffect effect) {

    /** Of a form that is opened. */
    static final Outcome NONE = new Outcome(FieldErrors.none(), null, null);

    static Outcome refused(FieldErrors errors) {
        return new Outcome(errors, null, null);
    }

    static Outcome stale(@Nullable Long since) {
        return new Outcome(FieldErrors.none(), since == null ? 0L : since, null);
    }

    static Outcome tried(PolicyEffect effect) {
        return new Outcome(FieldErrors.none(), null, effect);
    }

    /** The same, with what is wrong in the order in which the form has its fields. */
    Outcome inOrderOf(List<String> fields) {
        var sorted = new ArrayList<>(errors.entries());
        sorted.sort(Comparator.comparingInt(entry -> {
            int place = fields.indexOf(entry.field());
            return place < 0 ? fields.size() : place;
        }));
        return new Outcome(new FieldErrors(sorted), since, effect);
    }

    public boolean isStale() {
        return since != null;
    }
}
