package dev.lodge.sla.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Calendars that tests share, and short ways to write others. */
final class Calendars {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Calendars() {}

    /** Monday to Friday, 09:00 to 12:00 and 13:00 to 17:30. */
    static WeeklyHours office() {
        return onDays(
                "09:00-12:00 13:00-17:30",
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY);
    }

    /** @param intervals for example {@code 09:00-12:00 13:00-24:00} */
    static WeeklyHours daily(String intervals) {
        return onDays(intervals, DayOfWeek.values());
    }

    static WeeklyHours onDays(String intervals, DayOfWeek... days) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(days).forEach(day -> week.put(day, intervals(intervals)));
        return WeeklyHours.of(week);
    }

    static List<Interval> intervals(String text) {
        return Arrays.stream(text.split(" ")).map(Calendars::interval).toList();
    }

    static Interval interval(String text) {
        String[] ends = text.split("-");
        return new Interval(
                TimeOfDay.parse(ends[0]).orElseThrow(), TimeOfDay.parse(ends[1]).orElseThrow());
    }

    static BusinessCalendar in(String zone, WeeklyHours week, Holiday... holidays) {
        return BusinessCalendar.of(ZoneId.of(zone), week, Holidays.of(List.of(holidays)));
    }

    static Holiday once(String date) {
        return new Holiday(LocalDate.parse(date), "Closed", false);
    }

    static Holiday everyYear(String date) {
        return new Holiday(LocalDate.parse(date), "Closed", true);
    }

    /** One for each day of a year, so that nothing ever opens. */
    static List<Holiday> everyDay() {
        var all = new ArrayList<Holiday>();
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(1)) {
            all.add(new Holiday(day, "Closed", true));
        }
        return all;
    }
}
