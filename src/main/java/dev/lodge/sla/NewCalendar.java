package dev.lodge.sla;

import dev.lodge.problem.FieldErrors;
import dev.lodge.sla.hours.CalendarDefinition;
import dev.lodge.sla.hours.CalendarDefinition.HolidayDefinition;
import dev.lodge.sla.hours.InvalidHours;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A calendar to be made, as it was written.
 *
 * @param name 1 to 80 characters, of no other calendar
 * @param timeZone a region's identifier, for example {@code Europe/Berlin}
 * @param isDefault whether policies that name no calendar count in this one; the first calendar does anyway
 * @param hours for each weekday its intervals, {@code {"monday": [["09:00", "12:00"], ["13:00", "17:30"]]}}
 */
public record NewCalendar(
        @Nullable String name,
        @Nullable String timeZone,
        @Nullable Boolean isDefault,
        @Nullable Map<String, @Nullable List<@Nullable List<@Nullable String>>> hours,
        @Nullable List<@Nullable NewHoliday> holidays) {

    /** @param date {@code yyyy-MM-dd} */
    public record NewHoliday(
            @Nullable String date,
            @Nullable String name,
            @Nullable Boolean everyYear) {

        HolidayDefinition definition() {
            return new HolidayDefinition(date, name, Boolean.TRUE.equals(everyYear));
        }
    }

    /** @throws dev.lodge.problem.Invalid naming each field that is wrong */
    void check() {
        var errors = Names.check(name);
        if (hours == null) {
            errors = errors.and("hours", "web.invalid.missing");
        }
        var gaps = Written.gaps("holidays", holidays);
        errors.and(gaps.isEmpty() ? faults() : gaps).throwIfAny();
    }

    private FieldErrors faults() {
        try {
            definition().calendar();
            return FieldErrors.none();
        } catch (InvalidHours invalid) {
            var errors = FieldErrors.none();
            for (var fault : invalid.faults()) {
                errors = errors.and(
                        fault.field(),
                        "sla.hours." + fault.reason(),
                        fault.arguments().toArray());
            }
            return errors;
        }
    }

    CalendarDefinition definition() {
        List<HolidayDefinition> named = holidays == null
                ? List.of()
                : holidays.stream()
                        .filter(java.util.Objects::nonNull)
                        .map(NewHoliday::definition)
                        .toList();
        return new CalendarDefinition(timeZone, hours == null ? Map.of() : hours, named);
    }
}
