package dev.lodge.tickets.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Directory;
import dev.lodge.accounts.Permission;
import dev.lodge.customers.Customers;
import dev.lodge.tickets.TicketDetails;
import dev.lodge.tickets.TicketFilter;
import dev.lodge.tickets.TicketLists;
import dev.lodge.tickets.TicketOrder;
import dev.lodge.tickets.TicketPanel;
import dev.lodge.tickets.Tickets;
import dev.lodge.web.Html;
import dev.lodge.web.LocalTimes;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a ticket's page together. */
@Component
final class TicketPages {

    private static final int OTHERS = 5;

    /** What the query of a list consists of; anything else is not taken along. */
    private static final Pattern QUERY = Pattern.compile("[\\w=&%.,:+~*-]{0,2000}");

    private final Tickets tickets;
    private final TicketThreads threads;
    private final TicketLists lists;
    private final Customers customers;
    private final Surroundings surroundings;

    /** Whom one can assign to, when it is, and what other modules say. */
    @Component
    record Surroundings(Directory directory, LocalTimes times, ObjectProvider<TicketPanel> panels) {}

    TicketPages(
            Tickets tickets, TicketThreads threads, TicketLists lists, Customers customers, Surroundings surroundings) {
        this.tickets = tickets;
        this.threads = threads;
        this.lists = lists;
        this.customers = customers;
        this.surroundings = surroundings;
    }

    /**
     * @param from the query of the list that one came from
     * @param shown how many messages
     * @throws dev.lodge.problem.NotFound when the caller does not see the ticket
     */
    TicketPage page(Caller caller, long number, @Nullable String from, int shown) {
        var ledger = threads.read(caller, number, shown);
        var ticket = tickets.details(caller, number);
        var side = side(caller, ticket);
        return new TicketPage(
                caller,
                ticket,
                threads.weave(ticket, ledger, side.assignables()),
                side,
                Composer.empty(),
                Refusal.NONE,
                query(from));
    }

    private TicketPage.Side side(Caller caller, TicketDetails ticket) {
        var customer = ticket.customer();
        var others = customer == null
                ? new TicketLists.Page(0, List.of())
                : lists.page(caller, TicketFilter.NONE.withCustomer(customer.id()), TicketOrder.NEWEST, OTHERS + 1, 0);
        return new TicketPage.Side(
                customer == null || !caller.may(Permission.CUSTOMER_READ)
                        ? null
                        : customers.details(caller, customer.id()),
                others.rows().stream()
                        .filter(row -> row.id() != ticket.id())
                        .limit(OTHERS)
                        .toList(),
                others.count(),
                surroundings.directory().assignables(),
                surroundings.directory().teams(),
                surroundings.times().field(ticket.dueSince() == null ? ticket.dueAt() : null),
                surroundings
                        .panels()
                        .orderedStream()
                        .map(panel -> panel.of(caller, ticket))
                        .toList());
    }

    static String query(@Nullable String from) {
        return from != null && QUERY.matcher(from).matches() ? from : "";
    }

    /** The whole page, or the part of it that is swapped together with whatever else it touches. */
    static Html html(TicketPage page) {
        return Html.page("tickets/page/page", page)
                .part("details", "tickets/page/swap-details")
                .part("composer", "tickets/page/swap-composer")
                .part("preview", "tickets/page/preview");
    }
}
