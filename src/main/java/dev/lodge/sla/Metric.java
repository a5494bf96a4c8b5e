package dev.lodge.sla;

import java.util.Locale;

/** What can be promised about a ticket. When the clock of each runs is told by {@link dev.lodge.sla.clocks.ServiceLevel}. */
public enum Metric {
    FIRST_RESPONSE,
    NEXT_RESPONSE,
    PERIODIC_UPDATE,
    RESOLUTION;

    /** As it is stored and written in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is none */
    public static Metric of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
