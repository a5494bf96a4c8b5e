package dev.lodge.sla;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.sla.CalendarDetails.Holiday;
import dev.lodge.sla.NewCalendar.NewHoliday;
import dev.lodge.sla.hours.HolidayImport;
import dev.lodge.sla.hours.InvalidHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holidays to be added to a calendar.
 *
 * @param ics the text of an iCalendar file (RFC 5545), of which the days of every year are read, and those single ones, also of what
 *     repeats in another way, that fall into the present year, the one before or the ten after it
 */
public record HolidayFile(@Nullable String ics) {

    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 10;

    /** Those of the file that the calendar does not have, behind its own. @throws Invalid when the file cannot be used */
    NewCalendar into(CalendarDetails calendar, Instant now) {
        var all = new ArrayList<>(calendar.nullableHolidays());
        var zone = ZoneId.of(calendar.timeZone());
        for (var found : read(zone, now.atZone(zone).toLocalDate())) {
            if (!calendar.holidays().contains(found)) {
                all.add(new NewHoliday(found.date().toString(), found.name(), found.everyYear()));
            }
        }
        return new NewCalendar(
                calendar.name(), calendar.timeZone(), calendar.isDefault(), calendar.nullableHours(), all);
    }

    private List<Holiday> read(ZoneId zone, LocalDate today) {
        if (ics == null || ics.isBlank()) {
            throw new Invalid("ics", "web.invalid.missing");
        }
        try {
            return new HolidayImport(zone, today.getYear() - YEARS_BACK, today.getYear() + YEARS_AHEAD)
                    .read(ics).stream()
                            .map(holiday ->
                                    new Holiday(holiday.date(), holiday.name().strip(), holiday.everyYear()))
                            .toList();
        } catch (InvalidHours invalid) {
            var errors = FieldErrors.none();
            for (var fault : invalid.faults()) {
                var field = fault.field().equals("file") ? "ics" : "ics." + fault.field();
                errors = errors.and(
                        field, "sla.file." + fault.reason(), fault.arguments().toArray());
            }
            throw new Invalid(errors);
        }
    }
}
