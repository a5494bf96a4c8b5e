package dev.lodge.sla;

import dev.lodge.sla.NewCalendar.NewHoliday;
import dev.lodge.web.api.Change;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to change about a calendar; the fields are those of {@link NewCalendar}. */
public record CalendarChanges(
        Change<String> name,
        Change<String> timeZone,
        Change<Boolean> isDefault,
        Change<Map<String, @Nullable List<@Nullable List<@Nullable String>>>> hours,
        Change<List<@Nullable NewHoliday>> holidays) {

    /** What it comes to, over what there is. */
    NewCalendar over(CalendarDetails now) {
        return new NewCalendar(
                name.over(now.name()),
                timeZone.over(now.timeZone()),
                isDefault.over(now.isDefault()),
                hours.isPresent() ? hours.value() : now.nullableHours(),
                holidays.isPresent() ? holidays.value() : now.nullableHolidays());
    }
}
