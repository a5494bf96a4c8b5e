package dev.lodge.tickets.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.customers.Customers;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Tickets;
import dev.lodge.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A ticket that an agent lodges for somebody. */
@Controller
@RequestMapping("/tickets/new")
class NewTicketController {

    private final Tickets tickets;
    private final Customers customers;
    private final Askers askers;
    private final OnceOnly once;
    private final TicketPages.Surroundings surroundings;

    NewTicketController(
            Tickets tickets, Customers customers, Askers askers, OnceOnly once, TicketPages.Surroundings surroundings) {
        this.tickets = tickets;
        this.customers = customers;
        this.askers = askers;
        this.once = once;
        this.surroundings = surroundings;
    }

    /** @param customer id of the customer it is for */
    @GetMapping
    @Requires(Permission.TICKET_CREATE)
    Html form(Caller caller, @RequestParam(required = false) @Nullable Long customer) {
        var asker = customer == null || !caller.may(Permission.CUSTOMER_READ) ? "" : address(caller, customer);
        return Html.page("tickets/lodge/page", page(caller, NewTicketForm.empty(asker), FieldErrors.none()));
    }

    private String address(Caller caller, long customer) {
        var details = customers.details(caller, customer);
        return details.email() == null ? details.name() : details.email();
    }

    @GetMapping("/customers")
    @Requires(Permission.CUSTOMER_READ)
    Html suggestions(Caller caller, @RequestParam(defaultValue = "") String customer) {
        return Html.fragment("tickets/lodge/suggestions", askers.suggest(caller, customer));
    }

    @PostMapping
    @Requires(Permission.TICKET_CREATE)
    Html lodge(Caller caller, NewTicketForm form) {
        try {
            return Html.redirect(once.run(caller, form.key(), form.content(), () -> open(caller, form)));
        } catch (Invalid invalid) {
            return Html.page("tickets/lodge/page", page(caller, form, invalid.errors()))
                    .invalid();
        }
    }

    private String open(Caller caller, NewTicketForm form) {
        var asker = askers.named(caller, NewTicketForm.text(form.customer()));
        var request = new NewTicket(
                form.subject(),
                form.description(),
                form.priority(),
                asker instanceof Askers.ById known ? known.id() : null,
                asker instanceof Askers.ByAddress written ? written.address() : null,
                form.assignee(),
                form.team(),
                Tags.split(NewTicketForm.text(form.tags())),
                surroundings.times().read("due_at", form.dueAt()));
        return "/tickets/" + tickets.open(caller, request, Channel.WEB).id();
    }

    private NewTicketPage page(Caller caller, NewTicketForm form, FieldErrors errors) {
        return new NewTicketPage(
                caller,
                form,
                surroundings.directory().assignables(),
                surroundings.directory().teams(),
                errors);
    }
}
