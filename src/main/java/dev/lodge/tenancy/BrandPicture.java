package dev.lodge.tenancy;

import java.util.Locale;

/** The pictures that a tenant can have of its own. */
public enum BrandPicture {
    LOGO,
    /** Stands in for the logo on dark ground. */
    LOGO_DARK,
    /** The icon of the browser's tab. */
    FAVICON,
    /** Behind the search of the help center's first page. */
    HERO;

    /** As it is stored, and the name of its field in forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BrandPicture of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
