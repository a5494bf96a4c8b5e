package dev.lodge.sla.hours;

import java.util.List;

/**
 * One thing that is wrong with a calendar as it was written.
 *
 * <table>
 * <caption>Reasons, their fields and their arguments</caption>
 * <tr><td>{@code time_zone}</td><td>required, unknown_zone (the zone)</td></tr>
 * <tr><td>{@code hours.x}</td><td>unknown_day</td></tr>
 * <tr><td>{@code hours.monday}</td><td>too_many (the limit)</td></tr>
 * <tr><td>{@code hours.monday[0]}</td><td>not_a_pair, bad_time (the text), and each with from and to: empty, across_midnight,
 * starts_at_end_of_day, ends_at_start_of_day; overlaps (the interval, the other)</td></tr>
 * <tr><td>{@code holidays}</td><td>too_many (the limit)</td></tr>
 * <tr><td>{@code holidays[0].date}</td><td>required, bad_date (the text), year_out_of_range (first, last)</td></tr>
 * <tr><td>{@code holidays[0].name}</td><td>required, too_long (the limit)</td></tr>
 * <tr><td>{@code file}</td><td>too_large (bytes), too_many_lines, too_many_events, too_many_holidays (the limit), not_a_calendar,
 * cut_off, no_events, unreadable_line (the line)</td></tr>
 * <tr><td>{@code events[0].dtstart}, {@code .dtend}, {@code .duration}, {@code .rrule}, {@code .rdate}, {@code .exdate}, {@code .exrule},
 * {@code .recurrence-id}</td>
 * <td>each with the event's name first: required, unreadable, before_start, too_long (days), too_frequent, for_ever,
 * unsupported, too_many (the limit)</td></tr>
 * </table>
 *
 * @param field the API's name of the field, indices from 0
 * @param reason what is wrong, in snake_case: the last part of a key in a message bundle
 * @param arguments values for that message
 */
public record Fault(String field, String reason, List<Object> arguments) {

    public Fault {
        arguments = List.copyOf(arguments);
    }

    public static Fault of(String field, String reason, Object... arguments) {
        return new Fault(field, reason, List.of(arguments));
    }
}
