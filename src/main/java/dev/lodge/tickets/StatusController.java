package dev.lodge.tickets;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.Invalid;
import dev.lodge.web.api.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a ticket is in its life. */
@RestController
class StatusController {

    private final Tickets tickets;

    StatusController(Tickets tickets) {
        this.tickets = tickets;
    }

    record Body(@Nullable TicketStatus status) {}

    @PostMapping("/api/tickets/{id}/change_status")
    @Requires(Permission.TICKET_UPDATE)
    ResponseEntity<TicketDetails> change(Caller caller, @PathVariable long id, @RequestBody Body body, IfMatch match) {
        if (body.status() == null) {
            throw new Invalid("status", "tickets.invalid.required");
        }
        return TicketController.answer(tickets.changeStatus(caller, id, body.status(), match));
    }
}
