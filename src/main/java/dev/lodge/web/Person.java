package dev.lodge.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is signed in, as far as a page needs to know.
 *
 * @param language null for people without a setting of their own: they are spoken to as those who are not signed in
 * @param places what the rails may show this person; the page itself checks again
 * @param shortcuts whether single keys act (WCAG 2.1.4 lets people switch them off)
 */
public record Person(
        long id,
        String name,
        Theme theme,
        @Nullable Locale language,
        ZoneId zone,
        Set<Place> places,
        boolean shortcuts) {

    public Person {
        places = Set.copyOf(places);
    }
}
