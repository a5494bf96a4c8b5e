package dev.lodge.tickets.page;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.Invalid;
import dev.lodge.web.Html;
import dev.lodge.web.LocalTimes;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From the form of filters, whose boxes may be ticked together, to the address that says the same. */
@Controller
class TicketListFilterController {

    private final LocalTimes times;

    TicketListFilterController(LocalTimes times) {
        this.times = times;
    }

    @GetMapping("/tickets/filter")
    @Requires(Permission.TICKET_READ)
    Html filter(@RequestParam MultiValueMap<String, String> given) {
        var dueBefore = times.read("due_before", given.getFirst("due_before"));
        var address =
                TicketListAddress.ofForm(given).with("due_before", dueBefore == null ? null : dueBefore.toString());
        return Html.redirect(address.toString());
    }

    @ExceptionHandler
    Html refuse(Invalid refused) {
        return Html.page("tickets/list/refused", refused.errors()).status(400);
    }
}
