package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.time.InstantSource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Tickets, many at a time, as far as the caller may see them. */
@Component
public final class TicketLists {

    private final TenantDatabase database;
    private final InstantSource clock;

    TicketLists(TenantDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param count how many there are on all pages
     */
    public record Page(long count, List<TicketRow> rows) {}

    /**
     * @param size rows on a page, at most 100
     * @param offset rows before it
     */
    public Page page(Caller caller, TicketFilter filter, TicketOrder order, int size, int offset) {
        caller.require(Permission.TICKET_READ);
        var statement = new TicketListStatement(caller, filter, clock.instant());
        var found = statement.page(database, order, size, offset);
        if (found.isEmpty()) {
            return new Page(offset == 0 ? 0 : statement.count(database.sql()), List.of());
        }
        return new Page(
                found.getFirst().total(),
                found.stream().map(TicketListStatement.Found::ticket).toList());
    }

    /** The page that an address asks for, with links to its neighbours. */
    public Listing<TicketRow> page(Caller caller, TicketFilter filter, ListQuery query) {
        var page = page(caller, filter, TicketOrder.of(query.ordering()), query.size(), query.offset());
        return query.listing(page.count(), page.rows());
    }

    /** All numbers of the rail in one statement. */
    public RailNumbers rail(Caller caller) {
        caller.require(Permission.TICKET_READ);
        var teams = caller.teams().toArray(Long[]::new);
        return database.sql()
                .select(
                        counted(TICKET.ASSIGNEE_ID.eq(caller.agentId())),
                        counted(TICKET.ASSIGNEE_ID.isNull()),
                        counted(TICKET.TEAM_ID.eq(DSL.any(teams))),
                        counted(DSL.trueCondition()),
                        counted(TICKET.DUE_AT.lt(clock.instant())),
                        counted(TICKET.STATUS.eq(DSL.inline(TicketStatus.PENDING.code()))))
                .from(TICKET)
                .where(TicketListStatement.statusIn(TicketStatus.UNFINISHED), Visible.to(caller))
                .fetchSingle(row -> new RailNumbers(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    private static org.jooq.Field<Long> counted(Condition which) {
        return DSL.count().filterWhere(which).cast(Long.class);
    }
}
