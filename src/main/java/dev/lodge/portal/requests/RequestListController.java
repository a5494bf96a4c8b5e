package dev.lodge.portal.requests;

import dev.lodge.portal.ForCustomers;
import dev.lodge.portal.SignedInCustomer;
import dev.lodge.tickets.RequestLists;
import dev.lodge.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A customer's requests, or those of everybody at their organisation if it lets its people see them. */
@Controller
@ForCustomers
class RequestListController {

    static final int SIZE = 20;

    private final RequestLists lists;

    RequestListController(RequestLists lists) {
        this.lists = lists;
    }

    /** Words that are none of these mean the usual: one's own, those that are not done. */
    @GetMapping("/requests")
    Html list(
            SignedInCustomer customer,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Long before) {
        var caller = customer.caller();
        boolean organization = "organization".equals(whose) && caller.organizationTickets() != null;
        var shown = RequestListPage.Shown.of(status);
        var found = lists.page(caller, new RequestLists.Query(organization, shown.done(), before), SIZE);
        return Html.page(
                "portal/requests",
                new RequestListPage(found, caller.organizationTickets() != null, organization, shown, before != null));
    }
}
