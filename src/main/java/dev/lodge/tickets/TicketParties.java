package dev.lodge.tickets;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Directory;
import dev.lodge.accounts.TeamRef;
import dev.lodge.customers.Customers;
import dev.lodge.problem.Invalid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who has to do with a ticket, looked up by what a request names them with. Who is named and not there makes it {@link Invalid}. */
@Component
final class TicketParties {

    private final Customers customers;
    private final Directory directory;

    TicketParties(Customers customers, Directory directory) {
        this.customers = customers;
        this.directory = directory;
    }

    /** @param id null for nobody */
    @Nullable
    AgentRef assignee(@Nullable Long id) {
        return id == null
                ? null
                : directory.assignable(id).orElseThrow(() -> new Invalid("assignee", "tickets.invalid.assignee"));
    }

    /** Whoever solves a ticket that nobody has, as its assignee; null if they cannot be one. */
    @Nullable
    AgentRef solver(Caller caller) {
        return directory.assignable(caller.agentId()).orElse(null);
    }

    /** @param id null for none */
    @Nullable
    TeamRef team(@Nullable Long id) {
        return id == null ? null : directory.team(id).orElseThrow(() -> new Invalid("team", "tickets.invalid.team"));
    }

    /** @param id null for nobody. @return the same, of a customer who is there */
    @Nullable
    Long customer(@Nullable Long id) {
        if (id != null && customers.ref(id).isEmpty()) {
            throw new Invalid("customer", "tickets.invalid.customer");
        }
        return id;
    }

    /** The customer of a new ticket, named by id or by an address; whose address is new is entered at the moment. */
    @Nullable
    Long customer(CheckedTicket request, Instant at) {
        if (request.customerEmail() != null) {
            return customers.findOrCreate(request.customerEmail(), at).id();
        }
        return customer(request.customer());
    }
}
