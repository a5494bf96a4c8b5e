package dev.lodge.branding;

import dev.lodge.problem.FieldErrors;
import dev.lodge.tenancy.Locales;
import dev.lodge.web.Language;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The desk's languages as they are being edited.
 *
 * @param language the desk's own
 * @param offered to customers besides
 * @param seen the tags in force when the page was opened, with commas between, then the zone
 */
public record LanguagesForm(
        @Nullable String language,
        @Nullable List<String> offered,
        @BindParam("time_zone") @Nullable String zone,
        @Nullable String seen) {

    static LanguagesForm of(Locales locales) {
        var tags = locales.languages().stream().map(Locale::toLanguageTag).toList();
        String zone = locales.zone().getId();
        return new LanguagesForm(tags.getFirst(), tags, zone, seen(locales));
    }

    /** What stands in the form so that a change by somebody else is noticed. */
    static String seen(Locales locales) {
        return Stream.concat(
                        locales.languages().stream().map(Locale::toLanguageTag),
                        Stream.of(locales.zone().getId()))
                .reduce((all, one) -> all + "," + one)
                .orElse("");
    }

    boolean isMadeOn(Locales now) {
        return seen(now).equals(seen);
    }

    FieldErrors check() {
        var errors = FieldErrors.none();
        if (Language.of(text(language)).isEmpty()) {
            errors = errors.and("language", "languages.invalid.language");
        }
        if (tags().stream().anyMatch(tag -> Language.of(tag).isEmpty())) {
            errors = errors.and("offered", "languages.invalid.language");
        }
        try {
            ZoneId.of(text(zone));
        } catch (DateTimeException unknown) {
            errors = errors.and("time_zone", "languages.invalid.zone");
        }
        return errors;
    }

    /** Once checked. The desk's own language comes first, the others in the order in which they are always listed. */
    Locales locales() {
        var own = Stream.of(text(language));
        var others = Stream.of(Language.values()).map(Language::tag).filter(this::offers);
        return new Locales(
                Stream.concat(own, others)
                        .distinct()
                        .map(Locale::forLanguageTag)
                        .toList(),
                ZoneId.of(text(zone)));
    }

    public boolean offers(String tag) {
        return tags().contains(tag);
    }

    public String chosen() {
        return text(language);
    }

    public String zoneText() {
        return text(zone);
    }

    public String seenText() {
        return text(seen);
    }

    private List<String> tags() {
        return offered == null ? List.of() : offered;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
