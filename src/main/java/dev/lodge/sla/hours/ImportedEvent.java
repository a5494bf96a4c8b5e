package dev.lodge.sla.hours;

import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceRule;
import biweekly.property.ValuedProperty;
import biweekly.util.ICalDate;
import biweekly.util.Period;
import biweekly.util.Recurrence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One event of an iCalendar file, and the days that it makes holidays. */
final class ImportedEvent {

    static final int MOST_DAYS = 366;

    /** The library counts earlier dates in the Julian calendar, which the standard does not know. */
    private static final int FIRST_GREGORIAN_YEAR = 1583;

    private final VEvent event;
    private final EventTimes times;
    private final LocalDate start;
    private final int days;
    private final Optional<LocalDate> replaces;

    private ImportedEvent(VEvent event, ZoneId zone) throws UnusableEvent {
        this.event = event;
        times = new EventTimes(name(event), zone);
        if (event.getDateStart() == null) {
            throw times.unusable("dtstart", "required");
        }
        start = times.date(event.getDateStart().getValue(), "dtstart");
        if (start.getYear() < FIRST_GREGORIAN_YEAR) {
            throw times.unusable("dtstart", "unreadable");
        }
        days = days();
        replaces = event.getRecurrenceId() == null
                ? Optional.empty()
                : Optional.of(times.date(event.getRecurrenceId().getValue(), "recurrence-id"));
    }

    /** @param text a calendar with this one event */
    static ImportedEvent parse(String text, ZoneId zone) throws UnusableEvent {
        try (var reader = new ICalReader(text)) {
            VEvent event = reader.readNext().getEvents().getFirst();
            // The parser leaves out what it cannot read, and says so; a rule without its end would be another rule.
            for (ParseWarning warning : reader.getWarnings()) {
                if (warning.getPropertyName() != null) {
                    throw new UnusableEvent(
                            name(event), warning.getPropertyName().toLowerCase(Locale.ROOT), "unreadable");
                }
            }
            return new ImportedEvent(event, zone);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What it shares with the events that stand in for single dates of it. */
    String id() {
        return text(event.getUid());
    }

    /** The date of another event, one that repeats, which this one stands in for. */
    Optional<LocalDate> replaces() {
        return replaces;
    }

    /** @param replaced dates on which another event stands in for this one */
    List<Holiday> holidays(Repetitions repetitions, Set<LocalDate> replaced) throws UnusableEvent {
        if (text(event.getStatus()).equalsIgnoreCase("CANCELLED")) {
            return List.of();
        }
        Set<LocalDate> except = excepted();
        if (replaces.isEmpty()) {
            except.addAll(replaced);
        }
        Set<LocalDate> starts = added();
        var holidays = new ArrayList<Holiday>();
        Optional<Recurrence> rule = rule();
        if (rule.isEmpty()) {
            starts.add(start);
        } else if (except.isEmpty() && Repetitions.isSameDaysEveryYear(rule.get(), start, days)) {
            repetitions.firstOfEveryYear(start).ifPresent(first -> addDays(holidays, first, true));
        } else {
            starts.addAll(repetitions.of(rule.get(), start, times));
        }
        starts.removeAll(except);
        for (LocalDate each : starts) {
            addDays(holidays, each, false);
        }
        holidays.removeIf(holiday -> !holiday.everyYear() && !repetitions.cover(holiday.date()));
        return holidays;
    }

    private int days() throws UnusableEvent {
        LocalDateTime begin = times.moment(event.getDateStart().getValue(), "dtstart");
        LocalDateTime end = begin;
        String property = event.getDateEnd() != null ? "dtend" : "duration";
        if (event.getDateEnd() != null) {
            end = times.moment(event.getDateEnd().getValue(), property);
        } else if (event.getDuration() != null) {
            end = begin.plus(event.getDuration().getValue().toMillis(), ChronoUnit.MILLIS);
        }
        if (end.isBefore(begin)) {
            throw times.unusable(property, "before_start");
        }
        LocalDate last = end.isAfter(begin) ? end.minusNanos(1).toLocalDate() : start;
        long count = ChronoUnit.DAYS.between(start, last) + 1;
        if (count > MOST_DAYS) {
            throw times.unusable(property, "too_long", MOST_DAYS);
        }
        return (int) count;
    }

    private Optional<Recurrence> rule() throws UnusableEvent {
        if (event.getProperties(RecurrenceRule.class).size() > 1) {
            throw times.unusable("rrule", "unsupported");
        }
        if (!event.getExceptionRules().isEmpty()) {
            throw times.unusable("exrule", "unsupported");
        }
        return Optional.ofNullable(event.getRecurrenceRule()).map(rule -> rule.getValue());
    }

    private Set<LocalDate> excepted() throws UnusableEvent {
        var dates = new HashSet<LocalDate>();
        for (ExceptionDates exception : event.getExceptionDates()) {
            for (ICalDate date : exception.getValues()) {
                dates.add(times.date(date, "exdate"));
            }
        }
        return dates;
    }

    private Set<LocalDate> added() throws UnusableEvent {
        var dates = new HashSet<LocalDate>();
        for (RecurrenceDates added : event.getRecurrenceDates()) {
            for (ICalDate date : added.getDates()) {
                dates.add(times.date(date, "rdate"));
            }
            for (Period period : added.getPeriods()) {
                dates.add(times.date(period.getStartDate(), "rdate"));
            }
        }
        return dates;
    }

    private void addDays(List<Holiday> holidays, LocalDate from, boolean everyYear) {
        String name = name(event);
        for (int i = 0; i < days; i++) {
            holidays.add(new Holiday(from.plusDays(i), name.isEmpty() ? from.toString() : name, everyYear));
        }
    }

    private static String name(VEvent event) {
        String name = text(event.getSummary()).strip().replaceAll("\\s+", " ");
        return name.substring(0, Math.min(name.length(), CalendarDefinition.LONGEST_NAME));
    }

    private static String text(@Nullable ICalProperty property) {
        return property instanceof ValuedProperty<?> valued && valued.getValue() != null
                ? valued.getValue().toString()
                : "";
    }
}
