package dev.lodge.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments in the reader's zone and language; only while a page is rendered. */
public final class Times {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private Times() {}

    /** For columns: {@code 41 m}, {@code 3 h}, {@code Mon}, {@code 9 Mar}, {@code Mar 2025}. */
    public static String brief(Instant at) {
        var viewing = Viewing.current();
        var past = Duration.between(at, viewing.now());
        if (past.isNegative() || past.toHours() >= 24) {
            return briefDay(at);
        }
        if (past.toMinutes() < 1) {
            return viewing.text("web.time.now");
        }
        return past.toHours() < 1
                ? viewing.text("web.time.minutes", past.toMinutes())
                : viewing.text("web.time.hours", past.toHours());
    }

    private static String briefDay(Instant at) {
        if (Math.abs(daysFromToday(at)) < 7) {
            return format(at, "web.time.pattern.weekday");
        }
        return format(at, ofThisYear(at) ? "web.time.pattern.date_brief" : "web.time.pattern.month_brief");
    }

    /** With the hour: {@code 15:20} today, {@code Mon 15:20} within six days either way, else {@code 9 March, 15:20}. */
    public static String moment(Instant at) {
        long days = daysFromToday(at);
        if (days == 0) {
            return format(at, "web.time.pattern.hour");
        }
        if (Math.abs(days) < 7) {
            return format(at, "web.time.pattern.weekday_hour");
        }
        return format(at, ofThisYear(at) ? "web.time.pattern.date_hour" : "web.time.pattern.date_year_hour");
    }

    /** {@code Tue 10 March 2026, 14:05}. */
    public static String exact(Instant at) {
        return format(at, "web.time.pattern.exact");
    }

    /** {@code 10 March 2026}, for pages that are kept by caches. */
    public static String date(Instant at) {
        return format(at, "web.time.pattern.date_year");
    }

    /** {@code Mon} within six days either way, else {@code 9 March}, with the year if it is another. */
    public static String day(Instant at) {
        if (Math.abs(daysFromToday(at)) < 7) {
            return format(at, "web.time.pattern.weekday");
        }
        return format(at, ofThisYear(at) ? "web.time.pattern.date" : "web.time.pattern.date_year");
    }

    /** As {@link #day}, for headings: {@code Today}, {@code Yesterday}. */
    public static String calendarDay(Instant at) {
        return switch ((int) Math.clamp(daysFromToday(at), -2, 2)) {
            case 0 -> Viewing.current().text("web.time.today");
            case -1 -> Viewing.current().text("web.time.yesterday");
            default -> day(at);
        };
    }

    /** {@code 24 m}, {@code 1 h 20 m}, {@code 3 d}; less than a minute counts as one. */
    public static String span(Duration span) {
        var viewing = Viewing.current();
        long minutes = Math.max(1, span.toMinutes());
        if (minutes < 60) {
            return viewing.text("web.time.minutes", minutes);
        }
        if (minutes >= 48 * 60) {
            return viewing.text("web.time.days", minutes / (24 * 60));
        }
        return minutes % 60 == 0
                ? viewing.text("web.time.hours", minutes / 60)
                : viewing.text("web.time.hours_minutes", minutes / 60, minutes % 60);
    }

    /** The moment for which the page is rendered. */
    public static Instant present() {
        return Viewing.current().now();
    }

    /** As fields of type {@code datetime-local} hold it. */
    public static String field(Instant at) {
        return FIELD.format(local(at));
    }

    private static long daysFromToday(Instant at) {
        return ChronoUnit.DAYS.between(now().toLocalDate(), local(at).toLocalDate());
    }

    private static boolean ofThisYear(Instant at) {
        return local(at).getYear() == now().getYear();
    }

    private static ZonedDateTime now() {
        return local(present());
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(Viewing.current().zone());
    }

    private static String format(Instant at, String pattern) {
        var viewing = Viewing.current();
        return Dates.format(local(at), viewing.text(pattern), viewing.language());
    }
}
