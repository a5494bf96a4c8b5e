package dev.lodge.sla.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.StaleVersion;
import dev.lodge.sla.AttainmentGoals;
import dev.lodge.sla.PolicyDetails;
import dev.lodge.sla.PolicyOrder;
import dev.lodge.sla.SlaPolicies;
import dev.lodge.web.Html;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /settings/sla}: the policies, and the order in which they are asked. */
@Controller
@Requires(Permission.SLA_MANAGE)
class PolicyListController {

    private static final String ADDRESS = "/settings/sla";

    private final SlaPolicies policies;
    private final AttainmentGoals goals;
    private final PolicyPages pages;

    PolicyListController(SlaPolicies policies, AttainmentGoals goals, PolicyPages pages) {
        this.policies = policies;
        this.goals = goals;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    Html list(Caller caller) {
        return page(caller);
    }

    /** One place up, or down, or to a place counted from 1; beyond an end of the list it is at that end. */
    @PostMapping(ADDRESS + "/{id}/move")
    Html move(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "down") String direction,
            @RequestParam(required = false) @Nullable Integer position) {
        policies.details(caller, id);
        var order = new ArrayList<@Nullable Long>(
                policies.all(caller).stream().map(PolicyDetails::id).toList());
        int from = order.indexOf(id);
        int wanted = position != null ? position - 1 : from + (direction.equals("up") ? -1 : 1);
        int to = Math.clamp(wanted, 0, order.size() - 1);
        if (from != to) {
            order.add(to, order.remove(from));
            policies.reorder(caller, new PolicyOrder(order));
        }
        return page(caller).orRedirect(ADDRESS);
    }

    /** How many of a hundred targets are to be met. */
    @PostMapping(ADDRESS + "/goal")
    Html aim(
            Caller caller,
            @RequestParam(defaultValue = "") String percent,
            @RequestParam(defaultValue = "-1") long version) {
        var form = new GoalForm(percent, version, Outcome.NONE);
        try {
            return Attempt.of(
                    () -> {
                        var goal = goals.replace(caller, form.request(), found -> found == version);
                        return Html.redirect(ADDRESS).toast("slapages.goal.saved", goal.percent());
                    },
                    errors -> errors,
                    outcome -> Html.page("sla/policies", pages.list(caller, form.with(outcome))));
        } catch (StaleVersion stale) {
            var now = new GoalForm(percent, goals.goal(caller).version(), Outcome.stale(version));
            return Html.page("sla/policies", pages.list(caller, now)).status(stale.status());
        }
    }

    private Html page(Caller caller) {
        return Html.page("sla/policies", pages.list(caller)).part("policies", "sla/policy-rows");
    }
}
