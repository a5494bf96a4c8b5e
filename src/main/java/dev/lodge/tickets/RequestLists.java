package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.customers.CustomerCaller;
import dev.lodge.customers.CustomerRef;
import dev.lodge.tenancy.TenantDatabase;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tickets of those who asked, many at a time, the newest first. */
@Component
public final class RequestLists {

    private final TenantDatabase database;

    RequestLists(TenantDatabase database) {
        this.database = database;
    }

    /**
     * What is asked for.
     *
     * @param organization those of the customer's organisation, if they may see them, instead of their own alone
     * @param done those that are solved or closed, or those that are not; null for all
     * @param before only those that come after the one of this number, or null
     */
    public record Query(
            boolean organization,
            @Nullable Boolean done,
            @Nullable Long before) {}

    /** At most so many, and one more if there are more. */
    public List<RequestRow> page(CustomerCaller caller, Query query, int size) {
        Condition which = query.organization() ? Visible.to(caller) : TICKET.CUSTOMER_ID.eq(caller.customerId());
        if (query.done() != null) {
            which = which.and(TicketListStatement.statusIn(RequestStatus.of(query.done())));
        }
        if (query.before() != null) {
            var last = TICKET.as("last");
            which = which.and(DSL.row(TICKET.CREATED_AT, TICKET.ID)
                    .lt(DSL.select(last.CREATED_AT, last.ID).from(last).where(last.NUMBER.eq(query.before()))));
        }
        return database.sql()
                .select(
                        TICKET.NUMBER,
                        TICKET.SUBJECT,
                        TICKET.STATUS,
                        CUSTOMER.ID,
                        CUSTOMER.NAME,
                        TICKET.AWAITING_REPLY,
                        TICKET.CREATED_AT)
                .from(TICKET)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(TICKET.CUSTOMER_ID))
                .where(which)
                .orderBy(TICKET.CREATED_AT.desc(), TICKET.ID.desc())
                .limit(DSL.inline(size + 1))
                .fetch(RequestLists::read);
    }

    private static RequestRow read(Record row) {
        return new RequestRow(
                row.get(TICKET.NUMBER),
                row.get(TICKET.SUBJECT),
                RequestStatus.of(TicketStatus.of(row.get(TICKET.STATUS))),
                new CustomerRef(row.get(CUSTOMER.ID), row.get(CUSTOMER.NAME)),
                !row.get(TICKET.AWAITING_REPLY),
                row.get(TICKET.CREATED_AT));
    }
}
