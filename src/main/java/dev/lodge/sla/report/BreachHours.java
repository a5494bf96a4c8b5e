package dev.lodge.sla.report;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When clocks came due that were missed, by the hour of the week. Working days and their hours are always there, others if something
 * happened in them.
 *
 * @param byHour how many, by the hour of the week from 0 on Monday
 */
public record BreachHours(Map<Integer, Long> byHour) {

    private static final int FIRST = 8;
    private static final int LAST = 18;
    private static final int SHADES = 4;

    public boolean isEmpty() {
        return byHour.isEmpty();
    }

    public List<DayOfWeek> days() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day ->
                        day.compareTo(DayOfWeek.SATURDAY) < 0 || hoursOfDay().anyMatch(hour -> count(day, hour) > 0))
                .toList();
    }

    public List<Integer> hours() {
        var busy = byHour.keySet().stream().mapToInt(hour -> hour % 24).summaryStatistics();
        return IntStream.rangeClosed(Math.min(FIRST, busy.getMin()), Math.max(LAST, busy.getMax()))
                .boxed()
                .toList();
    }

    public long count(DayOfWeek day, int hour) {
        return byHour.getOrDefault((day.getValue() - 1) * 24 + hour, 0L);
    }

    /** How dark: 0 for nothing, to 4 for the most. */
    public int shade(DayOfWeek day, int hour) {
        long most = most();
        long count = count(day, hour);
        return (int) (most <= SHADES ? count : (SHADES * count + most - 1) / most);
    }

    public String style(DayOfWeek day, int hour) {
        int shade = shade(day, hour);
        return shade == 0 ? "" : "l-h" + shade;
    }

    /** The hour of the week with most; the earliest of several. Never asked when empty. */
    public int worst() {
        return byHour.entrySet().stream()
                .filter(entry -> entry.getValue() == most())
                .mapToInt(Map.Entry::getKey)
                .min()
                .orElseThrow();
    }

    public long most() {
        return byHour.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static Stream<Integer> hoursOfDay() {
        return IntStream.range(0, 24).boxed();
    }
}
