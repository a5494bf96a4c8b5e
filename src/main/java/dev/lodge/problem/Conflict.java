package dev.lodge.problem;

import java.util.Map;

/** Allowed in principle, but not in the state the thing is in: an illegal transition, a name that is taken. */
public class Conflict extends Problem {

    private static final long serialVersionUID = 1;

    private final transient FieldErrors errors;

    public Conflict(Message detail) {
        this(detail, Map.of());
    }

    /** @param errors which fields are in conflict */
    public Conflict(Message detail, FieldErrors errors) {
        super(409, detail, Map.of());
        this.errors = errors;
    }

    /** @param members what the caller may do instead, for example {@code allowed} with the statuses that may follow */
    public Conflict(Message detail, Map<String, Object> members) {
        super(409, detail, members);
        this.errors = FieldErrors.none();
    }

    public FieldErrors errors() {
        return errors;
    }
}
