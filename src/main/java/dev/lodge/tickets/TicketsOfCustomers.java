package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.customers.CustomerTickets;
import dev.lodge.tenancy.TenantDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Tells the customers' module what its customers have asked. */
@Component
class TicketsOfCustomers implements CustomerTickets {

    private static final int NEWEST = 10;

    private final TenantDatabase database;
    private final TicketLists lists;

    TicketsOfCustomers(TenantDatabase database, TicketLists lists) {
        this.database = database;
        this.lists = lists;
    }

    @Override
    public Map<Long, Long> counts(Caller caller, Collection<Long> customers) {
        if (customers.isEmpty() || !caller.may(Permission.TICKET_READ)) {
            return Map.of();
        }
        return database.sql()
                .select(TICKET.CUSTOMER_ID, DSL.count().cast(Long.class))
                .from(TICKET)
                .where(TICKET.CUSTOMER_ID.eq(DSL.any(customers.toArray(Long[]::new))), Visible.to(caller))
                .groupBy(TICKET.CUSTOMER_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    @Override
    public Newest newest(Caller caller, long customer) {
        if (!caller.may(Permission.TICKET_READ)) {
            return new Newest(0, List.of());
        }
        var page = lists.page(caller, TicketFilter.NONE.withCustomer(customer), TicketOrder.NEWEST, NEWEST, 0);
        return new Newest(
                page.count(), page.rows().stream().map(TicketsOfCustomers::line).toList());
    }

    private static Line line(TicketRow row) {
        return new Line(row.id(), row.subject(), row.status().code(), row.createdAt());
    }
}
