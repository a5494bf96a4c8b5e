package dev.lodge.sla.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.StaleVersion;
import dev.lodge.sla.CalendarDetails;
import dev.lodge.sla.Calendars;
import dev.lodge.sla.HolidayFile;
import dev.lodge.web.Html;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Holidays of an iCalendar file, added to a calendar. */
@Controller
@Requires(Permission.SLA_MANAGE)
class HolidayImportController {

    private final Calendars calendars;
    private final HoursPages pages;

    HolidayImportController(Calendars calendars, HoursPages pages) {
        this.calendars = calendars;
        this.pages = pages;
    }

    @PostMapping("/settings/hours/{id}/import")
    Html add(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var calendar = calendars.details(caller, id);
        var text = file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        try {
            var changed = calendars.importHolidays(caller, id, new HolidayFile(text), found -> found == version);
            int added = changed.holidays().size() - calendar.holidays().size();
            return Html.redirect("/settings/hours/" + id).toast("slapages.calendar.imported", added);
        } catch (Invalid invalid) {
            return page(caller, calendar, Outcome.refused(atFile(invalid.errors())))
                    .invalid();
        } catch (StaleVersion stale) {
            return page(caller, calendar, Outcome.stale(version)).status(stale.status());
        }
    }

    private static FieldErrors atFile(FieldErrors found) {
        return found.map(
                entry -> entry.field().startsWith("ics") ? new FieldErrors.Entry("file", entry.message()) : entry);
    }

    private Html page(Caller caller, CalendarDetails calendar, Outcome outcome) {
        return Html.page("sla/calendar", pages.of(caller, calendar, HoursForm.of(calendar), outcome));
    }
}
