package dev.lodge.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that Lodge speaks. Each has a bundle of every module and a text of every mail. */
public enum Language {
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch"),
    FRENCH("fr", "Français"),
    SPANISH("es", "Español"),
    ARABIC("ar", "العربية");

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(tag + "-u-nu-latn");
    }

    /** The language of a tag of BCP 47, whatever region or script it names. */
    public static Optional<Language> of(String tag) {
        return of(Locale.forLanguageTag(tag));
    }

    public static Optional<Language> of(Locale locale) {
        return Arrays.stream(values())
                .filter(known -> known.tag.equals(locale.getLanguage()))
                .findFirst();
    }

    /** What Lodge speaks to somebody who wants this language, or whatever else: English where it speaks neither. */
    public static Language nearest(Locale wanted) {
        return of(wanted).orElse(ENGLISH);
    }

    /** What {@code html lang}, the registry, cookies and forms hold. */
    public String tag() {
        return tag;
    }

    /** What the language calls itself, so that those who read no other find it. */
    public String ownName() {
        return ownName;
    }

    /** For the JDK's own words and numbers. Digits are 0 to 9 in Arabic too, as those of addresses and ticket numbers. */
    public Locale locale() {
        return locale;
    }

    public boolean isRightToLeft() {
        return this == ARABIC;
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return isRightToLeft() ? "rtl" : "ltr";
    }

    /** The choices of a form, each in its own words. */
    public static List<Choice> choices() {
        return Arrays.stream(values())
                .map(language -> new Choice(language.tag, language.ownName))
                .toList();
    }
}
