package dev.lodge.web;

import dev.lodge.web.asset.Assets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** What stands around a page: the desk's brand, the person, the rails, the styles. Templates reach it by {@link #shell()}. */
public final class Shell {

    private final Site site;
    private final @Nullable Person person;
    private final Supplier<@Nullable CsrfToken> csrf;
    private final List<RailCounts> railCounts;
    private final Assets assets;
    private final @Nullable Toast toast;
    private @Nullable Map<Place, Long> counts;

    Shell(
            Site site,
            @Nullable Person person,
            Supplier<@Nullable CsrfToken> csrf,
            List<RailCounts> railCounts,
            Assets assets,
            @Nullable Toast toast) {
        this.site = site;
        this.person = person;
        this.csrf = csrf;
        this.railCounts = railCounts;
        this.assets = assets;
        this.toast = toast;
    }

    /** The frame of the page that is being rendered. */
    public static Shell shell() {
        return Viewing.current().shell();
    }

    public Site site() {
        return site;
    }

    public @Nullable Person person() {
        return person;
    }

    public @Nullable Toast toast() {
        return toast;
    }

    public Theme theme() {
        return person == null ? Theme.AUTO : person.theme();
    }

    public String language() {
        return Viewing.current().language().toLanguageTag();
    }

    public boolean shortcuts() {
        return person != null && person.shortcuts();
    }

    public String logo() {
        return site.logo() != null ? site.logo() : asset("lodge-mark.svg");
    }

    public String themeAddress() {
        return "/theme.css?v=" + site.version();
    }

    /** The versioned address of a static file, for example {@code lodge.css}. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** The hidden field that each form with POST carries; null where no token is in force. */
    public @Nullable CsrfToken csrf() {
        return csrf.get();
    }

    public boolean shows(Place place) {
        return person != null && person.places().contains(place);
    }

    /** The number beside a rail entry, or null. */
    public @Nullable Long count(Place place) {
        if (counts == null) {
            var all = new EnumMap<Place, Long>(Place.class);
            railCounts.forEach(contributed -> all.putAll(contributed.counts()));
            counts = all;
        }
        return counts.get(place);
    }

    /** The first settings page that the person may open, or null. */
    public @Nullable Place settings() {
        return List.of(
                        Place.MEMBERS,
                        Place.TEAMS,
                        Place.ROLES,
                        Place.SLA,
                        Place.HOURS,
                        Place.TOKENS,
                        Place.BRANDING,
                        Place.FILES,
                        Place.MAIL)
                .stream()
                .filter(this::shows)
                .findFirst()
                .orElse(null);
    }
}
