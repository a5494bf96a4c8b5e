package dev.lodge.sla.hours;

import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What the wall clock shows at the times of an event.
 *
 * @param event the event's name
 * @param zone the one in which times of UTC are read
 */
record EventTimes(String event, ZoneId zone) {

    LocalDate date(ICalDate written, String property) throws UnusableEvent {
        return moment(written, property).toLocalDate();
    }

    /** The wall clock's date and time; a date alone is its midnight. */
    LocalDateTime moment(ICalDate written, String property) throws UnusableEvent {
        try {
            // The library turns 31 February into 2 March, in the machine's zone; what was written is kept beside it.
            DateTimeComponents parts = written.getRawComponents();
            LocalDate day = LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
            if (!written.hasTime()) {
                return day.atStartOfDay();
            }
            LocalDateTime time = day.atTime(parts.getHour(), parts.getMinute(), parts.getSecond());
            return parts.isUtc()
                    ? time.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime()
                    : time;
        } catch (DateTimeException impossible) {
            throw unusable(property, "unreadable");
        }
    }

    UnusableEvent unusable(String property, String reason, Object... arguments) {
        return new UnusableEvent(event, property, reason, arguments);
    }
}
