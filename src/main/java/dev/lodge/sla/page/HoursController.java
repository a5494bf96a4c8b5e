package dev.lodge.sla.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.StaleVersion;
import dev.lodge.sla.CalendarDetails;
import dev.lodge.sla.CalendarPreviews;
import dev.lodge.sla.Calendars;
import dev.lodge.web.Html;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /settings/hours}: calendars of business hours. */
@Controller
@RequestMapping("/settings/hours")
@Requires(Permission.SLA_MANAGE)
class HoursController {

    private final Calendars calendars;
    private final CalendarPreviews previews;
    private final HoursPages pages;

    HoursController(Calendars calendars, CalendarPreviews previews, HoursPages pages) {
        this.calendars = calendars;
        this.previews = previews;
        this.pages = pages;
    }

    @GetMapping
    Html list(Caller caller) {
        return Html.page("sla/calendars", pages.list(caller));
    }

    @GetMapping("/new")
    Html blank(Caller caller) {
        var zone = calendars.all(caller).stream()
                .filter(CalendarDetails::isDefault)
                .findFirst()
                .map(CalendarDetails::timeZone)
                .orElse("");
        return page(pages.ofNew(HoursForm.blank(zone), Outcome.NONE));
    }

    @PostMapping
    Html create(Caller caller, @RequestParam MultiValueMap<String, String> fields) {
        var form = HoursForm.read(new Sent(fields));
        var request = HoursRequest.of(form, List.of());
        return Attempt.of(
                () -> {
                    var created = calendars.create(caller, request.calendar());
                    return Html.redirect("/settings/hours/" + created.id())
                            .toast("slapages.calendar.created", created.name());
                },
                request::atFields,
                outcome -> page(pages.ofNew(form, outcome)));
    }

    /** The week as the form has it, drawn again while one types. */
    @PostMapping("/week")
    Html week(@RequestParam MultiValueMap<String, String> fields) {
        return Html.fragment("sla/week", pages.week(HoursForm.read(new Sent(fields))));
    }

    @GetMapping("/{id}")
    Html show(Caller caller, @PathVariable long id) {
        var calendar = calendars.details(caller, id);
        return page(pages.of(caller, calendar, HoursForm.of(calendar), Outcome.NONE));
    }

    @PostMapping("/{id}")
    Html change(Caller caller, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        var calendar = calendars.details(caller, id);
        var form = HoursForm.read(new Sent(fields));
        var request = HoursRequest.of(form, calendar.holidays());
        try {
            return Attempt.of(
                    () -> {
                        var changed = calendars.replace(caller, id, request.calendar(), seen(form));
                        return Html.redirect("/settings/hours/" + id).toast("slapages.calendar.saved", changed.name());
                    },
                    request::atFields,
                    outcome -> page(pages.of(caller, calendar, form, outcome)));
        } catch (StaleVersion stale) {
            var now = calendars.details(caller, id);
            return page(pages.of(caller, now, form.onVersion(now.version()), Outcome.stale(form.version())))
                    .status(stale.status());
        }
    }

    /** What saving the form would do, which for htmx is the line above the button. */
    @PostMapping("/{id}/preview")
    Html preview(Caller caller, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        var calendar = calendars.details(caller, id);
        var form = HoursForm.read(new Sent(fields));
        var request = HoursRequest.of(form, calendar.holidays());
        Function<Outcome, Html> answer = outcome -> page(pages.of(caller, calendar, form, outcome));
        return Attempt.of(
                () -> answer.apply(Outcome.tried(previews.of(caller, id, request.calendar()))),
                request::atFields,
                answer);
    }

    private static LongPredicate seen(HoursForm form) {
        var seen = form.version();
        return version -> seen != null && seen == version;
    }

    @PostMapping("/{id}/delete")
    Html delete(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "-1") long version) {
        var calendar = calendars.details(caller, id);
        try {
            calendars.delete(caller, id, found -> found == version);
            return Html.redirect("/settings/hours").toast("slapages.calendar.deleted", calendar.name());
        } catch (StaleVersion stale) {
            return page(pages.of(caller, calendar, HoursForm.of(calendar), Outcome.stale(version)))
                    .status(stale.status());
        } catch (Conflict used) {
            var errors = FieldErrors.none().and(FieldErrors.WHOLE, used.detail());
            return page(pages.of(caller, calendar, HoursForm.of(calendar), Outcome.refused(errors)))
                    .status(used.status());
        }
    }

    private static Html page(HoursPage page) {
        return Html.page("sla/calendar", page).part("saving", "sla/hours-saving");
    }
}
