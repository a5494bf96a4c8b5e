package dev.lodge.web;

import java.util.Locale;

/** Light, dark, or as the system says. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    /** The value of {@code data-bs-theme}, of the stored setting and of the form. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
