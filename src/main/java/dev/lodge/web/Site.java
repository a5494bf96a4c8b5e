package dev.lodge.web;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A desk as pages show it.
 *
 * @param accent {@code #rrggbb}, lower case
 * @param logo path of the logo on this host, or null for Lodge's own mark
 * @param darkLogo path of the one for dark ground, or null where the other serves for both
 * @param icon path of the icon of the browser's tab, or null where the logo serves for it
 * @param hero path of the picture behind the search of the help center's first page, or null
 * @param version changes whenever name, accent, texts or pictures change; stands in the address of {@code /theme.css}
 * @param supportAddress mail address for customers, or null
 * @param languages those that people who are not signed in may choose from, at least one; the first is the desk's own
 * @param zone for people who are not signed in
 * @param platform whether it is the platform's own host
 */
public record Site(
        String name,
        String accent,
        @Nullable String logo,
        @Nullable String darkLogo,
        @Nullable String icon,
        @Nullable String hero,
        String version,
        @Nullable String supportAddress,
        List<Language> languages,
        ZoneId zone,
        boolean platform) {

    private static final Site LODGE = new Site(
            "Lodge", "#334155", null, null, null, null, "0", null, List.of(Language.values()), ZoneId.of("UTC"), true);

    public Site {
        languages = List.copyOf(languages);
    }

    /** The platform's own site, and what a host without a tenant gets. */
    public static Site lodge() {
        return LODGE;
    }
}
