package dev.lodge.tickets;

import java.util.Locale;

/** How words reached the desk. */
public enum Channel {
    WEB,
    EMAIL,
    API,
    PHONE;

    /** As it is stored and written in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
