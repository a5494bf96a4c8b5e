package dev.lodge.sla.hours;

import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.DateEnd;
import biweekly.property.DurationProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceDates;
import biweekly.property.Status;
import biweekly.property.ValuedProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.Period;
import biweekly.util.Recurrence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    private static final int MOST_DAYS = 366;

    private final VEvent event;
    private final ZoneId zone;
    private final String name;
    private final LocalDate start;

    private ImportedEvent(VEvent event, ZoneId zone) throws UnusableEvent {
        this.event = event;
        this.zone = zone;
        name = name(event);
        if (event.getDateStart() == null) {
            throw unusable("dtstart", "required");
        }
        start = moment(event.getDateStart().getValue(), "dtstart").toLocalDate();
    }

    /** @param text a calendar with this one event */
    static ImportedEvent parse(String text, ZoneId zone) throws UnusableEvent {
        try (var reader = new ICalReader(text)) {
            VEvent event = reader.readNext().getEvents().getFirst();
            // The parser leaves out what it cannot read, and says so; a rule without its end would be another rule.
            for (ParseWarning warning : reader.getWarnings()) {
                if (warning.getPropertyName() != null && !warning.getPropertyName().equals("SUMMARY")) {
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
        ICalDate replaced = event.getRecurrenceId() == null ? null : event.getRecurrenceId().getValue();
        return Optional.ofNullable(replaced).map(date -> shown(date).toLocalDate());
    }

    /** @param replaced dates on which another event stands in for this one */
    List<Holiday> holidays(Repetitions repetitions, Set<LocalDate> replaced) throws UnusableEvent {
        int days = days();
        var holidays = new ArrayList<Holiday>();
        if (Status.cancelled().equals(event.getStatus())) {
            return holidays;
        }
        Set<LocalDate> except = new HashSet<>();
        for (ExceptionDates dates : event.getExceptionDates()) {
            for (ICalDate date : dates.getValues()) {
                except.add(moment(date, "exdate").toLocalDate());
            }
        }
        if (replaces().isEmpty()) {
            except.addAll(replaced);
        }
        Optional<Recurrence> rule = rule();
        boolean everyYear =
                rule.isPresent() && except.isEmpty() && days < 60 && Repetitions.isSameDayEveryYear(rule.get(), start, days);
        if (everyYear) {
            addDays(holidays, repetitions.firstOfEveryYear(start), days, true);
        }
        Set<LocalDate> starts = new HashSet<>(extra());
        if (rule.isEmpty()) {
            starts.add(start);
        } else if (!everyYear) {
            starts.addAll(repetitions.of(rule.get(), start, this));
        }
        starts.removeAll(except);
        for (LocalDate each : starts) {
            addDays(holidays, each, days, false);
        }
        holidays.removeIf(holiday -> !holiday.everyYear() && !repetitions.cover(holiday.date()));
        return holidays;
    }

    UnusableEvent unusable(String property, String reason, Object... arguments) {
        return new UnusableEvent(name, property, reason, arguments);
    }

    /** The wall clock's date and time; a date alone is its midnight. */
    LocalDateTime moment(ICalDate date, String property) throws UnusableEvent {
        try {
            return shown(date);
        } catch (DateTimeException impossible) {
            throw unusable(property, "unreadable");
        }
    }

    private LocalDateTime shown(ICalDate date) {
        // The parser turns 31 February into 2 March; what was written is kept beside it.
        DateTimeComponents written = date.getRawComponents();
        LocalDate day = LocalDate.of(written.getYear(), written.getMonth(), written.getDate());
        if (!date.hasTime()) {
            return day.atStartOfDay();
        }
        LocalDateTime time = day.atTime(written.getHour(), written.getMinute(), written.getSecond());
        return written.isUtc()
                ? time.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime()
                : time;
    }

    private int days() throws UnusableEvent {
        LocalDateTime begin = moment(event.getDateStart().getValue(), "dtstart");
        LocalDateTime end = begin;
        DateEnd dateEnd = event.getDateEnd();
        DurationProperty duration = event.getDuration();
        String property = dateEnd != null ? "dtend" : "duration";
        if (dateEnd != null) {
            end = moment(dateEnd.getValue(), property);
        } else if (duration != null) {
            end = begin.plus(duration.getValue().toMillis(), ChronoUnit.MILLIS);
        }
        if (end.isBefore(begin)) {
            throw unusable(property, "before_start");
        }
        LocalDate last = end.isAfter(begin) ? end.minusNanos(1).toLocalDate() : start;
        long days = ChronoUnit.DAYS.between(start, last) + 1;
        if (days > MOST_DAYS) {
            throw unusable(property, "too_long", MOST_DAYS);
        }
        return (int) days;
    }

    private Optional<Recurrence> rule() throws UnusableEvent {
        if (event.getProperties(biweekly.property.RecurrenceRule.class).size() > 1) {
            throw unusable("rrule", "unsupported");
        }
        if (!event.getExceptionRules().isEmpty()) {
            throw unusable("exrule", "unsupported");
        }
        return event.getRecurrenceRule() == null
                ? Optional.empty()
                : Optional.of(event.getRecurrenceRule().getValue());
    }

    private List<LocalDate> extra() throws UnusableEvent {
        var dates = new ArrayList<LocalDate>();
        for (RecurrenceDates extra : event.getRecurrenceDates()) {
            for (ICalDate date : extra.getDates()) {
                dates.add(moment(date, "rdate").toLocalDate());
            }
            for (Period period : extra.getPeriods()) {
                dates.add(moment(period.getStartDate(), "rdate").toLocalDate());
            }
        }
        return dates;
    }

    private void addDays(List<Holiday> holidays, LocalDate from, int days, boolean everyYear) {
        for (int i = 0; i < days; i++) {
            holidays.add(new Holiday(from.plusDays(i), name.isEmpty() ? from.toString() : name, everyYear));
        }
    }

    private static String name(VEvent event) {
        String name = text(event.getSummary()).strip().replaceAll("\\s+", " ");
        return name.length() <= CalendarDefinition.LONGEST_NAME
                ? name
                : name.substring(0, CalendarDefinition.LONGEST_NAME);
    }

    private static String text(@Nullable ICalProperty property) {
        return property instanceof ValuedProperty<?> valued && valued.getValue() != null
                ? valued.getValue().toString()
                : "";
    }
}
