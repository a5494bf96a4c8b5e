package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CLOCK;
import static dev.lodge.tenancy.GivenRows.column;
import static dev.lodge.tenancy.GivenRows.list;

import dev.lodge.tenancy.GivenRows;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tickets.Ledgers.Choice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.RowCountQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Clocks in the tenant's database. Whoever writes them has locked their ticket. */
@Component
class StoredClocks {

    /** All that may change of a clock. */
    private static final GivenRows<ClockRow> STANDING = GivenRows.of(
            column(CLOCK.POLICY_ID, ClockRow::policy),
            column(CLOCK.POLICY_VERSION, ClockRow::policyVersion),
            column(CLOCK.TARGET_SECONDS, ClockRow::targetSeconds),
            column(CLOCK.COUNTS, ClockRow::counts),
            column(CLOCK.STATUS, ClockRow::status),
            column(CLOCK.STARTED_AT, ClockRow::startedAt),
            column(CLOCK.DUE_AT, ClockRow::dueAt),
            column(CLOCK.USED_SECONDS, ClockRow::usedSeconds),
            column(CLOCK.BREACHED_AT, ClockRow::breachedAt),
            column(CLOCK.ENDED_AT, ClockRow::endedAt),
            column(CLOCK.FULFILLED_AT, ClockRow::fulfilledAt),
            column(CLOCK.NEXT_MOMENT, ClockRow::nextMoment),
            list(CLOCK.LEVELS_REACHED, ClockRow::levelsReached));

    private static final GivenRows<ClockRow> KNOWN = STANDING.with(column(CLOCK.ID, ClockRow::id));

    private static final GivenRows<ClockRow> NEW = STANDING.with(
            column(CLOCK.TICKET_ID, ClockRow::ticketId),
            column(CLOCK.METRIC, row -> row.metric().code()),
            column(CLOCK.ORDINAL, ClockRow::ordinal));

    private final TenantDatabase database;

    StoredClocks(TenantDatabase database) {
        this.database = database;
    }

    /** The clocks of each of these tickets; nothing for a ticket without. */
    Map<Long, List<ClockRow>> of(Collection<Long> tickets) {
        var ids = tickets.toArray(Long[]::new);
        return database.renderedOnce("clocks", sql -> clocks(sql, ids), (Object) ids).fetch(StoredClocks::read).stream()
                .collect(Collectors.groupingBy(ClockRow::ticketId));
    }

    private static Select<?> clocks(DSLContext sql, Long[] tickets) {
        return sql.selectFrom(CLOCK).where(CLOCK.TICKET_ID.eq(DSL.any(tickets)));
    }

    /** Adds those without an id, and writes over the others. */
    void write(List<ClockRow> rows) {
        var known = rows.stream().filter(row -> row.id() != null).toList();
        if (!known.isEmpty()) {
            database.changeRenderedOnce("clocks changed", StoredClocks::change, KNOWN.values(known))
                    .execute();
        }
        var fresh = rows.stream().filter(row -> row.id() == null).toList();
        if (!fresh.isEmpty()) {
            database.changeRenderedOnce("clocks added", sql -> NEW.insertInto(sql, CLOCK), NEW.values(fresh))
                    .execute();
        }
    }

    private static RowCountQuery change(DSLContext sql) {
        return sql.update(CLOCK).set(STANDING.all()).from(KNOWN.table()).where(CLOCK.ID.eq(KNOWN.get(CLOCK.ID)));
    }

    void remove(List<Long> ids) {
        if (!ids.isEmpty()) {
            database.sql()
                    .deleteFrom(CLOCK)
                    .where(CLOCK.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                    .execute();
        }
    }

    /** Tickets with a clock about which something was to be done before the moment, those that wait longest first. */
    static Choice due(Instant moment, int most) {
        var tickets = DSL.select(CLOCK.TICKET_ID)
                .from(CLOCK)
                .where(CLOCK.NEXT_MOMENT.lt(moment))
                .orderBy(CLOCK.NEXT_MOMENT, CLOCK.ID)
                .limit(DSL.inline(most));
        return new Choice("due, at most " + most, tickets, moment);
    }

    /** Their ids. */
    Set<Long> ticketsDue(Instant moment, int most) {
        return database.sql().fetch(due(moment, most).ids()).intoSet(CLOCK.TICKET_ID);
    }

    Optional<Instant> nextMoment() {
        return database.renderedOnce("next moment of a clock", StoredClocks::next)
                .fetchOptional(CLOCK.NEXT_MOMENT);
    }

    private static Select<?> next(DSLContext sql) {
        return sql.select(CLOCK.NEXT_MOMENT)
                .from(CLOCK)
                .where(CLOCK.NEXT_MOMENT.isNotNull())
                .orderBy(CLOCK.NEXT_MOMENT, CLOCK.ID)
                .limit(DSL.inline(1));
    }

    /** Leaves a ticket's clocks alone until the moment. */
    void setAside(long ticket, Instant until) {
        database.sql()
                .update(CLOCK)
                .set(CLOCK.NEXT_MOMENT, until)
                .where(CLOCK.TICKET_ID.eq(ticket), CLOCK.NEXT_MOMENT.lt(until))
                .execute();
    }

    private static ClockRow read(Record row) {
        return new ClockRow(
                row.get(CLOCK.ID),
                row.get(CLOCK.TICKET_ID),
                Metric.of(row.get(CLOCK.METRIC)),
                row.get(CLOCK.ORDINAL),
                row.get(CLOCK.POLICY_ID),
                row.get(CLOCK.POLICY_VERSION),
                row.get(CLOCK.TARGET_SECONDS),
                row.get(CLOCK.COUNTS),
                row.get(CLOCK.STATUS),
                row.get(CLOCK.STARTED_AT),
                row.get(CLOCK.DUE_AT),
                row.get(CLOCK.USED_SECONDS),
                row.get(CLOCK.BREACHED_AT),
                row.get(CLOCK.ENDED_AT),
                row.get(CLOCK.FULFILLED_AT),
                row.get(CLOCK.NEXT_MOMENT),
                Set.of(row.get(CLOCK.LEVELS_REACHED)));
    }
}
