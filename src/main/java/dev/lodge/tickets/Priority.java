package dev.lodge.tickets;

import java.util.Locale;

/** How urgent a ticket is, from the least to the most. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** As it is stored and written in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is none */
    public static Priority of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
