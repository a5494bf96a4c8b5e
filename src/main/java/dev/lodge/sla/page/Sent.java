package dev.lodge.sla.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of a form whose names are made at run time, as they were sent. */
record Sent(MultiValueMap<String, String> fields) {

    /** What was written, with spaces around it; empty if nothing was. */
    String text(String field) {
        var value = fields.getFirst(field);
        return value == null ? "" : value;
    }

    /** Which of the boxes were ticked. */
    Set<String> all(String field) {
        return new LinkedHashSet<>(fields.getOrDefault(field, List.of()));
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The version that stood in the form; null if there was none, which is never the present one. */
    @Nullable
    Long version() {
        var id = id(text("version"));
        return id < 0 ? null : id;
    }

    /** Words of an enumeration; null for one that is none, so that it is refused like any other in the API. */
    static <E> List<@Nullable E> words(Collection<String> written, Function<String, E> of) {
        var words = new ArrayList<@Nullable E>();
        written.forEach(word -> words.add(word(word, of)));
        return words;
    }

    static <E> @Nullable E word(String written, Function<String, E> of) {
        try {
            return of.apply(written);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** Ids; what is none becomes one that nothing has. */
    static List<@Nullable Long> ids(Collection<String> written) {
        var ids = new ArrayList<@Nullable Long>();
        written.forEach(id -> ids.add(id(id)));
        return ids;
    }

    static long id(String written) {
        try {
            return Long.parseLong(written.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /** What stands between commas, semicolons or line breaks. */
    static List<@Nullable String> parts(String written) {
        var parts = new ArrayList<@Nullable String>();
        for (String part : written.split("[,;\\n]")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    static String lower(String written) {
        return written.toLowerCase(Locale.ROOT);
    }
}
