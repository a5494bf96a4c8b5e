package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CLOCK;
import static dev.lodge.schema.tenant.Tables.ESCALATION;
import static dev.lodge.tenancy.GivenRows.column;

import dev.lodge.tenancy.GivenRows;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Clocks in the tenant's database, and which levels of escalation they reached. Whoever writes them has locked their ticket. */
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
            column(CLOCK.NEXT_MOMENT, ClockRow::nextMoment));

    private static final GivenRows<ClockRow> KNOWN = STANDING.with(column(CLOCK.ID, ClockRow::id));

    private static final GivenRows<ClockRow> NEW = STANDING.with(
            column(CLOCK.TICKET_ID, ClockRow::ticketId),
            column(CLOCK.METRIC, row -> row.metric().code()),
            column(CLOCK.ORDINAL, ClockRow::ordinal));

    private static final GivenRows<Mark> MARKS = GivenRows.of(
            column(ESCALATION.CLOCK_ID, mark -> mark.level().clock()),
            column(ESCALATION.RULE_ID, mark -> mark.level().rule()),
            column(ESCALATION.FIRED_AT, Mark::at));

    private static final Field<Long[]> LEVELS =
            DSL.array(DSL.select(ESCALATION.RULE_ID).from(ESCALATION).where(ESCALATION.CLOCK_ID.eq(CLOCK.ID)));

    private final TenantDatabase database;

    StoredClocks(TenantDatabase database) {
        this.database = database;
    }

    /** A clock, and the ids of the rules whose levels it reached. */
    record Marked(ClockRow clock, Set<Long> reached) {}

    /** The clocks of each of these tickets; nothing for a ticket without. */
    Map<Long, List<ClockRow>> of(Collection<Long> tickets) {
        return marked(tickets).stream().map(Marked::clock).collect(Collectors.groupingBy(ClockRow::ticketId));
    }

    /** The clocks of these tickets. */
    List<Marked> marked(Collection<Long> tickets) {
        var ids = tickets.toArray(Long[]::new);
        return database.renderedOnce("clocks", sql -> clocks(sql, ids), (Object) ids)
                .fetch(row -> new Marked(read(row), Set.of(row.get(LEVELS))));
    }

    private static Select<?> clocks(DSLContext sql, Long[] tickets) {
        return sql.select(CLOCK.fields()).select(LEVELS).from(CLOCK).where(CLOCK.TICKET_ID.eq(DSL.any(tickets)));
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
        if (ids.isEmpty()) {
            return;
        }
        var all = DSL.any(ids.toArray(Long[]::new));
        database.sql().deleteFrom(ESCALATION).where(ESCALATION.CLOCK_ID.eq(all)).execute();
        database.sql().deleteFrom(CLOCK).where(CLOCK.ID.eq(all)).execute();
    }

    /** Tickets with a clock about which something was to be done before the moment, those that wait longest first. */
    Set<Long> ticketsDueBefore(Instant moment, int most) {
        return database.renderedOnce("tickets due, at most " + most, sql -> due(sql, moment, most), moment)
                .fetchSet(CLOCK.TICKET_ID);
    }

    private static Select<?> due(DSLContext sql, Instant moment, int most) {
        return sql.select(CLOCK.TICKET_ID)
                .from(CLOCK)
                .where(CLOCK.NEXT_MOMENT.lt(moment))
                .orderBy(CLOCK.NEXT_MOMENT, CLOCK.ID)
                .limit(DSL.inline(most));
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

    /** A level that a clock reached. */
    record Reached(long clock, long rule) {}

    private record Mark(Reached level, Instant at) {}

    /** Records that levels are reached, and gives those that were not before: this is what makes each happen once. */
    Set<Reached> reach(Collection<Reached> levels, Instant at) {
        if (levels.isEmpty()) {
            return Set.of();
        }
        var marks = levels.stream().map(level -> new Mark(level, at)).toList();
        return new HashSet<>(database.renderedOnce("levels reached", StoredClocks::mark, MARKS.values(marks))
                .fetch(row -> new Reached(row.get(ESCALATION.CLOCK_ID), row.get(ESCALATION.RULE_ID))));
    }

    private static ResultQuery<?> mark(DSLContext sql) {
        return MARKS.insertInto(sql, ESCALATION)
                .onConflictDoNothing()
                .returningResult(ESCALATION.CLOCK_ID, ESCALATION.RULE_ID);
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
                row.get(CLOCK.NEXT_MOMENT));
    }
}
