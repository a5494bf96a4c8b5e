package dev.lodge.sla.hours;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as it is written in the API, not yet checked.
 *
 * @param timeZone a region's identifier, for example {@code Europe/Berlin}
 * @param hours by lower-case English weekday, pairs of {@code HH:mm}; see {@link WeeklyHours#parse}
 */
public record CalendarDefinition(
        @Nullable String timeZone,
        Map<String, @Nullable List<@Nullable List<@Nullable String>>> hours,
        List<HolidayDefinition> holidays) {

    /** The most holidays that a calendar has. */
    public static final int MOST_HOLIDAYS = 5_000;

    /** The first and last year of a holiday's date. */
    public static final int FIRST_YEAR = 1900;

    public static final int LAST_YEAR = 2999;

    /** The longest name of a holiday, in UTF-16 code units. */
    public static final int LONGEST_NAME = 200;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** @param date {@code yyyy-MM-dd} */
    public record HolidayDefinition(
            @Nullable String date, @Nullable String name, boolean everyYear) {}

    /** @throws InvalidHours with everything that is wrong, at fields such as {@code holidays[3].date} */
    public BusinessCalendar calendar() {
        var faults = new ArrayList<Fault>();
        ZoneId zone = zone(faults);
        WeeklyHours week = WrittenHours.read(hours, faults);
        List<Holiday> named = holidays(faults);
        InvalidHours.throwIfAny(faults);
        return BusinessCalendar.of(zone, week, Holidays.of(named));
    }

    private ZoneId zone(List<Fault> faults) {
        if (timeZone == null || timeZone.isBlank()) {
            faults.add(Fault.of("time_zone", "required"));
        } else if (ZoneId.getAvailableZoneIds().contains(timeZone)) {
            return ZoneId.of(timeZone);
        } else {
            faults.add(Fault.of("time_zone", "unknown_zone", timeZone));
        }
        return ZoneId.of("UTC");
    }

    private List<Holiday> holidays(List<Fault> faults) {
        var named = new ArrayList<Holiday>();
        if (holidays.size() > MOST_HOLIDAYS) {
            faults.add(Fault.of("holidays", "too_many", MOST_HOLIDAYS));
            return named;
        }
        for (int i = 0; i < holidays.size(); i++) {
            HolidayDefinition holiday = holidays.get(i);
            String field = "holidays[%d]".formatted(i);
            LocalDate date = date(field + ".date", holiday.date(), faults);
            String name = name(field + ".name", holiday.name(), faults);
            named.add(new Holiday(date, name, holiday.everyYear()));
        }
        return named;
    }

    private static LocalDate date(String field, @Nullable String text, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            faults.add(Fault.of(field, "required"));
            return LocalDate.EPOCH;
        }
        try {
            LocalDate date = LocalDate.parse(text, DATE);
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                faults.add(Fault.of(field, "year_out_of_range", FIRST_YEAR, LAST_YEAR));
            }
            return date;
        } catch (DateTimeParseException unreadable) {
            faults.add(Fault.of(field, "bad_date", text));
            return LocalDate.EPOCH;
        }
    }

    private static String name(String field, @Nullable String text, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            faults.add(Fault.of(field, "required"));
            return "";
        }
        if (text.length() > LONGEST_NAME) {
            faults.add(Fault.of(field, "too_long", LONGEST_NAME));
        }
        return text;
    }
}
