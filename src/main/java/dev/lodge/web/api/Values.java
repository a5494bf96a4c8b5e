package dev.lodge.web.api;

import dev.lodge.problem.Invalid;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values in addresses and queries, or a 400 that names where they stood. */
public final class Values {

    private Values() {}

    /** A positive number of up to 18 digits. */
    public static long id(String name, String value) {
        if (value.isEmpty() || value.length() > 18 || value.chars().anyMatch(c -> c < '0' || c > '9')) {
            throw new Invalid(name, "web.invalid.id");
        }
        return Long.parseLong(value);
    }

    /** A time of RFC 3339, between the years 1 and 9999. */
    public static Instant time(String name, String value) {
        try {
            var moment = OffsetDateTime.parse(value, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            if (moment.getYear() < 1 || moment.getYear() > 9999) {
                throw new Invalid(name, "web.invalid.time");
            }
            return moment.toInstant();
        } catch (DateTimeParseException notATime) {
            throw new Invalid(name, "web.invalid.time");
        }
    }

    /** One of an enumeration's words, as the API writes them: {@code on_hold} for {@code ON_HOLD}. */
    public static <E extends Enum<E>> E word(String name, String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(value)) {
                return constant;
            }
        }
        var allowed = Arrays.stream(type.getEnumConstants()).map(Values::word).collect(Collectors.joining(", "));
        throw new Invalid(name, "web.invalid.word", allowed);
    }

    /** Words joined by commas, each once. */
    public static <E extends Enum<E>> List<E> words(String name, String value, Class<E> type) {
        var found = new ArrayList<E>();
        for (String part : value.split(",", -1)) {
            E constant = word(name, part, type);
            if (!found.contains(constant)) {
                found.add(constant);
            }
        }
        return List.copyOf(found);
    }

    /** How the API writes a constant. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
