package dev.lodge.sla.panel;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.sla.TicketClocks;
import dev.lodge.tickets.TicketDetails;
import dev.lodge.tickets.TicketPanel;
import dev.lodge.web.Piece;
import gg.jte.Content;
import org.springframework.stereotype.Component;

/** Puts the clocks beside the ticket. */
@Component
class ClocksOnTicket implements TicketPanel {

    private final TicketClocks clocks;

    ClocksOnTicket(TicketClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public Content of(Caller caller, TicketDetails ticket) {
        return new Piece("sla/panel", ClockPanel.of(clocks.of(caller, ticket.id()), caller.may(Permission.SLA_MANAGE)));
    }
}
