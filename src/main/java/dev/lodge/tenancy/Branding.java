package dev.lodge.tenancy;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant looks to everyone who meets it. It is in memory with each request, so nothing here is large.
 *
 * @param accent the tenant's colour, {@code #rrggbb} in lower case
 * @param supportAddress the address that customers write to, shown to them
 * @param pictures which it has of its own; {@link Brands#picture} reads them
 * @param version changes with every change of name, colour, texts or pictures; part of the addresses of what is generated from them
 */
public record Branding(
        String accent, @Nullable String supportAddress, Set<BrandPicture> pictures, Frontage frontage, long version) {

    /** What a tenant has until it picks a colour of its own. */
    public static final String DEFAULT_ACCENT = "#475569";

    private static final Pattern ACCENT = Pattern.compile("#[0-9a-f]{6}");

    public Branding {
        requireAccent(accent);
        pictures = Set.copyOf(pictures);
    }

    public boolean has(BrandPicture picture) {
        return pictures.contains(picture);
    }

    static void requireAccent(String accent) {
        if (!ACCENT.matcher(accent).matches()) {
            throw new IllegalArgumentException("An accent colour is written #rrggbb in hexadecimal.");
        }
    }
}
