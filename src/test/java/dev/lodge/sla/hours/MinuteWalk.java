package dev.lodge.sla.hours;

import java.time.Instant;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Business time the slow way: looks at each minute's wall clock, and shares nothing with the calculator but the calendar's words. */
final class MinuteWalk {

    private final BusinessCalendar calendar;

    MinuteWalk(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    long openMinutes(Instant from, Instant to) {
        long open = 0;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            if (isOpen(minute)) {
                open++;
            }
        }
        return open;
    }

    Instant plus(Instant start, long minutes) {
        long missing = minutes;
        Instant minute = start;
        while (missing > 0) {
            if (isOpen(minute)) {
                missing--;
            }
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
        return minute;
    }

    private boolean isOpen(Instant minute) {
        ZonedDateTime shown = minute.atZone(calendar.zone());
        int second = shown.toLocalTime().toSecondOfDay();
        for (Interval interval : calendar.week().on(shown.getDayOfWeek())) {
            if (interval.from().secondOfDay() <= second
                    && second < interval.to().secondOfDay()) {
                return calendar.holidays().all().stream().noneMatch(holiday -> falls(holiday, shown));
            }
        }
        return false;
    }

    private static boolean falls(Holiday holiday, ZonedDateTime shown) {
        return holiday.everyYear()
                ? MonthDay.from(holiday.date()).equals(MonthDay.from(shown))
                : holiday.date().equals(shown.toLocalDate());
    }
}
