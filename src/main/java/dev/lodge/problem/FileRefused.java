package dev.lodge.problem;

import java.util.Map;

/** A file that is not taken: too large (413), or of a type that is not accepted (415). */
public class FileRefused extends Problem {

    private static final long serialVersionUID = 1;

    private final transient FieldErrors errors;

    private FileRefused(int status, String field, Message why) {
        super(status, why, Map.of());
        this.errors = FieldErrors.none().and(field, why);
    }

    /** @param field in which the file came */
    public static FileRefused tooLarge(String field, Message why) {
        return new FileRefused(413, field, why);
    }

    /** @param field in which the file came */
    public static FileRefused ofThatType(String field, Message why) {
        return new FileRefused(415, field, why);
    }

    public FieldErrors errors() {
        return errors;
    }
}
