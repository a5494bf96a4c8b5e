package dev.lodge.web;

import java.util.Arrays;
import java.util.Locale;

/** Initials on a ground whose colour stays the same for the same person. */
public final class Avatar {

    private static final int COLOURS = 5;

    private Avatar() {}

    /** The first letters of the first and the last word: {@code ML} for Mia Lindqvist. */
    public static String initials(String name) {
        var words = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return "";
        }
        var last = words.size() > 1 ? letter(words.getLast()) : "";
        return (letter(words.getFirst()) + last).toUpperCase(Locale.ROOT);
    }

    /** The class of the ground; none for id 0. */
    public static String colour(long id) {
        return id == 0 ? "" : "l-av-" + (Math.floorMod(id, COLOURS) + 1);
    }

    private static String letter(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
