package dev.lodge.sla.hours;

import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * The dates on which events of a file repeat within a span of years. The rules are strangers' and the library trusts them, so they are
 * checked first, and all rules of one file share a number of steps.
 */
final class Repetitions {

    private static final int MOST_A_RULE = 1_000;
    private static final int LARGEST_INTERVAL = 1_000;

    private final LocalDate first;
    private final LocalDate last;
    private int steps;

    Repetitions(LocalDate first, LocalDate last, int steps) {
        this.first = first;
        this.last = last;
        this.steps = steps;
    }

    boolean cover(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /** Whether the rule means nothing but the same days of every year, and those days are the same in leap years. */
    static boolean isSameDaysEveryYear(Recurrence rule, LocalDate start, int days) {
        return rule.getFrequency() == Frequency.YEARLY
                && rule.getCount() == null
                && rule.getUntil() == null
                && (rule.getInterval() == null || rule.getInterval() == 1)
                && isOnly(rule.getByMonth(), start.getMonthValue())
                && isOnly(rule.getByMonthDay(), start.getDayOfMonth())
                && (rule.getByMonthDay().isEmpty() || !rule.getByMonth().isEmpty())
                && Stream.of(rule.getByDay(), rule.getByYearDay(), rule.getByWeekNo(), rule.getBySetPos())
                        .allMatch(List::isEmpty)
                && hasOnlyDates(rule)
                && (days == 1 || !meetsLeapDay(start, days));
    }

    private static boolean meetsLeapDay(LocalDate start, int days) {
        MonthDay first = MonthDay.from(start);
        MonthDay last = MonthDay.from(first.atYear(2023).plusDays(days - 1L));
        return first.equals(MonthDay.of(2, 29))
                || !last.equals(MonthDay.from(first.atYear(2024).plusDays(days - 1L)));
    }

    /** The event's first date in the years asked for, its own when it begins within them; empty when it begins later. */
    Optional<LocalDate> firstOfEveryYear(LocalDate start) {
        MonthDay day = MonthDay.from(start);
        int year = Math.max(start.getYear(), first.getYear());
        while (!day.isValidYear(year)) {
            year++;
        }
        return Optional.of(day.atYear(year)).filter(date -> !date.isAfter(last));
    }

    /** The dates in the years asked for on which the event begins anew. */
    List<LocalDate> of(Recurrence rule, LocalDate start, EventTimes event) throws UnusableEvent {
        check(rule, event);
        // Dates are counted in UTC, where each day is alike; the end is compared here, as the library would read it in
        // the machine's zone.
        LocalDate until = rule.getUntil() == null ? last : event.date(rule.getUntil(), "rrule");
        Recurrence endless = new Recurrence.Builder(rule).until((ICalDate) null).build();
        Date begin = Date.from(start.atStartOfDay(ZoneOffset.UTC).toInstant());
        var dates = endless.getDateIterator(begin, TimeZone.getTimeZone("UTC"));
        var found = new ArrayList<LocalDate>();
        while (dates.hasNext()) {
            LocalDate date =
                    LocalDate.ofInstant(Instant.ofEpochMilli(dates.next().getTime()), ZoneOffset.UTC);
            if (date.isAfter(last) || date.isAfter(until)) {
                break;
            }
            if (--steps < 0 || found.size() >= MOST_A_RULE) {
                throw event.unusable("rrule", "too_many", MOST_A_RULE);
            }
            // One that begins earlier may reach into those years.
            if (!date.isBefore(first.minusDays(ImportedEvent.MOST_DAYS))) {
                found.add(date);
            }
        }
        return found;
    }

    private static void check(Recurrence rule, EventTimes event) throws UnusableEvent {
        boolean ends = rule.getCount() != null || rule.getUntil() != null;
        switch (rule.getFrequency()) {
            case null -> throw event.unusable("rrule", "unreadable");
            case SECONDLY, MINUTELY, HOURLY -> throw event.unusable("rrule", "too_frequent");
            case DAILY, WEEKLY -> {
                if (!ends) {
                    throw event.unusable("rrule", "for_ever");
                }
            }
            case MONTHLY, YEARLY -> {}
        }
        if (!hasOnlyDates(rule) || !rule.getByWeekNo().isEmpty()) {
            throw event.unusable("rrule", "unsupported");
        }
        boolean sound = isWithin(rule.getInterval() == null ? 1 : rule.getInterval(), LARGEST_INTERVAL)
                && isWithin(rule.getCount() == null ? 1 : rule.getCount(), Integer.MAX_VALUE)
                && rule.getByMonth().stream().allMatch(month -> isWithin(month, 12))
                && rule.getByMonthDay().stream().allMatch(day -> isWithin(Math.abs(day), 31))
                && rule.getByYearDay().stream().allMatch(day -> isWithin(Math.abs(day), 366))
                && rule.getBySetPos().stream().allMatch(position -> isWithin(Math.abs(position), 366))
                && rule.getByDay().stream()
                        .allMatch(day -> day.getNum() == null || isWithin(Math.abs(day.getNum()), 53));
        if (!sound) {
            throw event.unusable("rrule", "unreadable");
        }
    }

    private static boolean isWithin(int value, int most) {
        return value >= 1 && value <= most;
    }

    private static boolean isOnly(List<Integer> values, int value) {
        return values.isEmpty() || values.equals(List.of(value));
    }

    private static boolean hasOnlyDates(Recurrence rule) {
        return Stream.of(rule.getByHour(), rule.getByMinute(), rule.getBySecond())
                        .allMatch(List::isEmpty)
                && rule.getXRules().isEmpty();
    }
}
