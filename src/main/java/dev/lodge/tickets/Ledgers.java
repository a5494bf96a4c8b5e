package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static dev.lodge.schema.tenant.Tables.TICKET_EVENT;
import static dev.lodge.tenancy.GivenRows.column;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.GivenRows;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tickets.Deadlines.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectForUpdateWaitStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Tickets as rules read them, many at a time: their present state and their ledgers, whoever may see them. What rules find out goes
 * back into the ledgers; it changes neither a ticket's version nor when it was last updated, because nobody acted on it.
 */
@Component
public final class Ledgers {

    private static final GivenRows<Finding> FINDINGS = GivenRows.of(
            column(TICKET_EVENT.TICKET_ID, Finding::ticketId),
            column(TICKET_EVENT.TYPE, finding -> Facts.typeOf(finding.fact())),
            column(TICKET_EVENT.ACTOR_AGENT_ID, finding -> finding.act().by().agentId()),
            column(TICKET_EVENT.ACTOR_CUSTOMER_ID, finding -> finding.act().by().customerId()),
            column(TICKET_EVENT.DATA, finding -> Facts.dataOf(finding.fact())),
            column(TICKET_EVENT.CREATED_AT, finding -> finding.act().at()));

    /** Looked up, not joined: what is planned anew for each of a thousand tenants has to be planned quickly. */
    private static final Field<Long> ORGANIZATION =
            DSL.field(DSL.select(CUSTOMER.ORGANIZATION_ID).from(CUSTOMER).where(CUSTOMER.ID.eq(TICKET.CUSTOMER_ID)));

    private final TenantDatabase database;

    Ledgers(TenantDatabase database) {
        this.database = database;
    }

    /** A finding about the ticket of this id. */
    public record Finding(long ticketId, Act act, TicketFact fact) {}

    /** @throws NotFound when the caller does not see the ticket of this number */
    public TicketState require(Caller caller, long number) {
        caller.require(Permission.TICKET_READ);
        return states(database.sql(), TICKET.NUMBER.eq(number).and(Visible.to(caller)))
                .fetchOptional(Ledgers::state)
                .orElseThrow(NotFound::new);
    }

    /** Those of these ids, in the order of ids. */
    public List<TicketState> states(Collection<Long> ids) {
        var which = ids.toArray(Long[]::new);
        return database.renderedOnce(
                        "states of tickets",
                        sql -> states(sql, TICKET.ID.eq(DSL.any(which))).orderBy(TICKET.ID),
                        (Object) which)
                .fetch(Ledgers::state);
    }

    /** At most so many tickets that are not solved or closed yet, after the id, in the order of ids. */
    public List<TicketState> unfinishedAfter(long id, int most) {
        return states(database.sql(), TICKET.ID.gt(id).and(TicketListStatement.statusIn(TicketStatus.UNFINISHED)))
                .orderBy(TICKET.ID)
                .limit(DSL.inline(most))
                .fetch(Ledgers::state);
    }

    /** The id of the ticket that was lodged last before the moment; 0 if none was. */
    public long newestBefore(Instant moment) {
        return database.sql()
                .select(TICKET.ID)
                .from(TICKET)
                .where(TICKET.CREATED_AT.lt(moment))
                .orderBy(TICKET.CREATED_AT.desc(), TICKET.ID.desc())
                .limit(DSL.inline(1))
                .fetchOptional(TICKET.ID)
                .orElse(0L);
    }

    /** At most so many tickets that are not solved or closed yet, before the id, the newest first. */
    public List<TicketState> unfinishedBefore(long id, int most) {
        return states(database.sql(), TICKET.ID.lt(id).and(TicketListStatement.statusIn(TicketStatus.UNFINISHED)))
                .orderBy(TICKET.ID.desc())
                .limit(DSL.inline(most))
                .fetch(Ledgers::state);
    }

    /**
     * Locks tickets until the transaction under way ends, as every change of a ticket does first.
     *
     * @return those locked, in the order of ids: one that is locked by somebody else is left out
     */
    public List<TicketState> lockUnlessBusy(Choice choice) {
        return database.renderedOnce(
                        "tickets locked unless busy: " + choice.name(),
                        sql -> locking(sql, TICKET.ID.eq(DSL.any(DSL.array(choice.ids()))))
                                .skipLocked(),
                        choice.values())
                .fetch(Ledgers::state);
    }

