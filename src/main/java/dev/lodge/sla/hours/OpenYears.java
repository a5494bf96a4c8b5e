package dev.lodge.sla.hours;

import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Open time on the wall clock, without a zone: a moment is the number of seconds since 1970-01-01T00:00 that the wall shows. For each
 * year the open seconds before each of its days are known, so that a day is looked up and never walked to. Years without holidays of
 * their own are alike when they begin on the same weekday and have the same length, which leaves fourteen kinds of them.
 */
final class OpenYears {

    /** The answer of {@link #reaching} when there is none up to the limit. */
    static final long NOT_BY_THEN = Long.MAX_VALUE;

    private static final int DAY = 24 * 60 * 60;

    private final WeeklyHours week;
    private final Holidays holidays;

    /** Open seconds before each day of a year, then those of the whole year; by year, or by kind of year as a negative number. */
    private final Map<Integer, int[]> years = new ConcurrentHashMap<>();

    OpenYears(WeeklyHours week, Holidays holidays) {
        this.week = week;
        this.holidays = holidays;
    }

    boolean isOpen(long moment) {
        long day = Math.floorDiv(moment, DAY);
        return week.onDate(day).isOpen(Math.floorMod(moment, DAY)) && !holidays.isHoliday(LocalDate.ofEpochDay(day));
    }

    /** Open seconds from one moment to another that is not before it. */
    long between(long from, long to) {
        LocalDate first = LocalDate.ofEpochDay(Math.floorDiv(from, DAY));
        LocalDate last = LocalDate.ofEpochDay(Math.floorDiv(to, DAY));
        long open = openInYearBefore(last, to) - openInYearBefore(first, from);
        long newYear = newYear(first);
        for (int year = first.getYear(); year < last.getYear(); year++) {
            open += total(openBefore(year, newYear));
            newYear += Year.isLeap(year) ? 366 : 365;
        }
        return open;
    }

    /**
     * The earliest moment at which so many seconds were open.
     *
     * @param open at least 1
     * @param limit the last moment to look at; if it is earlier than the answer, {@link #NOT_BY_THEN} is
     */
    long reaching(long from, long open, long limit) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(from, DAY));
        int year = date.getYear();
        long newYear = newYear(date);
        int[] openBefore = openBefore(year, newYear);
        long missing = openInYearBefore(date, from) + open;
        while (missing > total(openBefore)) {
            missing -= total(openBefore);
            newYear += openBefore.length - 1;
            if (newYear * DAY >= limit) {
                return NOT_BY_THEN;
            }
            openBefore = openBefore(++year, newYear);
        }
        int day = dayReaching(openBefore, (int) missing);
        int second = week.onDate(newYear + day).reaching((int) missing - openBefore[day]);
        long moment = (newYear + day) * DAY + second;
        return moment <= limit ? moment : NOT_BY_THEN;
    }

    /** The earliest day of a year, from 0, by whose end so many seconds were open. */
    private static int dayReaching(int[] openBefore, int open) {
        int low = 0;
        int high = openBefore.length - 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (openBefore[middle + 1] >= open) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long openInYearBefore(LocalDate date, long moment) {
        int[] openBefore = openBefore(date.getYear(), newYear(date));
        int day = date.getDayOfYear() - 1;
        boolean closed = openBefore[day] == openBefore[day + 1];
        return openBefore[day] + (closed ? 0 : week.onDate(date.toEpochDay()).openBefore(Math.floorMod(moment, DAY)));
    }

    private static long newYear(LocalDate date) {
        return date.toEpochDay() - date.getDayOfYear() + 1;
    }

    private static int total(int[] openBefore) {
        return openBefore[openBefore.length - 1];
    }

    /** @param newYear the year's first day, in days since 1970-01-01 */
    private int[] openBefore(int year, long newYear) {
        Integer key = holidays.hasItsOwn(year) ? year : -1 - Math.floorMod(newYear, 7) - (Year.isLeap(year) ? 7 : 0);
        int[] known = years.get(key);
        return known != null ? known : years.computeIfAbsent(key, unknown -> count(year));
    }

    private int[] count(int year) {
        int[] openBefore = new int[Year.of(year).length() + 1];
        for (int day = 1; day < openBefore.length; day++) {
            LocalDate date = LocalDate.ofYearDay(year, day);
            int open = holidays.isHoliday(date)
                    ? 0
                    : week.onDate(date.toEpochDay()).total();
            openBefore[day] = openBefore[day - 1] + open;
        }
        return openBefore;
    }
}
