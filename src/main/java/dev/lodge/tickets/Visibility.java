package dev.lodge.tickets;

import java.util.Locale;

/** Who reads a message: everybody who takes part, or agents alone. */
public enum Visibility {
    PUBLIC,
    INTERNAL;

    /** As it is stored and written in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Visibility of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
