package dev.lodge.web;

import static java.util.Comparator.comparing;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import java.util.ArrayList;
import java.util.Objects;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** What Jakarta Validation and binding found, in the product's own terms. */
public final class FormErrors {

    private FormErrors() {}

    /** The findings by field, names in snake_case. In order, because those who validate give them in any. */
    public static FieldErrors of(BindingResult result) {
        var errors = FieldErrors.none();
        var found = new ArrayList<>(result.getAllErrors());
        found.sort(comparing(error -> error instanceof FieldError field ? field.getField() : ""));
        for (ObjectError error : found) {
            if (error instanceof FieldError field) {
                errors = errors.and(snakeCase(field.getField()), message(field));
            } else {
                errors = errors.and(FieldErrors.WHOLE, message(error));
            }
        }
        return errors;
    }

    /** {@code due_at} for {@code dueAt}; a path keeps its dots and brackets. */
    public static String snakeCase(String path) {
        return path.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static Message message(ObjectError error) {
        boolean mismatch = error instanceof FieldError field && field.isBindingFailure();
        return mismatch
                ? Message.of("web.invalid.type")
                : Message.asIs(Objects.requireNonNullElse(error.getDefaultMessage(), ""));
    }
}
