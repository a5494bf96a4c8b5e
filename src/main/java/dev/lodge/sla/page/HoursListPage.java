package dev.lodge.sla.page;

import dev.lodge.sla.CalendarDetails;
import java.util.List;

/** The calendars of the tenant. */
public record HoursListPage(List<Row> rows) {

    /**
     * A calendar in the list.
     *
     * @param policies names of those that count in it
     */
    public record Row(CalendarDetails calendar, Opening opening, Week week, List<String> policies) {}
}
