package dev.lodge.sla;

import java.util.Locale;

public enum Metric {
    FIRST_RESPONSE,
    NEXT_RESPONSE,
    PERIODIC_UPDATE,
    RESOLUTION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
