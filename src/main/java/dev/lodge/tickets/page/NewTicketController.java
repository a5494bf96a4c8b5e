package dev.lodge.tickets.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.attachments.Attachment;
import dev.lodge.attachments.BroughtFiles;
import dev.lodge.attachments.FilesBrought;
import dev.lodge.attachments.Uploader;
import dev.lodge.customers.Customers;
import dev.lodge.idempotency.OnceOnly;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Tickets;
import dev.lodge.web.Html;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A ticket that an agent lodges for somebody. */
@Controller
@RequestMapping("/tickets/new")
class NewTicketController {

    private final Tickets tickets;
    private final Customers customers;
    private final Askers askers;
    private final OnceOnly once;
    private final FilesBrought files;
    private final TicketPages.Surroundings surroundings;

    NewTicketController(
            Tickets tickets,
            Customers customers,
            Askers askers,
            OnceOnly once,
            FilesBrought files,
            TicketPages.Surroundings surroundings) {
        this.tickets = tickets;
        this.customers = customers;
        this.askers = askers;
        this.once = once;
        this.files = files;
        this.surroundings = surroundings;
    }

    /** @param customer id of the customer it is for */
    @GetMapping
    @Requires(Permission.TICKET_CREATE)
    Html form(Caller caller, @RequestParam(required = false) @Nullable Long customer) {
        var asker = customer == null || !caller.may(Permission.CUSTOMER_READ) ? "" : address(caller, customer);
        return Html.page("tickets/lodge/page", page(caller, NewTicketForm.empty(asker), List.of(), FieldErrors.none()));
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
    Html lodge(
            Caller caller,
            NewTicketForm form,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploads) {
        var brought = files.bring(new Uploader.Agent(caller.agentId()), form.attachments(), uploads);
        if (!brought.errors().isEmpty()) {
            return invalid(caller, form, brought, brought.errors());
        }
        try {
            return Html.redirect(once.run(
                    "agent:" + caller.agentId(), form.key(), form.content(brought), () -> open(caller, form, brought)));
        } catch (Invalid invalid) {
            return invalid(caller, form, brought, invalid.errors());
        }
    }

    private Html invalid(Caller caller, NewTicketForm form, BroughtFiles brought, FieldErrors errors) {
        return Html.page("tickets/lodge/page", page(caller, form, brought.files(), errors))
                .invalid();
    }

    private String open(Caller caller, NewTicketForm form, BroughtFiles brought) {
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
                surroundings.times().read("due_at", form.dueAt()),
                brought.ids());
        return "/tickets/" + tickets.open(caller, request, Channel.WEB).id();
    }

    private NewTicketPage page(Caller caller, NewTicketForm form, List<Attachment> brought, FieldErrors errors) {
        return new NewTicketPage(
                caller,
                form,
                brought,
                surroundings.directory().assignables(),
                surroundings.directory().teams(),
                errors);
    }
}
