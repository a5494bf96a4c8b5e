package dev.lodge.tickets;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.Invalid;
import dev.lodge.web.api.Change;
import dev.lodge.web.api.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who works on a ticket. */
@RestController
class AssignmentController {

    private final Tickets tickets;

    AssignmentController(Tickets tickets) {
        this.tickets = tickets;
    }

    record Body(Change<Long> assignee) {}

    @PostMapping("/api/tickets/{id}/assign")
    @Requires(Permission.TICKET_ASSIGN)
    ResponseEntity<TicketDetails> assign(Caller caller, @PathVariable long id, @RequestBody Body body, IfMatch match) {
        if (!body.assignee().isPresent()) {
            throw new Invalid("assignee", "tickets.invalid.required");
        }
        return TicketController.answer(
                tickets.assign(caller, id, body.assignee().value(), match));
    }
}
