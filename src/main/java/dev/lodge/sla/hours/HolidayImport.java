package dev.lodge.sla.hours;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads holidays from an iCalendar file (RFC 5545): each day that an event touches becomes one. An event on the same day of every year,
 * without an end, becomes a holiday of every year; other repetitions become the dates that they fall on in some years. Times count only
 * as far as they say the day; those in UTC are read in the calendar's zone, and all others as the wall clock shows them.
 *
 * <p>The file is a stranger's: its size, its lines, its events, and what they repeat are limited, and parts that say nothing about
 * holidays, time zones among them, never reach the parser.
 */
public final class HolidayImport {

    /** The largest file, in UTF-16 code units. */
    public static final int LARGEST_FILE = 1 << 20;

    static final int MOST_LINES = 40_000;
    static final int MOST_EVENTS = 2_000;

    /** The most steps that the repetitions of one file take together, whether they fall in the years asked for or not. */
    static final int MOST_REPETITIONS = 50_000;

    private static final int MOST_FAULTS = 20;
    private static final int MOST_YEARS = 100;

    private final ZoneId zone;
    private final LocalDate first;
    private final LocalDate last;

    /**
     * @param zone the calendar's
     * @param firstYear the first of the years whose holidays are wanted, from {@link CalendarDefinition#FIRST_YEAR}
     * @param lastYear the last of them, at most 99 years later, up to {@link CalendarDefinition#LAST_YEAR}
     */
    public HolidayImport(ZoneId zone, int firstYear, int lastYear) {
        if (firstYear < CalendarDefinition.FIRST_YEAR
                || lastYear > CalendarDefinition.LAST_YEAR
                || lastYear < firstYear
                || lastYear - firstYear >= MOST_YEARS) {
            throw new IllegalArgumentException("Not a span of years: " + firstYear + " to " + lastYear);
        }
        this.zone = zone;
        first = LocalDate.of(firstYear, 1, 1);
        last = LocalDate.of(lastYear, 12, 31);
    }

    /**
     * The holidays in the order of their dates, none twice.
     *
     * @throws InvalidHours with what is wrong, at {@code file} or at a part of an event such as {@code events[3].rrule}
     */
    public List<Holiday> read(String iCalendar) {
        var faults = new ArrayList<Fault>();
        List<ImportedEvent> events = events(EventLines.of(iCalendar), faults);
        List<Holiday> holidays = faults.isEmpty() ? holidays(events, faults) : List.of();
        InvalidHours.throwIfAny(faults);
        return holidays;
    }

    private List<ImportedEvent> events(List<String> texts, List<Fault> faults) {
        var events = new ArrayList<ImportedEvent>();
        for (int i = 0; i < texts.size() && faults.size() < MOST_FAULTS; i++) {
            try {
                events.add(ImportedEvent.parse(texts.get(i), zone));
            } catch (UnusableEvent unusable) {
                faults.add(unusable.at(i));
            }
        }
        return events;
    }

    private List<Holiday> holidays(List<ImportedEvent> events, List<Fault> faults) {
        Map<String, Set<LocalDate>> replaced = replaced(events);
        Set<Holiday> holidays = new TreeSet<>(
                Comparator.comparing(Holiday::date).thenComparing(Holiday::name).thenComparing(Holiday::everyYear));
        var repetitions = new Repetitions(first, last, MOST_REPETITIONS);
        for (int i = 0; i < events.size() && faults.size() < MOST_FAULTS; i++) {
            ImportedEvent event = events.get(i);
            try {
                holidays.addAll(event.holidays(repetitions, replaced.getOrDefault(event.id(), Set.of())));
            } catch (UnusableEvent unusable) {
                faults.add(unusable.at(i));
            }
            if (holidays.size() > CalendarDefinition.MOST_HOLIDAYS) {
                faults.add(Fault.of("file", "too_many_holidays", CalendarDefinition.MOST_HOLIDAYS));
                return List.of();
            }
        }
        return List.copyOf(holidays);
    }

    /** The dates of repeating events that have an event of their own instead, by the id that the two share. */
    private static Map<String, Set<LocalDate>> replaced(List<ImportedEvent> events) {
        Map<String, Set<LocalDate>> replaced = new HashMap<>();
        for (ImportedEvent event : events) {
            event.replaces()
                    .ifPresent(date -> replaced.computeIfAbsent(event.id(), id -> new HashSet<>())
                            .add(date));
        }
        return replaced;
    }
}
