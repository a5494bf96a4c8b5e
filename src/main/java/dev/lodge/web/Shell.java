package dev.lodge.web;

import dev.lodge.web.asset.Assets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** What stands around a page: the desk's brand, the person, the rails, the styles. Templates reach it by {@link #shell()}. */
public final class Shell {

    private final Site site;
    private final @Nullable Person person;
    private final Visit visit;
    private final List<RailCounts> railCounts;
    private final Assets assets;
    private final @Nullable Toast toast;
    private @Nullable Map<Place, Long> counts;

    Shell(
            Site site,
            @Nullable Person person,
            Visit visit,
            List<RailCounts> railCounts,
            Assets assets,
            @Nullable Toast toast) {
        this.site = site;
        this.person = person;
        this.visit = visit;
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
        Draft draft = visit.draft();
        if (draft != null) {
            return draft.theme();
        }
        return person == null ? Theme.AUTO : person.theme();
    }

    /** The tag of the language that the page speaks. */
    public String language() {
        return Viewing.current().language().tag();
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return Viewing.current().language().direction();
    }

    /** Whether there is another language to choose, for whoever reads this. */
    public boolean choosesLanguage() {
        return site.languages().size() > 1 && (person == null || person.language() == null);
    }

    /** Where this page can be read in another of the desk's languages; for people who have no setting of their own. */
    public String addressIn(Language other) {
        return "/language/" + other.tag() + "?next=" + URLEncoder.encode(visit.address(), StandardCharsets.UTF_8);
    }

    public boolean shortcuts() {
        return person != null && person.shortcuts();
    }

    public String logo() {
        return site.logo() != null ? site.logo() : asset("lodge-mark.svg");
    }

    /** The logo for dark ground, or null where {@link #logo} serves for both. */
    public @Nullable String darkLogo() {
        return site.darkLogo();
    }

    /** The icon of the browser's tab. */
    public String icon() {
        return site.icon() != null ? site.icon() : logo();
    }

    public String themeAddress() {
        Draft draft = visit.draft();
        return draft == null ? "/theme.css?v=" + site.version() : draft.themeAddress();
    }

    /** The versioned address of a static file, for example {@code lodge.css}. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** The hidden field that each form with POST carries; null where no token is in force. */
    public @Nullable CsrfToken csrf() {
        return visit.csrf().get();
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
                        Place.DOMAINS,
                        Place.FILES,
                        Place.PORTAL,
                        Place.MAIL_TEMPLATES)
                .stream()
                .filter(this::shows)
                .findFirst()
                .orElse(null);
    }
}
