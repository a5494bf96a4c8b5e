package dev.lodge.sla.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * When a team works, and the arithmetic of that time, exact to the nanosecond. An instant is open when the wall clock in the zone shows
 * a time within the hours of its day, on a date that is no holiday; so an hour that is skipped when clocks go forward is no business
 * time, and one that comes twice counts twice. Immutable apart from counts that it keeps, and safe for use by many threads; worth
 * keeping, as those counts make it fast.
 *
 * <p>Instants are those of the years 1 to 9999; others are an {@link IllegalArgumentException}.
 */
public final class BusinessCalendar {

    private static final long FIRST_SECOND =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final ZoneId zone;
    private final WeeklyHours week;
    private final Holidays holidays;
    private final ZoneRules rules;
    private final OpenYears years;
    private final boolean neverOpens;

    private BusinessCalendar(ZoneId zone, WeeklyHours week, Holidays holidays) {
        this.zone = zone;
        this.week = week;
        this.holidays = holidays;
        rules = zone.getRules();
        years = new OpenYears(week, holidays);
        // Each day of the year, 29 February among them, falls on each weekday at some time: only all 366 together close
        // for ever.
        neverOpens = week.isEmpty() || holidays.neverEnd();
    }

    public static BusinessCalendar of(ZoneId zone, WeeklyHours week, Holidays holidays) {
        return new BusinessCalendar(zone, week, holidays);
    }

    public ZoneId zone() {
        return zone;
    }

    public WeeklyHours week() {
        return week;
    }

    public Holidays holidays() {
        return holidays;
    }

    /** Whether no business time ever passes: there are no hours, or every day of the year is a holiday. */
    public boolean neverOpens() {
        return neverOpens;
    }

    public boolean isOpen(Instant instant) {
        long second = secondOf(instant);
        return years.isOpen(second + offset(second));
    }

    /**
     * The earliest instant at which so much business time has passed since the start: the end of an interval, not the beginning of the
     * next, when the time is used up just there. No time at all gives the start itself, open or not.
     *
     * @param businessTime not negative
     * @throws NeverOpens when {@link #neverOpens}, unless the time is zero
     * @throws DueTooLate when that would be after the year 9999
     */
    public Instant plus(Instant start, Duration businessTime) {
        long second = secondOf(start);
        if (businessTime.isNegative()) {
            throw new IllegalArgumentException("Negative business time: " + businessTime);
        }
        if (businessTime.isZero()) {
            return start;
        }
        if (neverOpens) {
            throw new NeverOpens();
        }
        if (businessTime.getSeconds() > LAST_SECOND - second) {
            throw new DueTooLate(start, businessTime);
        }
        // Each second is either open or closed as a whole, so counting from its beginning adds what has passed of it.
        Duration sinceSecond = businessTime.plusNanos(openFraction(start));
        int nanos = sinceSecond.getNano();
        long seconds = sinceSecond.getSeconds() + (nanos == 0 ? 0 : 1);
        long due = reaching(second, seconds);
        if (due == OpenYears.NOT_BY_THEN) {
            throw new DueTooLate(start, businessTime);
        }
        return Instant.ofEpochSecond(nanos == 0 ? due : due - 1, nanos);
    }

    /** The business time from one instant to another; negative when that one is earlier. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        return Duration.ofSeconds(open(secondOf(from), secondOf(to)), openFraction(to) - openFraction(from));
    }

    /** The earliest open instant that is not before this one: itself when it is open. Empty when there is none up to the year 9999. */
    public Optional<Instant> nextOpening(Instant instant) {
        if (isOpen(instant)) {
            return Optional.of(instant);
        }
        long afterFirstSecond = neverOpens ? OpenYears.NOT_BY_THEN : reaching(secondOf(instant), 1);
        return afterFirstSecond == OpenYears.NOT_BY_THEN
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(afterFirstSecond - 1));
    }

    private long reaching(long second, long openSeconds) {
        long missing = openSeconds;
        long from = second;
        while (from < LAST_SECOND) {
            int offset = offset(from);
            long end = endOfOffset(from);
            long reached = years.reaching(from + offset, missing, end + offset);
            if (reached != OpenYears.NOT_BY_THEN) {
                return reached - offset;
            }
            missing -= years.between(from + offset, end + offset);
            from = end;
        }
        return OpenYears.NOT_BY_THEN;
    }

    private long open(long from, long to) {
        long open = 0;
        long second = from;
        while (second < to) {
            int offset = offset(second);
            long end = Math.min(endOfOffset(second), to);
            open += years.between(second + offset, end + offset);
            second = end;
        }
        return open;
    }

    /** Nanoseconds of the instant's own second that are open and before it. */
    private int openFraction(Instant instant) {
        return instant.getNano() != 0 && isOpen(instant) ? instant.getNano() : 0;
    }

    /** Seconds by which the wall clock is ahead of UTC. */
    private int offset(long second) {
        return rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }

    /** The next second at which clocks are turned, or the last one of all. */
    private long endOfOffset(long second) {
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(second));
        return next == null ? LAST_SECOND : Math.min(next.toEpochSecond(), LAST_SECOND);
    }

    private static long secondOf(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            throw new IllegalArgumentException("Not in the years 1 to 9999: " + instant);
        }
        return second;
    }
}
