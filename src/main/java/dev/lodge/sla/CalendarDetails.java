package dev.lodge.sla;

import dev.lodge.sla.NewCalendar.NewHoliday;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as the API and pages show it.
 *
 * @param hours for each weekday that was written down, its intervals as pairs of {@code HH:mm}
 * @param version for {@code If-Match}; each version is kept, because clocks run on it
 */
public record CalendarDetails(
        long id,
        String name,
        String timeZone,
        boolean isDefault,
        Map<String, List<List<String>>> hours,
        List<Holiday> holidays,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** A date on which nobody works; every year or once. */
    public record Holiday(LocalDate date, String name, boolean everyYear) {}

    Map<String, @Nullable List<@Nullable List<@Nullable String>>> nullableHours() {
        var copy = new LinkedHashMap<String, @Nullable List<@Nullable List<@Nullable String>>>();
        hours.forEach((day, pairs) -> {
            var intervals = new ArrayList<@Nullable List<@Nullable String>>();
            pairs.forEach(pair -> intervals.add(new ArrayList<@Nullable String>(pair)));
            copy.put(day, intervals);
        });
        return copy;
    }

    List<@Nullable NewHoliday> nullableHolidays() {
        var copy = new ArrayList<@Nullable NewHoliday>();
        holidays.forEach(
                holiday -> copy.add(new NewHoliday(holiday.date().toString(), holiday.name(), holiday.everyYear())));
        return copy;
    }
}
