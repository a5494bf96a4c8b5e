package dev.lodge.sla.page;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import dev.lodge.sla.CalendarDetails.Holiday;
import dev.lodge.sla.NewCalendar;
import dev.lodge.sla.NewCalendar.NewHoliday;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form as the API's request, and the way back from the fields of that to those of the form.
 *
 * @param kept how many of the stored holidays stand before those that were added
 */
record HoursRequest(NewCalendar calendar, int kept) {

    private static final Pattern DAY = Pattern.compile("(hours\\.[a-z]+).*");
    private static final Pattern HOLIDAY = Pattern.compile("holidays\\[(\\d+)]\\.?(.*)");

    /** @param stored holidays of the calendar, none of a new one */
    static HoursRequest of(HoursForm form, List<Holiday> stored) {
        var holidays = new ArrayList<@Nullable NewHoliday>();
        for (Holiday holiday : stored) {
            if (!form.removed().contains(HoursForm.key(holiday))) {
                holidays.add(new NewHoliday(holiday.date().toString(), holiday.name(), holiday.everyYear()));
            }
        }
        int kept = holidays.size();
        form.added().stream()
                .filter(row -> !row.isBlank())
                .forEach(row -> holidays.add(new NewHoliday(row.date().strip(), row.name(), row.everyYear())));
        Map<String, @Nullable List<@Nullable List<@Nullable String>>> hours = new LinkedHashMap<>();
        form.hours().forEach((day, pairs) -> hours.put(day, List.copyOf(pairs)));
        return new HoursRequest(
                new NewCalendar(form.name(), form.timeZone().strip(), form.isDefault(), hours, holidays), kept);
    }

    /** What the store found, at the fields of the form. */
    FieldErrors atFields(FieldErrors found) {
        return found.map(entry -> new FieldErrors.Entry(field(entry.field()), message(entry)));
    }

    private String field(String field) {
        Matcher day = DAY.matcher(field);
        if (day.matches()) {
            return day.group(1);
        }
        Matcher holiday = HOLIDAY.matcher(field);
        if (holiday.matches()) {
            int row = Integer.parseInt(holiday.group(1)) - kept;
            return row < 0 ? "holidays" : "holiday." + row + "." + holiday.group(2);
        }
        return field;
    }

    private static Message message(FieldErrors.Entry found) {
        return found.message().key().equals("sla.hours.not_a_pair")
                ? Message.of("slapages.invalid.interval")
                : found.message();
    }
}
