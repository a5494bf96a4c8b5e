package dev.lodge.tickets.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.web.Html;
import dev.lodge.web.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Changes to the tickets that are ticked in a list. */
@Controller
class TicketListBulkController {

    private final TicketListBulk bulk;

    TicketListBulkController(TicketListBulk bulk) {
        this.bulk = bulk;
    }

    @PostMapping("/tickets/bulk")
    @Requires(Permission.TICKET_UPDATE)
    Html change(Caller caller, @ModelAttribute TicketListBulkForm form) {
        TicketListOutcome outcome;
        try {
            outcome = bulk.apply(caller, form);
        } catch (Invalid nothing) {
            return Html.redirect(form.list()).toast(new Toast(first(nothing), null));
        }
        return outcome.refused().isEmpty()
                ? Html.redirect(form.list()).toast(new Toast(outcome.said(), null))
                : Html.page("tickets/list/outcome", outcome);
    }

    private static Message first(Invalid invalid) {
        return invalid.errors().entries().getFirst().message();
    }
}
