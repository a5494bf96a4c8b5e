package dev.lodge.tickets.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Directory;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.customers.Customers;
import dev.lodge.problem.Invalid;
import dev.lodge.tickets.TicketFilter;
import dev.lodge.tickets.TicketListTotals;
import dev.lodge.tickets.TicketLists;
import dev.lodge.tickets.TicketOrder;
import dev.lodge.tickets.TicketRow;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.page.TicketListPage.Empty;
import dev.lodge.tickets.page.TicketListPage.Names;
import dev.lodge.web.Html;
import dev.lodge.web.Paging;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of tickets, where an agent's day begins. */
@Controller
class TicketListController {

    private final TicketLists lists;
    private final TicketListTotals totals;
    private final Directory directory;
    private final Customers customers;
    private final InstantSource clock;

    TicketListController(
            TicketLists lists, TicketListTotals totals, Directory directory, Customers customers, InstantSource clock) {
        this.lists = lists;
        this.totals = totals;
        this.directory = directory;
        this.customers = customers;
        this.clock = clock;
    }

    @GetMapping("/tickets")
    @Requires(Permission.TICKET_READ)
    Html list(
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
                                "sla_status",
                                "due_before"
                            },
                            orderings = {"due_at", "-updated_at", "-created_at", "created_at", "-priority"},
                            search = true)
                    ListQuery query) {
        var address = TicketListAddress.of(query);
        var meant = address.meant(query);
        var filter = TicketFilter.of(meant, caller);
        var listing = lists.page(caller, filter, meant);
        var page = new TicketListPage(
                address,
                caller,
                groups(caller, address, filter, listing.results()),
                Paging.of(listing, query.offset()),
                names(filter),
                empty(caller, address, listing.count(), listing.results()));
        return Html.page("tickets/list/page", page).part("tickets", "tickets/list/tickets");
    }

    @ExceptionHandler
    Html refuse(Invalid refused) {
        return Html.page("tickets/list/refused", refused.errors()).status(400);
    }

    private List<TicketListGroup> groups(
            Caller caller, TicketListAddress address, TicketFilter filter, List<TicketRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        if (!address.byTimeLeft()) {
            return List.of(new TicketListGroup(TicketListGroup.Kind.ALL, rows, rows.size()));
        }
        var now = clock.instant();
        return TicketListGroup.byDue(rows, totals.byDue(caller, filter, now, now.plus(TicketListGroup.SOON)), now);
    }

    private Names names(TicketFilter filter) {
        var customer = filter.customer() == null
                ? null
                : customers.ref(filter.customer()).orElse(null);
        return new Names(directory.assignables(), directory.teams(), customer);
    }

    private Empty empty(Caller caller, TicketListAddress address, long count, List<TicketRow> rows) {
        if (!rows.isEmpty()) {
            return new Empty(TicketListEmptiness.NOT, null);
        }
        if (count > 0) {
            return new Empty(TicketListEmptiness.BEYOND, null);
        }
        if (address.search() != null) {
            return new Empty(TicketListEmptiness.SEARCH, null);
        }
        var why = TicketListEmptiness.of(address.place());
        return switch (why) {
            case ALL_OPEN -> new Empty(neverAsked(caller) ? TicketListEmptiness.DESK : why, null);
            case MY_TEAMS -> new Empty(caller.teams().isEmpty() ? TicketListEmptiness.NO_TEAMS : why, null);
            case OVERDUE -> new Empty(why, nextDue(caller));
            default -> new Empty(why, null);
        };
    }

    private boolean neverAsked(Caller caller) {
        return lists.page(caller, TicketFilter.NONE, TicketOrder.NEWEST, 1, 0).count() == 0;
    }

    private @Nullable TicketRow nextDue(Caller caller) {
        var unfinished = TicketFilter.NONE.withStatuses(TicketStatus.UNFINISHED);
        return lists.page(caller, unfinished, TicketOrder.DUE, 1, 0).rows().stream()
                .filter(row -> row.dueAt() != null)
                .findFirst()
                .orElse(null);
    }
}
