package dev.lodge.customers.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.customers.CustomerDetails;
import dev.lodge.customers.CustomerLists;
import dev.lodge.customers.CustomerTickets;
import dev.lodge.customers.OrganizationNames;
import dev.lodge.problem.Invalid;
import dev.lodge.web.Html;
import dev.lodge.web.Paging;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;

/** The people who ask. */
@Controller
class CustomerListController {

    private final CustomerLists lists;
    private final CustomerTickets tickets;
    private final OrganizationNames organizations;

    CustomerListController(CustomerLists lists, CustomerTickets tickets, OrganizationNames organizations) {
        this.lists = lists;
        this.tickets = tickets;
        this.organizations = organizations;
    }

    @GetMapping("/customers")
    @Requires(Permission.CUSTOMER_READ)
    Html list(
            Caller caller,
            @ListParameters(
                            filters = "organization",
                            orderings = {"name", "-name", "created_at", "-created_at"},
                            search = true)
                    ListQuery query) {
        var listing = lists.page(caller, query);
        var ids = listing.results().stream().map(CustomerDetails::id).toList();
        var organization = query.id("organization")
                .flatMap(id -> organizations.byId(caller, id))
                .orElse(null);
        var page = new CustomerListPage(
                query,
                listing.results(),
                tickets.counts(caller, ids),
                Paging.of(listing, query.offset()),
                organization,
                caller);
        return Html.page("customers/list", page).part("customers", "customers/rows");
    }

    @ExceptionHandler
    Html refuse(Invalid refused) {
        return Html.page("customers/refused", refused.errors()).status(400);
    }
}