    /**
     * Tickets that a statement chooses.
     *
     * @param name tells the statement from all others
     * @param values those of its parameters, in order
     */
    public record Choice(String name, Select<Record1<Long>> ids, Object... values) {

        /** The one of this id. */
        public static Choice of(long ticketId) {
            return new Choice("one", DSL.select(DSL.val(ticketId)), ticketId);
        }
    }

    /** As {@link #lockUnlessBusy}, but waits for whoever holds one. */
    public void lock(Collection<Long> ids) {
        locking(database.sql(), TICKET.ID.eq(DSL.any(ids.toArray(Long[]::new)))).fetch();
    }

    private static SelectForUpdateWaitStep<? extends Record> locking(DSLContext sql, Condition which) {
        return states(sql, which).orderBy(TICKET.ID).forUpdate().of(TICKET);
    }

    /** The whole ledger of each ticket, in the order in which it was written. */
    public Map<Long, List<LedgerEntry>> of(Collection<Long> ids) {
        var ledgers = new LinkedHashMap<Long, List<LedgerEntry>>();
        ids.forEach(id -> ledgers.put(id, new ArrayList<>()));
        var which = ids.toArray(Long[]::new);
        database.renderedOnce("ledgers", sql -> entries(sql, which), (Object) which)
                .forEach(row -> ledgers.computeIfAbsent(row.get(TICKET_EVENT.TICKET_ID), id -> new ArrayList<>())
                        .add(new LedgerEntry(
                                row.get(TICKET_EVENT.CREATED_AT),
                                Facts.read(row.get(TICKET_EVENT.TYPE), row.get(TICKET_EVENT.DATA)))));
        return ledgers;
    }

    private static Select<?> entries(DSLContext sql, Long[] tickets) {
        return sql.select(TICKET_EVENT.TICKET_ID, TICKET_EVENT.TYPE, TICKET_EVENT.DATA, TICKET_EVENT.CREATED_AT)
                .from(TICKET_EVENT)
                .where(TICKET_EVENT.TICKET_ID.eq(DSL.any(tickets)))
                .orderBy(TICKET_EVENT.TICKET_ID, TICKET_EVENT.ID);
    }

    /** Writes what rules found. The tickets must be locked by the transaction under way. */
    public void append(List<Finding> findings) {
        if (!findings.isEmpty()) {
            database.changeRenderedOnce(
                            "findings", sql -> FINDINGS.insertInto(sql, TICKET_EVENT), FINDINGS.values(findings))
                    .execute();
        }
    }

    private static SelectConditionStep<? extends Record> states(DSLContext sql, Condition which) {
        return sql.select(
                        TICKET.ID,
                        TICKET.NUMBER,
                        TICKET.STATUS,
                        TICKET.PRIORITY,
                        TICKET.CHANNEL,
                        TICKET.ASSIGNEE_ID,
                        TICKET.TEAM_ID,
                        TICKET.CUSTOMER_ID,
                        ORGANIZATION,
                        TICKET.TAGS,
                        TICKET.DUE_BY_HAND,
                        TICKET.DUE_AT,
                        TICKET.DUE_SINCE,
                        TICKET.SLA_STATUS,
                        TICKET.SLA_METRIC)
                .from(TICKET)
                .where(which);
    }

    private static TicketState state(Record row) {
        return new TicketState(
                row.get(TICKET.ID),
                row.get(TICKET.NUMBER),
                TicketStatus.of(row.get(TICKET.STATUS)),
                Priority.of(row.get(TICKET.PRIORITY)),
                Channel.of(row.get(TICKET.CHANNEL)),
                row.get(TICKET.ASSIGNEE_ID),
                row.get(TICKET.TEAM_ID),
                row.get(TICKET.CUSTOMER_ID),
                row.get(ORGANIZATION),
                Set.copyOf(List.of(row.get(TICKET.TAGS))),
                row.get(TICKET.DUE_BY_HAND) ? null : deadline(row));
    }

    private static Deadline deadline(Record row) {
        return new Deadline(
                row.get(TICKET.ID),
                row.get(TICKET.DUE_AT),
                row.get(TICKET.DUE_SINCE),
                row.get(TICKET.SLA_STATUS),
                row.get(TICKET.SLA_METRIC));
    }
}
