package dev.lodge.web.language;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import dev.lodge.web.Language;

/** What of a language patterns need: which numbers take which form, and how numbers are written. Immutable. */
final class Grammar {

    private final PluralRules plurals;
    private final LocalizedNumberFormatter grouped;
    private final LocalizedNumberFormatter plain;

    Grammar(Language language) {
        // Digits 0 to 9 in Arabic too: ticket numbers, addresses and times have them, and one page has one kind.
        var locale = ULocale.forLanguageTag(language.tag() + "-u-nu-latn");
        plurals = PluralRules.forLocale(locale);
        grouped = NumberFormatter.withLocale(locale);
        plain = grouped.grouping(GroupingStrategy.OFF);
    }

    /** The category of a number: {@code one}, {@code few}, … as CLDR names them. */
    String category(Number number) {
        return plurals.select(number.doubleValue());
    }

    /** {@code 12,500} in English, {@code 12.500} in German. */
    String grouped(Number number) {
        return isSmall(number) ? number.toString() : grouped.format(number).toString();
    }

    /** Without separators, for years and the like. */
    String plain(Number number) {
        return isSmall(number) ? number.toString() : plain.format(number).toString();
    }

    /** Most numbers on pages are; every language writes them alike. */
    private static boolean isSmall(Number number) {
        return (number instanceof Long || number instanceof Integer)
                && number.longValue() >= 0
                && number.longValue() < 1000;
    }
}
