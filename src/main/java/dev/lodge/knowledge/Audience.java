package dev.lodge.knowledge;

import java.util.Locale;

/** Whom an article is for once it is published. */
public enum Audience {
    PUBLIC,
    /** Signed-in customers, and agents. */
    CUSTOMERS,
    AGENTS;

    /** As it is stored and written in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is none */
    public static Audience of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
