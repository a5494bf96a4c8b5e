package dev.lodge.tenancy;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How a tenant speaks to people who have not said how they want to be spoken to.
 *
 * @param languages those offered to customers, at least one and none twice; the first is the tenant's own
 * @param zone for moments shown to people who are not signed in, and for agents who chose none
 */
public record Locales(List<Locale> languages, ZoneId zone) {

    /** What a tenant has unless something else was asked for. */
    public static final Locales DEFAULT = new Locales(List.of(Locale.ENGLISH), ZoneId.of("UTC"));

    /** @throws IllegalArgumentException without a language, or with one twice */
    public Locales {
        languages = List.copyOf(languages);
        if (languages.isEmpty()
                || languages.stream().distinct().count() < languages.size()
                || languages.stream()
                        .anyMatch(language -> language.getLanguage().isEmpty())) {
            throw new IllegalArgumentException("A tenant speaks at least one language, and none twice.");
        }
    }

    /** The tenant's own language: of its customers unless they say otherwise, and of agents who are invited. */
    public Locale language() {
        return languages.getFirst();
    }

    static Locales of(String[] tags, String zone) {
        return new Locales(Arrays.stream(tags).map(Locale::forLanguageTag).toList(), zoneOf(zone));
    }

    String[] tags() {
        return languages.stream().map(Locale::toLanguageTag).toArray(String[]::new);
    }

    /** A zone that a newer release stored, or that was renamed, must not keep a desk from being served. */
    private static ZoneId zoneOf(String stored) {
        try {
            return ZoneId.of(stored);
        } catch (DateTimeException unknown) {
            return DEFAULT.zone();
        }
    }
}
