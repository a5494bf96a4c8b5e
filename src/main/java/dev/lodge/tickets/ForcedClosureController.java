package dev.lodge.tickets;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.api.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A ticket closed by decision, with its reason. */
@RestController
class ForcedClosureController {

    private final Tickets tickets;

    ForcedClosureController(Tickets tickets) {
        this.tickets = tickets;
    }

    record Body(@Nullable String reason) {}

    @PostMapping("/api/tickets/{id}/force_close")
    @Requires(Permission.TICKET_FORCE_CLOSE)
    ResponseEntity<TicketDetails> close(Caller caller, @PathVariable long id, @RequestBody Body body, IfMatch match) {
        return TicketController.answer(tickets.forceClose(caller, id, body.reason(), match));
    }
}
