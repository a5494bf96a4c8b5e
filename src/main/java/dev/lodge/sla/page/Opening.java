package dev.lodge.sla.page;

import dev.lodge.sla.CalendarDetails;
import dev.lodge.sla.hours.BusinessCalendar;
import dev.lodge.sla.hours.CalendarDefinition;
import dev.lodge.sla.hours.CalendarDefinition.HolidayDefinition;
import dev.lodge.web.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a calendar is open at a moment, and until when, on its own clock.
 *
 * @param now in the calendar's zone
 * @param turn when it closes, or opens again; null if it never does
 */
public record Opening(
        boolean open, ZonedDateTime now, @Nullable ZonedDateTime turn) {

    /** Longer than any stretch of opening hours that is not for ever. */
    private static final int DAYS = 8;

    static Opening of(CalendarDetails calendar, Instant at) {
        var time = time(calendar);
        var now = at.atZone(time.zone());
        if (time.isOpen(at)) {
            return new Opening(true, now, closing(time, now));
        }
        return new Opening(
                false,
                now,
                time.nextOpening(at).map(next -> next.atZone(time.zone())).orElse(null));
    }

    private static BusinessCalendar time(CalendarDetails calendar) {
        Map<String, @Nullable List<@Nullable List<@Nullable String>>> hours = new HashMap<>();
        calendar.hours().forEach((day, pairs) -> hours.put(day, List.copyOf(pairs)));
        return new CalendarDefinition(
                        calendar.timeZone(),
                        hours,
                        calendar.holidays().stream()
                                .map(holiday -> new HolidayDefinition(
                                        holiday.date().toString(), holiday.name(), holiday.everyYear()))
                                .toList())
                .calendar();
    }

    /** Some interval's end, or a midnight before a holiday: the first of these at which it is closed. */
    private static @Nullable ZonedDateTime closing(BusinessCalendar time, ZonedDateTime now) {
        for (int i = 0; i < DAYS; i++) {
            LocalDate date = now.toLocalDate().plusDays(i);
            for (var interval : time.week().on(date.getDayOfWeek())) {
                var end = date.atStartOfDay()
                        .plusSeconds(interval.to().secondOfDay())
                        .atZone(time.zone());
                if (end.isAfter(now) && !time.isOpen(end.toInstant())) {
                    return end;
                }
            }
        }
        return null;
    }

    /** {@code Closed now, opens Mon 09:00}; only while a page is rendered. */
    public String inWords() {
        if (turn == null) {
            return Text.text(open ? "slapages.opening.always" : "slapages.opening.never");
        }
        return Text.text(open ? "slapages.opening.until" : "slapages.opening.opens", moment(turn));
    }

    private String moment(ZonedDateTime at) {
        long days = ChronoUnit.DAYS.between(now.toLocalDate(), at.toLocalDate());
        var pattern = days == 0
                ? "web.time.pattern.hour"
                : days < 7 ? "web.time.pattern.weekday_hour" : "web.time.pattern.date_hour";
        return DateTimeFormatter.ofPattern(Text.text(pattern), Text.locale()).format(at);
    }
}
