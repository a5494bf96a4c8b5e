package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.api.IfMatch;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calendars over HTTP. */
@RestController
@RequestMapping("/api/calendars")
class CalendarController {

    private final Calendars calendars;
    private final CalendarPreviews previews;

    CalendarController(Calendars calendars, CalendarPreviews previews) {
        this.calendars = calendars;
        this.previews = previews;
    }

    @GetMapping
    @Requires(Permission.SLA_READ)
    Listing<CalendarDetails> list(Caller caller, @ListParameters(orderings = {"name", "-name"}) ListQuery query) {
        return calendars.page(caller, query);
    }

    @PostMapping
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<CalendarDetails> create(Caller caller, @RequestBody NewCalendar request) {
        var created = calendars.create(caller, request);
        return ResponseEntity.created(URI.create("/api/calendars/" + created.id() + "/"))
                .eTag(IfMatch.tag(created.version()))
                .body(created);
    }

    @GetMapping("/{id}")
    @Requires(Permission.SLA_READ)
    ResponseEntity<CalendarDetails> details(Caller caller, @PathVariable long id) {
        return answer(calendars.details(caller, id));
    }

    @PutMapping("/{id}")
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<CalendarDetails> replace(
            Caller caller, @PathVariable long id, @RequestBody NewCalendar request, IfMatch match) {
        return answer(calendars.replace(caller, id, request, match));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<CalendarDetails> change(
            Caller caller, @PathVariable long id, @RequestBody CalendarChanges changes, IfMatch match) {
        return answer(calendars.update(caller, id, changes, match));
    }

    @PostMapping("/{id}/import-holidays")
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<CalendarDetails> importHolidays(
            Caller caller, @PathVariable long id, @RequestBody HolidayFile file, IfMatch match) {
        return answer(calendars.importHolidays(caller, id, file, match));
    }

    @PostMapping("/{id}/preview")
    @Requires(Permission.SLA_MANAGE)
    PolicyEffect preview(Caller caller, @PathVariable long id, @RequestBody NewCalendar request) {
        return previews.of(caller, id, request);
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<Void> delete(Caller caller, @PathVariable long id, IfMatch match) {
        calendars.delete(caller, id, match);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<CalendarDetails> answer(CalendarDetails calendar) {
        return ResponseEntity.ok().eTag(IfMatch.tag(calendar.version())).body(calendar);
    }
}
