package dev.lodge.sla.page;

import dev.lodge.sla.clocks.Counting;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spans as people write them in forms: {@code 45 m}, {@code 8 h 30 m}, {@code 1 d}. A day has 24 hours where all time counts, and 8
 * where only business hours do. What {@link #print} gives, {@link #parse} reads as the same.
 */
public final class SpanText {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{1,6})\\s*d(?:ays?)?)?\\s*"
            + "(?:(\\d{1,9})\\s*h(?:rs?|ours?)?)?\\s*"
            + "(?:(\\d{1,9})\\s*m(?:ins?|inutes?)?)?\\s*"
            + "(?:(\\d{1,9})\\s*s(?:ecs?|econds?)?)?");

    private SpanText() {}

    /** In seconds; empty for what is no span, such as a number without its unit. */
    public static OptionalLong parse(String text, Counting time) {
        var written = text.strip().toLowerCase(Locale.ROOT);
        Matcher parts = WRITTEN.matcher(written);
        if (written.isEmpty() || !parts.matches()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                number(parts, 1) * day(time) + number(parts, 2) * HOUR + number(parts, 3) * MINUTE + number(parts, 4));
    }

    /** @param seconds not negative */
    public static String print(long seconds, Counting time) {
        long day = day(time);
        var parts = new StringJoiner(" ");
        part(parts, seconds / day, "d");
        part(parts, seconds % day / HOUR, "h");
        part(parts, seconds % HOUR / MINUTE, "m");
        part(parts, seconds % MINUTE, "s");
        return seconds == 0 ? "0 m" : parts.toString();
    }

    private static long day(Counting time) {
        return (time == Counting.BUSINESS ? 8 : 24) * HOUR;
    }

    private static long number(Matcher parts, int group) {
        var digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static void part(StringJoiner parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit);
        }
    }
}
