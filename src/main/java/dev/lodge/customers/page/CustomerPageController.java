package dev.lodge.customers.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.customers.CustomerPanel;
import dev.lodge.customers.CustomerTickets;
import dev.lodge.customers.Customers;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Message;
import dev.lodge.problem.Problem;
import dev.lodge.problem.StaleVersion;
import dev.lodge.web.Html;
import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One customer: who it is, what they asked, and how they are forgotten. */
@Controller
class CustomerPageController {

    private final Customers customers;
    private final CustomerTickets tickets;
    private final List<CustomerPanel> panels;

    CustomerPageController(Customers customers, CustomerTickets tickets, ObjectProvider<CustomerPanel> panels) {
        this.customers = customers;
        this.tickets = tickets;
        this.panels = panels.orderedStream().toList();
    }

    @GetMapping("/customers/{id}")
    @Requires(Permission.CUSTOMER_READ)
    Html page(Caller caller, @PathVariable long id) {
        return page(caller, id, null);
    }

    @PostMapping("/customers/{id}/anonymize")
    @Requires(Permission.CUSTOMER_ANONYMIZE)
    Html anonymize(Caller caller, @PathVariable long id) {
        customers.anonymize(caller, id);
        return Html.redirect("/customers/" + id).toast("customerpages.anonymized");
    }

    @PostMapping("/customers/{id}/delete")
    @Requires(Permission.CUSTOMER_DELETE)
    Html delete(Caller caller, @PathVariable long id, @RequestParam long version) {
        var name = customers.details(caller, id).name();
        try {
            customers.delete(caller, id, found -> found == version);
        } catch (Conflict | StaleVersion refused) {
            return page(caller, id, sentence(refused)).status(refused.status());
        }
        return Html.redirect("/customers").toast("customerpages.deleted", name);
    }

    private Html page(Caller caller, long id, @Nullable Message refusal) {
        var customer = customers.details(caller, id);
        List<Content> beside = customer.anonymizedAt() == null
                ? panels.stream().map(panel -> panel.of(caller, customer)).toList()
                : List.of();
        return Html.page(
                "customers/customer", new CustomerPage(customer, tickets.newest(caller, id), caller, beside, refusal));
    }

    private static Message sentence(Problem refused) {
        return refused instanceof StaleVersion ? Message.of("customerpages.stale_delete") : refused.detail();
    }
}
