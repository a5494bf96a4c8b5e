package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The calendars of the tenant in force. Once there are any, exactly one is the default. An edit makes a new version of the calendar and
 * of each policy that counts in it.
 */
@Component
public class Calendars {

    private final StoredCalendars stored;
    private final StoredPolicies policies;
    private final PolicyChecks checks;
    private final Recounts recounts;
    private final Edits edits;

    Calendars(StoredCalendars stored, StoredPolicies policies, PolicyChecks checks, Recounts recounts, Edits edits) {
        this.stored = stored;
        this.policies = policies;
        this.checks = checks;
        this.recounts = recounts;
        this.edits = edits;
    }

    public Listing<CalendarDetails> page(Caller caller, ListQuery query) {
        caller.require(Permission.SLA_READ);
        return stored.page(query);
    }

    /** All of them, by name. */
    public List<CalendarDetails> all(Caller caller) {
        caller.require(Permission.SLA_READ);
        return stored.all();
    }

    public CalendarDetails details(Caller caller, long id) {
        caller.require(Permission.SLA_READ);
        return stored.find(id).orElseThrow(NotFound::new);
    }

    public CalendarDetails create(Caller caller, NewCalendar request) {
        caller.require(Permission.SLA_MANAGE);
        return enter(request);
    }

    /** By the desk itself, for imports and the demo. */
    public CalendarDetails enter(NewCalendar request) {
        request.check();
        return edits.write(() -> {
            var name = Objects.requireNonNull(request.name()).strip();
            requireFree(name, null);
            boolean only = stored.defaultId().isEmpty();
            if (!only && Boolean.TRUE.equals(request.isDefault())) {
                stored.clearDefault();
            }
            return stored.add(name, only || Boolean.TRUE.equals(request.isDefault()), request, edits.now());
        });
    }

    /** @param meant whether the version found is the one that the caller means */
    public CalendarDetails replace(Caller caller, long id, NewCalendar request, LongPredicate meant) {
        request.check();
        return change(caller, id, now -> request, meant);
    }

    /** @param meant whether the version found is the one that the caller means */
    public CalendarDetails update(Caller caller, long id, CalendarChanges changes, LongPredicate meant) {
        return change(caller, id, changes::over, meant);
    }

    /** Adds the holidays of an iCalendar file to those there are. */
    public CalendarDetails importHolidays(Caller caller, long id, HolidayFile file, LongPredicate meant) {
        return change(caller, id, now -> file.into(now, edits.now()), meant);
    }

    private CalendarDetails change(
            Caller caller, long id, Function<CalendarDetails, NewCalendar> edit, LongPredicate meant) {
        caller.require(Permission.SLA_MANAGE);
        return edits.write(() -> {
            var before = stored.find(id).orElseThrow(NotFound::new);
            StaleVersion.unless(meant.test(before.version()));
            var request = edit.apply(before);
            request.check();
            return change(before, request);
        });
    }

    private CalendarDetails change(CalendarDetails before, NewCalendar request) {
        requireSavable(before, request);
        var name = Objects.requireNonNull(request.name()).strip();
        boolean becomesDefault = Boolean.TRUE.equals(request.isDefault()) && !before.isDefault();
        if (becomesDefault) {
            stored.clearDefault();
        }
        var after = stored.save(before, name, becomesDefault || before.isDefault(), request, edits.now());
        if (after.version() != before.version()) {
            follow(after);
        }
        return after;
    }

    private void follow(CalendarDetails calendar) {
        var users = policies.countingIn(calendar.id());
        for (var user : users) {
            policies.save(user, following(user, calendar), user.calendar(), edits.now());
        }
        if (!users.isEmpty()) {
            recounts.request(edits.now());
        }
    }

    /** @throws Conflict when another has the name, or none would be the default */
    void requireSavable(CalendarDetails before, NewCalendar request) {
        requireFree(Objects.requireNonNull(request.name()).strip(), before.id());
        if (before.isDefault() && Boolean.FALSE.equals(request.isDefault())) {
            throw new Conflict(
                    Message.of("sla.calendar_stays_default"),
                    FieldErrors.of("is_default", "sla.calendar_stays_default"));
        }
    }

    /**
     * What a policy says that counts in the calendar as it now is.
     *
     * @throws dev.lodge.problem.Invalid when its targets would never come due
     */
    PolicyVersion following(PolicyDetails user, CalendarDetails calendar) {
        checks.check(calendar, user);
        return new PolicyVersion(
                user.name(), user.conditions(), user.targets(), user.pauseIn(), PolicyVersion.CountsIn.of(calendar));
    }

    /** @throws Conflict naming the policies that count in it, or when it is the default of others */
    public void delete(Caller caller, long id, LongPredicate meant) {
        caller.require(Permission.SLA_MANAGE);
        edits.write(() -> {
            var calendar = stored.find(id).orElseThrow(NotFound::new);
            StaleVersion.unless(meant.test(calendar.version()));
            var users = policies.namesOn(id);
            if (!users.isEmpty()) {
                var names = String.join(", ", users);
                throw new Conflict(
                        Message.of("sla.calendar_in_use", calendar.name(), names), Map.of("policies", users));
            }
            if (calendar.isDefault() && stored.all().size() > 1) {
                throw new Conflict(Message.of("sla.calendar_is_default", calendar.name()));
            }
            stored.delete(id, edits.now());
            return id;
        });
    }

    private void requireFree(String name, @Nullable Long except) {
        if (stored.isTaken(Names.key(name), except)) {
            throw Names.taken(name);
        }
    }
}
