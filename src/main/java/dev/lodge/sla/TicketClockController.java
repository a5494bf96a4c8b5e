package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was promised about a ticket, and why it is due when it is. */
@RestController
class TicketClockController {

    private final TicketClocks clocks;

    TicketClockController(TicketClocks clocks) {
        this.clocks = clocks;
    }

    @GetMapping("/api/tickets/{id}/sla")
    @Requires(Permission.TICKET_READ)
    List<ClockDetails> list(Caller caller, @PathVariable long id) {
        return clocks.of(caller, id);
    }
}
