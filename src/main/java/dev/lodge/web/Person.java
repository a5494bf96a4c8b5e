package dev.lodge.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * Whoever is signed in, as far as a page needs to know.
 *
 * @param places what the rails may show this person; the page itself checks again
 * @param shortcuts whether single keys act (WCAG 2.1.4 lets people switch them off)
 */
public record Person(
        long id, String name, Theme theme, Locale language, ZoneId zone, Set<Place> places, boolean shortcuts) {

    public Person {
        places = Set.copyOf(places);
    }
}
