package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.ORGANIZATION;
import static dev.lodge.schema.tenant.Tables.TEAM;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static dev.lodge.schema.tenant.Tables.TICKET_COUNTER;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.TicketScope;
import dev.lodge.customers.OrganizationRef;
import dev.lodge.tenancy.Row;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The statement of the ticket list: one page of rows, each with the count of all pages, in one round trip. What decides its plan is
 * written as literals (limit, offset, statuses), because as parameters they would keep PostgreSQL from reusing the plan or the partial
 * indexes; what only selects rows is a parameter.
 */
final class TicketListStatement {

    private static final int USUAL_SIZE = 25;
    private static final Field<Long> TOTAL = DSL.field(DSL.name("total"), Long.class);

    /** What a row of the list is read from; the count comes first. */
    private static final Row.Columns COLUMNS = new Row.Columns(List.of(
            TOTAL,
            TICKET.NUMBER,
            TICKET.SUBJECT,
            TICKET.PREVIEW,
            TICKET.STATUS,
            TICKET.PRIORITY,
            TICKET.CHANNEL,
            TICKET.ASSIGNEE_ID,
            AGENT.NAME,
            TICKET.TEAM_ID,
            TEAM.NAME,
            TICKET.CUSTOMER_ID,
            CUSTOMER.NAME,
            CUSTOMER.ORGANIZATION_ID,
            ORGANIZATION.NAME,
            TICKET.TAGS,
            TICKET.AWAITING_REPLY,
            TICKET.DUE_AT,
            TICKET.DUE_SINCE,
            TICKET.SLA_STATUS,
            TICKET.SLA_METRIC,
            TICKET.CREATED_AT,
            TICKET.UPDATED_AT,
            TICKET.FIRST_RESPONDED_AT,
            TICKET.SOLVED_AT,
            TICKET.CLOSED_AT,
            TICKET.VERSION));

    private final Condition which;
    private final boolean everything;
    private final Instant now;

    TicketListStatement(Caller caller, TicketFilter filter, Instant now) {
        this.everything = caller.scope() == TicketScope.ALL && filter.equals(TicketFilter.NONE);
        this.which = Visible.to(caller).and(matching(filter, now));
        this.now = now;
    }

    /**
     * One row of the page.
     *
     * @param total how many rows all pages have
     */
    record Found(long total, TicketRow ticket) {}

    List<Found> page(TenantDatabase database, TicketOrder order, int size, int offset) {
        return database.rows(query(database, order, size, offset), COLUMNS, this::read);
    }

    private ResultQuery<Record> query(TenantDatabase database, TicketOrder order, int size, int offset) {
        // The list as people open it is asked for more than anything else.
        return everything && order.equals(TicketOrder.NEWEST) && size == USUAL_SIZE && offset == 0
                ? database.renderedOnce("newest tickets", sql -> query(sql, order, size, offset))
                : query(database.sql(), order, size, offset);
    }

