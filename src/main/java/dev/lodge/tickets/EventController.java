package dev.lodge.tickets;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The ledger of a ticket. */
@RestController
class EventController {

    private final Conversation conversation;

    EventController(Conversation conversation) {
        this.conversation = conversation;
    }

    @GetMapping("/api/tickets/{id}/events")
    @Requires(Permission.TICKET_READ)
    Listing<RecordedEvent> list(
            Caller caller,
            @PathVariable long id,
            @ListParameters(orderings = {"created_at", "-created_at"}) ListQuery query) {
        return conversation.events(caller, id, query);
    }
}
