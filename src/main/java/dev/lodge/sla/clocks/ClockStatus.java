package dev.lodge.sla.clocks;

import java.util.Locale;

/** How a clock stands. A breach stays one, also after what was promised was done late. */
public enum ClockStatus {
    RUNNING,
    PAUSED,
    MET,
    BREACHED,
    /** Nobody waits any more, or nothing is promised any more. */
    CANCELLED;

    /** As it is stored and written in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is none */
    public static ClockStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
