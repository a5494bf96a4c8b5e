package dev.lodge.sla.page;

import dev.lodge.accounts.Caller;
import dev.lodge.sla.CalendarDetails;
import dev.lodge.sla.Calendars;
import dev.lodge.sla.PolicyUse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what the pages about business hours show. */
@Component
class HoursPages {

    private final Calendars calendars;
    private final PolicyUse use;
    private final InstantSource clock;

    HoursPages(Calendars calendars, PolicyUse use, InstantSource clock) {
        this.calendars = calendars;
        this.use = use;
        this.clock = clock;
    }

    HoursListPage list(Caller caller) {
        return new HoursListPage(calendars.all(caller).stream()
                .map(calendar -> new HoursListPage.Row(
                        calendar,
                        Opening.of(calendar, clock.instant()),
                        Week.of(calendar.hours(), null),
                        use.policiesOn(caller, calendar.id())))
                .toList());
    }

    HoursPage ofNew(HoursForm form, Outcome outcome) {
        var now = now(form);
        return new HoursPage(null, form, outcome, Week.of(form.hours(), now), null, List.of(), now.toLocalDate());
    }

    HoursPage of(Caller caller, CalendarDetails calendar, HoursForm form, Outcome outcome) {
        var now = now(form);
        return new HoursPage(
                calendar,
                form,
                outcome,
                Week.of(form.hours(), now),
                Opening.of(calendar, clock.instant()),
                use.policiesOn(caller, calendar.id()),
                now.toLocalDate());
    }

    Week week(HoursForm form) {
        return Week.of(form.hours(), now(form));
    }

    private ZonedDateTime now(HoursForm form) {
        var zone = form.timeZone().strip();
        return clock.instant().atZone(ZoneId.of(ZoneId.getAvailableZoneIds().contains(zone) ? zone : "UTC"));
    }
}
