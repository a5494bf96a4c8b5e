package dev.lodge.sla.report;

import dev.lodge.problem.Invalid;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days that a report is about, as whoever reads it counts days.
 *
 * @param from the first
 * @param to the last
 * @param usual the word for it among {@link #USUAL}; null if its days were chosen
 */
public record Period(
        LocalDate from, LocalDate to, ZoneId zone, @Nullable String usual) {

    /** What is offered: up to today, in the order of length. */
    public static final List<String> USUAL = List.of("7d", "30d", "12w", "90d");

    static final String FIRST = "12w";

    private static final int LONGEST = 366;
    private static final int LONGEST_BY_DAY = 31;

    /** @throws Invalid for a word that is none of {@link #USUAL} */
    static Period usual(String word, LocalDate today, ZoneId zone) {
        var from = switch (word) {
            case "7d" -> today.minusDays(6);
            case "30d" -> today.minusDays(29);
            case "90d" -> today.minusDays(89);
            case "12w" -> monday(today).minusWeeks(11);
            default -> throw new Invalid("period", "web.invalid.word", String.join(", ", USUAL));
        };
        return new Period(from, today, zone, word);
    }

    /**
     * @param from as {@code 2026-03-10}; the same for the other
     * @throws Invalid naming the date that is wrong
     */
    static Period chosen(@Nullable String from, @Nullable String to, ZoneId zone) {
        var first = date("from", from);
        var last = date("to", to);
        if (last.isBefore(first)) {
            throw new Invalid("to", "slareport.invalid.backwards");
        }
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            throw new Invalid("to", "slareport.invalid.too_long", LONGEST);
        }
        return new Period(first, last, zone, null);
    }

    private static LocalDate date(String name, @Nullable String written) {
        try {
            var date = LocalDate.parse(written == null ? "" : written.strip());
            if (date.getYear() < 2000 || date.getYear() > 2999) {
                throw new Invalid(name, "slareport.invalid.date");
            }
            return date;
        } catch (DateTimeParseException unreadable) {
            throw new Invalid(name, "slareport.invalid.date");
        }
    }

    boolean isSameDaysAs(Period other) {
        return from.equals(other.from) && to.equals(other.to);
    }

    Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days, up to where it begins. */
    Period before() {
        return new Period(from.minusDays(days()), from.minusDays(1), zone, null);
    }

    /** Whether its chart goes by days; else by weeks, which begin on Mondays. */
    public boolean isByDay() {
        return days() <= LONGEST_BY_DAY;
    }

    /** Where each step of its chart begins; a first week that began before it is there as a whole. */
    List<LocalDate> steps() {
        return isByDay()
                ? from.datesUntil(to.plusDays(1)).toList()
                : monday(from)
                        .datesUntil(to.plusDays(1), java.time.Period.ofWeeks(1))
                        .toList();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
