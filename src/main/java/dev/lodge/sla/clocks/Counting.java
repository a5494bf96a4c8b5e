package dev.lodge.sla.clocks;

import java.util.Locale;

/** Which time a target counts in. */
public enum Counting {
    /** The hours of the policy's calendar. */
    BUSINESS,
    /** All the time there is. */
    CALENDAR;

    /** As it is stored and written in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is none */
    public static Counting of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
