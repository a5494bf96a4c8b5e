package dev.lodge.tickets;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.api.IfMatch;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tickets over HTTP; {@code id} in a path is a ticket's number. */
@RestController
@RequestMapping("/api/tickets")
class TicketController {

    private final Tickets tickets;
    private final TicketLists lists;

    TicketController(Tickets tickets, TicketLists lists) {
        this.tickets = tickets;
        this.lists = lists;
    }

    @GetMapping
    @Requires(Permission.TICKET_READ)
    Listing<TicketRow> list(
            Caller caller,
            @ListParameters(
                            filters = {
                                "status",
                                "priority",
                                "assignee",
                                "team",
                                "customer",
                                "tag",
                                "overdue",
                                "due_before",
                                "sla_status",
                                "created_after",
                                "created_before"
                            },
                            orderings = {
                                "-created_at",
                                "created_at",
                                "updated_at",
                                "-updated_at",
                                "due_at",
                                "-due_at",
                                "priority",
                                "-priority",
                                "number",
                                "-number",
                                "status",
                                "-status"
                            },
                            search = true)
                    ListQuery query) {
        return lists.page(caller, TicketFilter.of(query, caller), query);
    }

    @GetMapping("/overdue")
    @Requires(Permission.TICKET_READ)
    Listing<TicketRow> overdue(Caller caller, @ListParameters(orderings = {"due_at", "-due_at"}) ListQuery query) {
        return lists.page(caller, TicketFilter.OVERDUE, query);
    }

    @PostMapping
    @Requires(Permission.TICKET_CREATE)
    ResponseEntity<TicketDetails> create(Caller caller, @RequestBody NewTicket request) {
        var created = tickets.open(caller, request, Channel.API);
        return ResponseEntity.created(URI.create("/api/tickets/" + created.id() + "/"))
                .eTag(IfMatch.tag(created.version()))
                .body(created);
    }

    @GetMapping("/{id}")
    @Requires(Permission.TICKET_READ)
    ResponseEntity<TicketDetails> details(Caller caller, @PathVariable long id) {
        return answer(tickets.details(caller, id));
    }

    @PutMapping("/{id}")
    @Requires(Permission.TICKET_UPDATE)
    ResponseEntity<TicketDetails> replace(
            Caller caller, @PathVariable long id, @RequestBody TicketChanges changes, IfMatch match) {
        return answer(tickets.update(caller, id, changes.requireAll(), match));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.TICKET_UPDATE)
    ResponseEntity<TicketDetails> change(
            Caller caller, @PathVariable long id, @RequestBody TicketChanges changes, IfMatch match) {
        return answer(tickets.update(caller, id, changes, match));
    }

    static ResponseEntity<TicketDetails> answer(TicketDetails ticket) {
        return ResponseEntity.ok().eTag(IfMatch.tag(ticket.version())).body(ticket);
    }
}
