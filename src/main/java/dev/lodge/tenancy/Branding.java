package dev.lodge.tenancy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant looks to everyone who meets it.
 *
 * @param accent the tenant's colour, {@code #rrggbb} in lower case
 * @param supportAddress the address that customers write to, shown to them
 * @param hasLogo whether a logo was uploaded; {@link Brands#logo} reads it
 * @param version changes with every change of name, colour or logo; part of the addresses of what is generated from them
 */
public record Branding(String accent, @Nullable String supportAddress, boolean hasLogo, long version) {

    /** What a tenant has until it picks a colour of its own. */
    public static final String DEFAULT_ACCENT = "#475569";

    private static final Pattern ACCENT = Pattern.compile("#[0-9a-f]{6}");

    public Branding {
        requireAccent(accent);
    }

    static void requireAccent(String accent) {
        if (!ACCENT.matcher(accent).matches()) {
            throw new IllegalArgumentException("An accent colour is written #rrggbb in hexadecimal.");
        }
    }
}
