package dev.lodge.sla;

import dev.lodge.sla.CalendarDetails.Holiday;
import dev.lodge.sla.clocks.Target;
import dev.lodge.sla.clocks.Terms;
import dev.lodge.sla.hours.BusinessCalendar;
import dev.lodge.sla.hours.CalendarDefinition;
import dev.lodge.sla.hours.CalendarDefinition.HolidayDefinition;
import dev.lodge.tickets.TicketStatus;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says in one of its versions.
 *
 * @param calendar the version of the calendar in which business time is counted; null if there was none
 */
record PolicyVersion(
        String name,
        Conditions conditions,
        List<Target> targets,
        List<TicketStatus> pauseIn,
        @Nullable CountsIn calendar) {

    /** A version of a calendar, as it was kept. */
    record CountsIn(
            long id,
            int version,
            String name,
            String timeZone,
            Map<String, List<List<String>>> hours,
            List<Holiday> holidays) {

        static CountsIn of(CalendarDetails calendar) {
            return new CountsIn(
                    calendar.id(),
                    calendar.version(),
                    calendar.name(),
                    calendar.timeZone(),
                    calendar.hours(),
                    calendar.holidays());
        }

        BusinessCalendar time() {
            var week = new LinkedHashMap<String, @Nullable List<@Nullable List<@Nullable String>>>();
            hours.forEach((day, pairs) -> week.put(day, List.copyOf(pairs)));
            return new CalendarDefinition(
                            timeZone,
                            week,
                            holidays.stream()
                                    .map(holiday -> new HolidayDefinition(
                                            holiday.date().toString(), holiday.name(), holiday.everyYear()))
                                    .toList())
                    .calendar();
        }
    }

    Terms terms(long policy, int version) {
        var hours = calendar == null
                ? null
                : new Terms.Hours(calendar.id(), calendar.version(), calendar.name(), calendar.time());
        return new Terms(policy, version, name, targets, new HashSet<>(pauseIn), hours);
    }
}
