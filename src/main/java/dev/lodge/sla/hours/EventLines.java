package dev.lodge.sla.hours;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The events of an iCalendar file, each as a calendar of its own with nothing but the properties that say when it is and what it is
 * called. Whatever else a file holds, alarms, attachments, time zones with rules of their own, is left behind.
 */
final class EventLines {

    private static final Set<String> PROPERTIES = Set.of(
            "DTSTART",
            "DTEND",
            "DURATION",
            "SUMMARY",
            "RRULE",
            "EXRULE",
            "RDATE",
            "EXDATE",
            "UID",
            "RECURRENCE-ID",
            "STATUS");

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
    private static final Pattern END_OF_LINE = Pattern.compile("\\r?\\n");

    private final List<String> events = new ArrayList<>();
    private final Deque<String> components = new ArrayDeque<>();
    private StringBuilder event = new StringBuilder();
    private boolean anyCalendar;

    private EventLines() {}

    /** @throws InvalidHours when the file is too large, cut off, or none of this kind */
    static List<String> of(String iCalendar) {
        if (iCalendar.length() > HolidayImport.LARGEST_FILE) {
            throw invalid("too_large", HolidayImport.LARGEST_FILE);
        }
        String text = iCalendar.startsWith("\uFEFF") ? iCalendar.substring(1) : iCalendar;
        String[] lines = END_OF_LINE.split(FOLD.matcher(text).replaceAll(""));
        if (lines.length > HolidayImport.MOST_LINES) {
            throw invalid("too_many_lines", HolidayImport.MOST_LINES);
        }
        var file = new EventLines();
        for (String line : lines) {
            file.read(line);
        }
        return file.events();
    }

    private List<String> events() {
        if (!anyCalendar) {
            throw invalid("not_a_calendar");
        }
        if (!components.isEmpty()) {
            throw invalid("cut_off");
        }
        if (events.isEmpty()) {
            throw invalid("no_events");
        }
        return events;
    }

    private void read(String line) {
        String name = name(line);
        switch (name) {
            case "BEGIN" -> begin(value(line));
            case "END" -> end(value(line));
            default -> {
                if (inEvent() && PROPERTIES.contains(name)) {
                    if (line.indexOf(':') < 0) {
                        throw invalid("unreadable_line", line.substring(0, Math.min(line.length(), 80)));
                    }
                    event.append(line).append("\r\n");
                }
            }
        }
    }

    private void begin(String component) {
        if (components.isEmpty()) {
            if (!component.equals("VCALENDAR")) {
                throw invalid("not_a_calendar");
            }
            anyCalendar = true;
        }
        components.addLast(component);
        if (inEvent()) {
            event = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n");
        }
    }

    private void end(String component) {
        boolean event = inEvent();
        if (!component.equals(components.pollLast())) {
            throw invalid("cut_off");
        }
        if (event) {
            events.add(this.event.append("END:VEVENT\r\nEND:VCALENDAR\r\n").toString());
        }
        if (events.size() > HolidayImport.MOST_EVENTS) {
            throw invalid("too_many_events", HolidayImport.MOST_EVENTS);
        }
    }

    private boolean inEvent() {
        return components.size() == 2 && components.getLast().equals("VEVENT");
    }

    private static String name(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != ':' && line.charAt(end) != ';') {
            end++;
        }
        return line.substring(0, end).toUpperCase(Locale.ROOT);
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip().toUpperCase(Locale.ROOT);
    }

    private static InvalidHours invalid(String reason, Object... arguments) {
        return new InvalidHours(List.of(Fault.of("file", reason, arguments)));
    }
}
