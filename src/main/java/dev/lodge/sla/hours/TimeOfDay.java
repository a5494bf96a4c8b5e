package dev.lodge.sla.hours;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time on the wall clock, from 00:00 to 24:00; the latter is the end of a day and the one thing that {@link java.time.LocalTime}
 * cannot say.
 *
 * @param secondOfDay seconds since 00:00, from 0 to 86,400
 */
public record TimeOfDay(int secondOfDay) implements Comparable<TimeOfDay> {

    public static final TimeOfDay START_OF_DAY = new TimeOfDay(0);
    public static final TimeOfDay END_OF_DAY = new TimeOfDay(24 * 60 * 60);

    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");

    /** @throws IllegalArgumentException when it is not within a day */
    public TimeOfDay {
        if (secondOfDay < 0 || secondOfDay > 24 * 60 * 60) {
            throw new IllegalArgumentException("Not within a day: second " + secondOfDay);
        }
    }

    /** @throws IllegalArgumentException when it is not within a day */
    public static TimeOfDay of(int hour, int minute) {
        return new TimeOfDay((hour * 60 + minute) * 60);
    }

    /** Reads {@code HH:mm}, two digits each, from 00:00 to 24:00; empty when the text is anything else. */
    public static Optional<TimeOfDay> parse(String text) {
        Matcher written = HOURS_AND_MINUTES.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(written.group(1)) * 60 + Integer.parseInt(written.group(2));
        return minutes <= 24 * 60 ? Optional.of(new TimeOfDay(minutes * 60)) : Optional.empty();
    }

    @Override
    public int compareTo(TimeOfDay other) {
        return Integer.compare(secondOfDay, other.secondOfDay);
    }

    /** {@code HH:mm}, with seconds only where there are some. */
    @Override
    public String toString() {
        String minutes = "%02d:%02d".formatted(secondOfDay / 3600, secondOfDay / 60 % 60);
        return secondOfDay % 60 == 0 ? minutes : minutes + ":%02d".formatted(secondOfDay % 60);
    }
}
