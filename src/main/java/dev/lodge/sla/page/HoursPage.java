package dev.lodge.sla.page;

import dev.lodge.problem.FieldErrors;
import dev.lodge.sla.CalendarDetails;
import dev.lodge.sla.CalendarDetails.Holiday;
import dev.lodge.web.Text;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A calendar and the form to change it, or the form of a new one.
 *
 * @param calendar as stored; null for a new one
 * @param week as the form has it
 * @param policies names of those that count in it
 * @param today in the calendar's zone
 */
public record HoursPage(
        @Nullable CalendarDetails calendar,
        HoursForm form,
        Outcome outcome,
        Week week,
        @Nullable Opening opening,
        List<String> policies,
        LocalDate today) {

    private static final Set<String> REGIONS = Set.of(
            "Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific", "UTC");

    private static final Comparator<Holiday> BY_DATE =
            Comparator.comparing(Holiday::date).thenComparing(Holiday::name);

    public HoursPage {
        outcome = outcome.inOrderOf(fields(form));
    }

    public FieldErrors errors() {
        return outcome.errors();
    }

    public boolean isNew() {
        return calendar == null;
    }

    /** Whether a policy counts in it, so that a change of it changes something. */
    public boolean isUsed() {
        return !policies.isEmpty();
    }

    public String address() {
        return calendar == null ? "/settings/hours" : "/settings/hours/" + calendar.id();
    }

    /** To choose from while typing. */
    public List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> REGIONS.contains(zone.split("/", 2)[0]))
                .sorted()
                .toList();
    }

    /** A date of the calendar in the reader's language; only while the page is rendered. */
    public static String written(LocalDate date, boolean yearly) {
        var pattern = yearly ? "web.time.pattern.date" : "slapages.pattern.date";
        return DateTimeFormatter.ofPattern(Text.text(pattern), Text.locale()).format(date);
    }

    private List<Holiday> holidays() {
        return calendar == null ? List.of() : calendar.holidays();
    }

    public int holidayCount() {
        return holidays().size();
    }

    /** Those of every year in the order of their days, then those to come. */
    public List<Holiday> holidaysAhead() {
        var everyYear = holidays().stream()
                .filter(Holiday::everyYear)
                .sorted(Comparator.comparing((Holiday holiday) -> holiday.date().getMonthValue() * 31
                                + holiday.date().getDayOfMonth())
                        .thenComparing(Holiday::name));
        var toCome = holidays().stream()
                .filter(holiday -> !isPast(holiday) && !holiday.everyYear())
                .sorted(BY_DATE);
        return Stream.concat(everyYear, toCome).toList();
    }

    /** Clocks may still run on them, so they stay until they are removed. */
    public List<Holiday> holidaysPast() {
        return holidays().stream()
                .filter(this::isPast)
                .sorted(BY_DATE.reversed())
                .toList();
    }

    private boolean isPast(Holiday holiday) {
        return !holiday.everyYear() && holiday.date().isBefore(today);
    }

    /** The next date on which the calendar is closed by name. */
    public @Nullable Holiday nextHoliday() {
        return holidays().stream()
                .map(this::next)
                .filter(Objects::nonNull)
                .min(BY_DATE)
                .orElse(null);
    }

    private @Nullable Holiday next(Holiday holiday) {
        var date = holiday.date();
        if (!holiday.everyYear()) {
            return date.isBefore(today) ? null : holiday;
        }
        var day = MonthDay.from(date);
        int year = today.getYear();
        while (!day.isValidYear(year) || day.atYear(year).isBefore(today)) {
            year++;
        }
        return new Holiday(day.atYear(year), holiday.name(), true);
    }

    /** The fields from the top to the bottom. */
    private static List<String> fields(HoursForm form) {
        var fields = new ArrayList<>(List.of("name", "time_zone", "is_default"));
        Week.DAYS.forEach(day -> fields.add("hours." + Week.word(day)));
        for (int row = 0; row < form.rows().size(); row++) {
            fields.add("holiday." + row + ".date");
            fields.add("holiday." + row + ".name");
        }
        fields.add("file");
        return fields;
    }

    public String[] shown() {
        return fields(form).toArray(String[]::new);
    }
}
