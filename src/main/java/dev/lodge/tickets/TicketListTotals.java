package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How a list divides by the time that is left, in one statement. */
@Component
public final class TicketListTotals {

    private final TenantDatabase database;

    TicketListTotals(TenantDatabase database) {
        this.database = database;
    }

    /**
     * How many tickets of a list are due when.
     *
     * @param overdue before the present moment
     * @param soon from then until the moment asked for
     * @param undated without a due date
     */
    public record ByDue(long overdue, long soon, long later, long undated) {}

    /** @param soon where later begins */
    public ByDue byDue(Caller caller, TicketFilter filter, Instant now, Instant soon) {
        caller.require(Permission.TICKET_READ);
        return database.sql()
                .select(
                        counted(TICKET.DUE_AT.lt(now)),
                        counted(TICKET.DUE_AT.ge(now).and(TICKET.DUE_AT.lt(soon))),
                        counted(TICKET.DUE_AT.ge(soon)),
                        counted(TICKET.DUE_AT.isNull()))
                .from(TICKET)
                .where(new TicketListStatement(caller, filter, now).which())
                .fetchSingle(row -> new ByDue(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private static Field<Long> counted(Condition which) {
        return DSL.count().filterWhere(which).cast(Long.class);
    }
}
