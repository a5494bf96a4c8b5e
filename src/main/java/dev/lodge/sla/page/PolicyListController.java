package dev.lodge.sla.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.sla.PolicyDetails;
import dev.lodge.sla.PolicyOrder;
import dev.lodge.sla.SlaPolicies;
import dev.lodge.web.Html;
import java.util.ArrayList;
import java.util.Collections;
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
    private final PolicyPages pages;

    PolicyListController(SlaPolicies policies, PolicyPages pages) {
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    Html list(Caller caller) {
        return page(caller);
    }

    /** One place up, or down; at the end of the list it stays. */
    @PostMapping(ADDRESS + "/{id}/move")
    Html move(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "down") String direction) {
        policies.details(caller, id);
        var order = new ArrayList<@Nullable Long>(
                policies.all(caller).stream().map(PolicyDetails::id).toList());
        int from = order.indexOf(id);
        int to = from + (direction.equals("up") ? -1 : 1);
        if (from >= 0 && to >= 0 && to < order.size()) {
            Collections.swap(order, from, to);
            policies.reorder(caller, new PolicyOrder(order));
        }
        return page(caller).orRedirect(ADDRESS);
    }

    private Html page(Caller caller) {
        return Html.page("sla/policies", pages.list(caller)).part("policies", "sla/policy-rows");
    }
}
