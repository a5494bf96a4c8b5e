package dev.lodge.sla.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours of a week, on the wall clock: for each day any number of intervals, none of them across midnight. Intervals that touch
 * are one stretch; one that ends at 24:00 and one that begins at 00:00 on the next day are, too.
 */
public final class WeeklyHours {

    private final Map<DayOfWeek, List<Interval>> intervals;
    private final DayHours[] days = new DayHours[7];

    private WeeklyHours(Map<DayOfWeek, List<Interval>> intervals) {
        this.intervals = intervals;
        for (DayOfWeek day : DayOfWeek.values()) {
            days[day.ordinal()] = new DayHours(on(day));
        }
    }

    /** @throws InvalidHours when intervals of a day overlap */
    public static WeeklyHours of(Map<DayOfWeek, List<Interval>> intervals) {
        var faults = new ArrayList<Fault>();
        var sorted = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        intervals.forEach((day, given) -> {
            faults.addAll(WrittenHours.overlaps(WrittenHours.field(day), given));
            sorted.put(day, given.stream().sorted().toList());
        });
        InvalidHours.throwIfAny(faults);
        return new WeeklyHours(sorted);
    }

    /** Around the clock on every day. */
    public static WeeklyHours always() {
        List<Interval> wholeDay = List.of(new Interval(TimeOfDay.START_OF_DAY, TimeOfDay.END_OF_DAY));
        var intervals = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            intervals.put(day, wholeDay);
        }
        return new WeeklyHours(intervals);
    }

    /**
     * Reads hours as they are written in the API: {@code {"monday": [["09:00", "12:00"], ["13:00", "17:30"]]}}. A day that is left out
     * has no hours.
     *
     * @throws InvalidHours with every fault, at fields such as {@code hours.monday[1]}
     */
    public static WeeklyHours parse(Map<String, @Nullable List<@Nullable List<@Nullable String>>> hours) {
        var faults = new ArrayList<Fault>();
        WeeklyHours week = WrittenHours.read(hours, faults);
        InvalidHours.throwIfAny(faults);
        return week;
    }

    /** The intervals of a day in their order, as they were given. */
    public List<Interval> on(DayOfWeek day) {
        return intervals.getOrDefault(day, List.of());
    }

    /** Whether no day has any hours. */
    public boolean isEmpty() {
        return intervals.values().stream().allMatch(List::isEmpty);
    }

    /** @param epochDay days since 1970-01-01, a Thursday */
    DayHours onDate(long epochDay) {
        return days[Math.floorMod(epochDay + 3, 7)];
    }
}
