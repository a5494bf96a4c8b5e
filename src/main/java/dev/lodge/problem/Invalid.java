package dev.lodge.problem;

import java.util.Map;

/** Unknown fields or bad values. 400 in the API; a page shows its form again with the findings at their fields (422). */
public class Invalid extends Problem {

    private static final long serialVersionUID = 1;

    private final transient FieldErrors errors;

    public Invalid(FieldErrors errors) {
        super(400, Message.of("web.problem.invalid"), Map.of());
        this.errors = errors;
    }

    public Invalid(String field, String key, Object... arguments) {
        this(FieldErrors.of(field, key, arguments));
    }

    public FieldErrors errors() {
        return errors;
    }
}
