package dev.lodge.sla.page;

import dev.lodge.accounts.Caller;
import dev.lodge.sla.AttainmentGoals;
import dev.lodge.sla.Calendars;
import dev.lodge.sla.EscalationRules;
import dev.lodge.sla.PolicyDetails;
import dev.lodge.sla.PolicyHistory;
import dev.lodge.sla.PolicyUse;
import dev.lodge.sla.SlaPolicies;
import dev.lodge.sla.page.PolicyPage.Standing;
import dev.lodge.sla.report.PolicyScores;
import dev.lodge.sla.report.RecentAttainment;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers what the pages about policies show. */
@Component
class PolicyPages {

    private final SlaPolicies policies;
    private final Calendars calendars;
    private final EscalationRules levels;
    private final Naming naming;
    private final Past past;

    /** What has become of policies, and what was to become of them. */
    @Component
    record Past(PolicyHistory history, PolicyUse use, RecentAttainment attainment, AttainmentGoals goals) {}

    PolicyPages(SlaPolicies policies, Calendars calendars, EscalationRules levels, Naming naming, Past past) {
        this.policies = policies;
        this.calendars = calendars;
        this.levels = levels;
        this.naming = naming;
        this.past = past;
    }

    PolicyListPage list(Caller caller) {
        var goal = past.goals().goal(caller);
        return list(caller, new GoalForm(Integer.toString(goal.percent()), goal.version(), Outcome.NONE));
    }

    PolicyListPage list(Caller caller, GoalForm goal) {
        var all = policies.all(caller);
        var organizations = new LinkedHashSet<Long>();
        var customers = new LinkedHashSet<Long>();
        all.forEach(policy -> {
            organizations.addAll(policy.conditions().organization());
            customers.addAll(policy.conditions().customer());
        });
        return new PolicyListPage(
                all,
                calendars.all(caller),
                naming.of(organizations, customers),
                past.attainment().byPolicy(caller),
                past.goals().percent(),
                goal);
    }

    PolicyPage ofNew(Caller caller, PolicyForm form, Outcome outcome) {
        var standing = new Standing(
                policies.all(caller).size(),
                calendars.all(caller),
                0,
                List.of(),
                List.of(),
                PolicyScores.NONE,
                past.goals().percent());
        var named = naming.toChooseFrom(ids(form, "organization"), ids(form, "customer"));
        return new PolicyPage(null, form, outcome, named, standing);
    }

    PolicyPage of(Caller caller, PolicyDetails policy, PolicyForm form, Outcome outcome) {
        var editions = past.history().of(caller, policy.id());
        var organizations = ids(form, "organization");
        var customers = ids(form, "customer");
        editions.forEach(edition -> {
            organizations.addAll(edition.conditions().organization());
            customers.addAll(edition.conditions().customer());
        });
        var standing = new Standing(
                policies.all(caller).size(),
                calendars.all(caller),
                past.use().openTickets(caller, policy.id()),
                levels.of(caller, policy.id()),
                editions,
                past.attainment().byPolicy(caller),
                past.goals().percent());
        return new PolicyPage(policy, form, outcome, naming.toChooseFrom(organizations, customers), standing);
    }

    private static Set<Long> ids(PolicyForm form, String box) {
        Collection<String> ticked = form.ticked(box);
        var ids = new LinkedHashSet<Long>();
        ticked.forEach(id -> ids.add(Sent.id(id)));
        return ids;
    }
}
