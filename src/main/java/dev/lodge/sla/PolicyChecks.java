package dev.lodge.sla;

import dev.lodge.accounts.Directory;
import dev.lodge.customers.Customers;
import dev.lodge.customers.OrganizationNames;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.sla.PolicyVersion.CountsIn;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.sla.clocks.Target;
import dev.lodge.sla.hours.BusinessCalendar;
import dev.lodge.sla.hours.DueTooLate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what a policy says can be kept: what it names exists, and each target comes due some day. */
@Component
class PolicyChecks {

    /** A target in business time that is due later than this after its beginning is taken for a mistake. */
    private static final Duration LATEST = Duration.ofDays(366 * 20);

    private final StoredPolicies policies;
    private final StoredCalendars calendars;
    private final StoredRules rules;
    private final Named named;
    private final Edits edits;

    /** Where the conditions' ids come from. */
    @Component
    record Named(Directory directory, Customers customers, OrganizationNames organizations) {}

    PolicyChecks(StoredPolicies policies, StoredCalendars calendars, StoredRules rules, Named named, Edits edits) {
        this.policies = policies;
        this.calendars = calendars;
        this.rules = rules;
        this.named = named;
        this.edits = edits;
    }

    /**
     * What the policy would say from now on.
     *
     * @param request right in itself
     * @param id of the policy that is edited, or null
     * @throws Invalid naming each field that is wrong
     * @throws dev.lodge.problem.Conflict when another has the name
     */
    PolicyVersion check(NewPolicy request, @Nullable Long id) {
        conditionErrors(request.conditions()).throwIfAny();
        var conditions = Conditions.of(request.conditions());
        var calendar = calendar(request.calendar());
        var targets = request.checkedTargets();
        var errors = FieldErrors.none();
        for (int i = 0; i < targets.size(); i++) {
            errors = errors.and(targetErrors("targets[" + i + "]", targets.get(i), calendar, id));
        }
        errors.throwIfAny();
        if (policies.isTaken(Names.key(request.cleanName()), id)) {
            throw Names.taken(request.cleanName());
        }
        return new PolicyVersion(request.cleanName(), conditions, targets, request.pauses(), calendar);
    }

    /** @throws Invalid at the calendar's hours when a policy's targets would never come due on it */
    void check(CalendarDetails calendar, PolicyDetails user) {
        var time = CountsIn.of(calendar).time();
        for (var target : user.targets()) {
            if (target.time() == Counting.BUSINESS && !comesDue(target, time, edits.now())) {
                throw new Invalid("hours", "sla.invalid.hours_of_policy", user.name());
            }
        }
    }

    private @Nullable CountsIn calendar(@Nullable Long id) {
        if (id != null) {
            return calendars
                    .find(id)
                    .map(CountsIn::of)
                    .orElseThrow(() -> new Invalid("calendar", "sla.invalid.calendar"));
        }
        return calendars.defaultId().flatMap(calendars::find).map(CountsIn::of).orElse(null);
    }

    private FieldErrors targetErrors(String field, Target target, @Nullable CountsIn calendar, @Nullable Long policy) {
        var errors = FieldErrors.none();
        if (target.time() == Counting.BUSINESS) {
            if (calendar == null) {
                return errors.and("calendar", "sla.invalid.no_calendar");
            }
            var time = calendar.time();
            if (time.neverOpens()) {
                errors = errors.and(field + ".time", "sla.invalid.never_opens", calendar.name());
            } else if (!comesDue(target, time, edits.now())) {
                errors = errors.and(field + ".seconds", "sla.invalid.comes_too_late", calendar.name());
            }
        }
        var early = policy == null ? null : rules.earliestOf(policy, target.metric());
        if (early != null && -early.offsetSeconds() >= target.seconds()) {
            errors = errors.and(field + ".seconds", "sla.invalid.shorter_than_level", early.name());
        }
        return errors;
    }

    private static boolean comesDue(Target target, BusinessCalendar time, Instant now) {
        if (time.neverOpens()) {
            return false;
        }
        try {
            return time.plus(now, Duration.ofSeconds(target.seconds())).isBefore(now.plus(LATEST));
        } catch (DueTooLate tooLate) {
            return false;
        }
    }

    private FieldErrors conditionErrors(NewPolicy.@Nullable NewConditions written) {
        if (written == null) {
            return FieldErrors.none();
        }
        return Written.gaps("conditions.priority", written.priority())
                .and(Written.gaps("conditions.channel", written.channel()))
                .and(tags(written.tag()))
                .and(ids(
                        "team", written.team(), id -> named.directory().team(id).isPresent()))
                .and(ids(
                        "customer",
                        written.customer(),
                        id -> named.customers().ref(id).isPresent()))
                .and(ids(
                        "organization",
                        written.organization(),
                        id -> named.organizations().exists(id)));
    }

    private static FieldErrors tags(@Nullable List<@Nullable String> tags) {
        var errors = FieldErrors.none();
        for (int i = 0; tags != null && i < tags.size(); i++) {
            var tag = tags.get(i);
            if (tag == null || tag.isBlank() || tag.strip().length() > 40) {
                errors = errors.and("conditions.tag[" + i + "]", "sla.invalid.tag");
            }
        }
        return errors;
    }

    private static FieldErrors ids(String name, @Nullable List<@Nullable Long> ids, LongPredicate exists) {
        var errors = FieldErrors.none();
        for (int i = 0; ids != null && i < ids.size(); i++) {
            var id = ids.get(i);
            if (id == null || !exists.test(id)) {
                errors = errors.and("conditions.%s[%d]".formatted(name, i), "sla.invalid." + name);
            }
        }
        return errors;
    }
}
