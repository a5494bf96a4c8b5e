package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.NotFound;
import dev.lodge.sla.PolicyVersions.InForce;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What an edit of a calendar would do to open tickets, through the policies that count in it. Nothing is saved. */
@Component
public class CalendarPreviews {

    private final StoredCalendars stored;
    private final StoredPolicies policies;
    private final PolicyVersions versions;
    private final Calendars calendars;
    private final Trials trials;

    CalendarPreviews(
            StoredCalendars stored,
            StoredPolicies policies,
            PolicyVersions versions,
            Calendars calendars,
            Trials trials) {
        this.stored = stored;
        this.policies = policies;
        this.versions = versions;
        this.calendars = calendars;
        this.trials = trials;
    }

    /**
     * @throws dev.lodge.problem.Invalid as the edit itself would
     * @throws dev.lodge.problem.Conflict as the edit itself would
     */
    public PolicyEffect of(Caller caller, long id, NewCalendar request) {
        caller.require(Permission.SLA_MANAGE);
        request.check();
        return trials.of(() -> edited(stored.find(id).orElseThrow(NotFound::new), request));
    }

    private List<InForce> edited(CalendarDetails before, NewCalendar request) {
        calendars.requireSavable(before, request);
        var after = StoredCalendars.edited(before, request);
        var followers = new HashMap<Long, InForce>();
        for (var user : policies.countingIn(before.id())) {
            var next = calendars.following(user, after);
            followers.put(user.id(), new InForce(next.conditions(), next.terms(user.id(), user.version() + 1)));
        }
        return versions.policiesInForce().stream()
                .map(policy -> Objects.requireNonNull(
                        followers.getOrDefault(policy.terms().policy(), policy)))
                .toList();
    }
}
