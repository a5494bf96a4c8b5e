package dev.lodge.email;

import java.util.regex.Pattern;

/** Text that becomes part of a header: one line, without what could end it or turn its direction around, and not endless. */
final class OneLine {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    /** Marks that reverse what follows, with which a name can be made to look like another. */
    private static final Pattern TURNS = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

    private OneLine() {}

    /** @param longest in characters; what is longer ends in an ellipsis */
    static String of(String text, int longest) {
        String line = TURNS.matcher(BREAKS.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return line.substring(0, end) + "…";
    }
}
