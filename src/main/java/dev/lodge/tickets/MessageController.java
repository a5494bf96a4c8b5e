package dev.lodge.tickets;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The conversation about a ticket. */
@RestController
@RequestMapping("/api/tickets/{id}/messages")
class MessageController {

    private final Tickets tickets;
    private final Conversation conversation;

    MessageController(Tickets tickets, Conversation conversation) {
        this.tickets = tickets;
        this.conversation = conversation;
    }

    @GetMapping
    @Requires(Permission.TICKET_READ)
    Listing<WrittenMessage> list(
            Caller caller,
            @PathVariable long id,
            @ListParameters(orderings = {"created_at", "-created_at"}) ListQuery query) {
        return conversation.messages(caller, id, query);
    }

    /** A note is the least that everybody who writes here may write; a reply needs its own permission. */
    @PostMapping
    @Requires(Permission.TICKET_NOTE)
    @ResponseStatus(HttpStatus.CREATED)
    WrittenMessage write(Caller caller, @PathVariable long id, @RequestBody NewMessage message) {
        return tickets.write(caller, id, message, Channel.API);
    }
}