    private Select<Record> query(DSLContext sql, TicketOrder order, int size, int offset) {
        var rows = sql.select(total().as(TOTAL))
                .select(COLUMNS.fields().subList(1, COLUMNS.fields().size()))
                .from(TICKET)
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(TICKET.CUSTOMER_ID))
                .leftJoin(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(CUSTOMER.ORGANIZATION_ID))
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(TICKET.ASSIGNEE_ID))
                .leftJoin(TEAM)
                .on(TEAM.ID.eq(TICKET.TEAM_ID))
                .where(which)
                .orderBy(order.fields());
        return offset == 0
                ? rows.limit(DSL.inline(size))
                : rows.limit(DSL.inline(size)).offset(DSL.inline(offset));
    }

    /** Which rows the list has, for statements that sum them up. */
    Condition which() {
        return which;
    }

    /** How many there are on all pages; for a page that turned out empty. */
    long count(DSLContext sql) {
        return sql.select(total()).fetchSingle().value1();
    }

    /** Tickets are never deleted, so the number of all of them is kept beside their last number. */
    private Field<Long> total() {
        return everything
                ? DSL.field(DSL.select(TICKET_COUNTER.TICKETS).from(TICKET_COUNTER))
                : DSL.field(
                        DSL.select(DSL.count().cast(Long.class)).from(TICKET).where(which));
    }

    private Found read(Row row) {
        var ticket = new TicketRow(
                row.get(TICKET.NUMBER),
                row.get(TICKET.SUBJECT),
                row.get(TICKET.PREVIEW),
                TicketStatus.of(row.get(TICKET.STATUS)),
                Priority.of(row.get(TICKET.PRIORITY)),
                Channel.of(row.get(TICKET.CHANNEL)),
                StoredTickets.assignee(row.get(TICKET.ASSIGNEE_ID), row.get(AGENT.NAME)),
                StoredTickets.team(row.get(TICKET.TEAM_ID), row.get(TEAM.NAME)),
                StoredTickets.customer(row.get(TICKET.CUSTOMER_ID), row.get(CUSTOMER.NAME)),
                organization(row.get(CUSTOMER.ORGANIZATION_ID), row.get(ORGANIZATION.NAME)),
                List.of(row.get(TICKET.TAGS)),
                row.get(TICKET.AWAITING_REPLY),
                row.get(TICKET.DUE_AT),
                row.get(TICKET.DUE_SINCE),
                SlaStanding.at(now, row.get(TICKET.SLA_STATUS), row.get(TICKET.DUE_AT), row.get(TICKET.DUE_SINCE)),
                row.get(TICKET.SLA_METRIC),
                row.get(TICKET.CREATED_AT),
                row.get(TICKET.UPDATED_AT),
                row.get(TICKET.FIRST_RESPONDED_AT),
                row.get(TICKET.SOLVED_AT),
                row.get(TICKET.CLOSED_AT),
                row.get(TICKET.VERSION));
        return new Found(row.get(TOTAL), ticket);
    }

    private static @Nullable OrganizationRef organization(@Nullable Long id, String name) {
        return id == null ? null : new OrganizationRef(id, name);
    }

    private static Condition matching(TicketFilter filter, Instant now) {
        var which = DSL.noCondition();
        if (!filter.statuses().isEmpty()) {
            which = which.and(statusIn(filter.statuses()));
        }
        if (!filter.priorities().isEmpty()) {
            which = which.and(TICKET.PRIORITY.in(Arrays.stream(Priority.values())
                    .filter(filter.priorities()::contains)
                    .map(priority -> DSL.inline(priority.code()))
                    .toList()));
        }
        if (filter.assignee() != null) {
            which = which.and(belongs(TICKET.ASSIGNEE_ID, filter.assignee()));
        }
        if (filter.team() != null) {
            which = which.and(belongs(TICKET.TEAM_ID, filter.team()));
        }
        if (filter.customer() != null) {
            which = which.and(TICKET.CUSTOMER_ID.eq(filter.customer()));
        }
        if (filter.tag() != null) {
            which = which.and(TICKET.TAGS.contains(new String[] {filter.tag()}));
        }
        if (filter.overdue() != null) {
            which = which.and(
                    filter.overdue()
                            ? overdue(now)
                            : DSL.not(DSL.coalesce(DSL.field(overdue(now)), DSL.inline(false))
                                    .isTrue()));
        }
        if (filter.dueBefore() != null) {
            which = which.and(TICKET.DUE_AT.lt(filter.dueBefore()));
        }
        if (!filter.slaStatuses().isEmpty()) {
            which = which.and(SlaStanding.in(filter.slaStatuses(), now));
        }
        if (filter.createdAfter() != null) {
            which = which.and(TICKET.CREATED_AT.gt(filter.createdAfter()));
        }
        if (filter.createdBefore() != null) {
            which = which.and(TICKET.CREATED_AT.lt(filter.createdBefore()));
        }
        if (filter.search() != null) {
            which = which.and(new TicketWords(filter.search()).anywhere());
        }
        return which;
    }

    static Condition overdue(Instant now) {
        return TICKET.DUE_AT.lt(now).and(statusIn(TicketStatus.UNFINISHED));
    }

    /** In the order of a ticket's life, so that the same set is the same text. */
    static Condition statusIn(Collection<TicketStatus> statuses) {
        return TICKET.STATUS.in(Arrays.stream(TicketStatus.values())
                .filter(statuses::contains)
                .map(status -> DSL.inline(status.code()))
                .toList());
    }

    private static Condition belongs(Field<Long> column, Whose whose) {
        return switch (whose) {
            case Whose.Nobodys nobodys -> column.isNull();
            case Whose.AnyOf any
            when any.ids().size() == 1 -> column.eq(any.ids().iterator().next());
            case Whose.AnyOf any -> column.eq(DSL.any(any.ids().toArray(Long[]::new)));
        };
    }
}
