package dev.lodge.sla.page;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.web.Html;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What is answered to a form that was sent: what became of it, or the form again with what is wrong at its fields. */
final class Attempt {

    private Attempt() {}

    /**
     * @param atFields leads from the fields of the API to those of the form
     * @param again the form as it was sent, with this outcome
     */
    static Html of(Supplier<Html> work, UnaryOperator<FieldErrors> atFields, Function<Outcome, Html> again) {
        try {
            return work.get();
        } catch (Invalid invalid) {
            return again.apply(Outcome.refused(atFields.apply(invalid.errors())))
                    .invalid();
        } catch (Conflict conflict) {
            return again.apply(Outcome.refused(conflict.errors())).status(conflict.status());
        }
    }
}
