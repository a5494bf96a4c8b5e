package dev.lodge.tickets;

import dev.lodge.accounts.Caller;
import gg.jte.Content;

/** What another module has to say beside a ticket's conversation. Beans of this type stand on the ticket's page, in their order. */
@FunctionalInterface
public interface TicketPanel {

    /**
     * A {@code section}, see {@link dev.lodge.web.Piece}.
     *
     * @param caller who sees the ticket
     */
    Content of(Caller caller, TicketDetails ticket);
}
