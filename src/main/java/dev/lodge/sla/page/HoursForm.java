package dev.lodge.sla.page;

import dev.lodge.sla.CalendarDetails;
import dev.lodge.sla.CalendarDetails.Holiday;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as it is being edited, as typed.
 *
 * @param days by {@code monday}, what stands in the day's field: {@code 09:00–12:00, 13:00–17:30}
 * @param removed which of the stored holidays are to go, by {@link #key}
 * @param added holidays to be added; rows in which nothing stands do not count
 * @param version of the calendar when the form was opened; null for a new one
 */
public record HoursForm(
        String name,
        String timeZone,
        boolean isDefault,
        Map<String, String> days,
        Set<String> removed,
        List<Row> added,
        @Nullable Long version) {

    private static final int ROWS = 3;
    private static final int MOST_ROWS = 50;
    private static final String FIVE_DAYS = "09:00–17:00";
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[-–—]|\\bto\\b)\\s*");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?");

    /** A holiday that is being written. */
    public record Row(String date, String name, boolean everyYear) {

        static final Row BLANK = new Row("", "", false);

        boolean isBlank() {
            return date.isBlank() && name.isBlank();
        }
    }

    static HoursForm blank(String timeZone) {
        var days = new LinkedHashMap<String, String>();
        for (DayOfWeek day : Week.DAYS) {
            days.put(Week.word(day), day.getValue() < DayOfWeek.SATURDAY.getValue() ? FIVE_DAYS : "");
        }
        return new HoursForm("", timeZone, false, days, Set.of(), List.of(), null);
    }

    static HoursForm read(Sent sent) {
        var days = new LinkedHashMap<String, String>();
        Week.DAYS.forEach(day -> days.put(Week.word(day), sent.text("hours." + Week.word(day))));
        var added = new ArrayList<Row>();
        for (int i = 0; i < MOST_ROWS && sent.has("holiday." + i + ".date"); i++) {
            added.add(new Row(
                    sent.text("holiday." + i + ".date"),
                    sent.text("holiday." + i + ".name"),
                    sent.has("holiday." + i + ".every_year")));
        }
        return new HoursForm(
                sent.text("name"),
                sent.text("time_zone"),
                sent.has("is_default"),
                days,
                sent.all("remove"),
                added,
                sent.version());
    }

    static HoursForm of(CalendarDetails calendar) {
        var days = new LinkedHashMap<String, String>();
        var week = Week.of(calendar.hours(), null);
        for (DayOfWeek day : Week.DAYS) {
            days.put(Week.word(day), week.on(day).stream().map(Week::label).collect(Collectors.joining(", ")));
        }
        return new HoursForm(
                calendar.name(), calendar.timeZone(), calendar.isDefault(), days, Set.of(), List.of(), (long)
                        calendar.version());
    }

    HoursForm onVersion(long current) {
        return new HoursForm(name, timeZone, isDefault, days, removed, added, current);
    }

    /** The same for the same holiday only. */
    public static String key(Holiday holiday) {
        return holiday.date() + (holiday.everyYear() ? "* " : " ") + holiday.name();
    }

    public String day(DayOfWeek day) {
        return days.getOrDefault(Week.word(day), "");
    }

    /** As in the API; what is no pair of two becomes one of one, which is refused there. */
    Map<String, List<List<String>>> hours() {
        var hours = new LinkedHashMap<String, List<List<String>>>();
        days.forEach((day, written) -> {
            var pairs = new ArrayList<List<String>>();
            for (var part : Sent.parts(written)) {
                pairs.add(List.of(BETWEEN.split(String.valueOf(part), -1)).stream()
                        .map(HoursForm::time)
                        .toList());
            }
            hours.put(day, pairs);
        });
        return hours;
    }

    /** {@code 09:00} for {@code 9}, {@code 9:00} and {@code 9.00}; else what was written. */
    private static String time(String written) {
        var time = HOUR.matcher(written);
        return time.matches()
                ? "%2s:%2s"
                        .formatted(time.group(1), time.group(2) == null ? "00" : time.group(2))
                        .replace(' ', '0')
                : written;
    }

    /** The rows to fill in: those that were, and some blank ones. */
    public List<Row> rows() {
        var rows =
                new ArrayList<Row>(added.stream().filter(row -> !row.isBlank()).toList());
        for (int i = 0; i < ROWS; i++) {
            rows.add(Row.BLANK);
        }
        return rows;
    }
}
