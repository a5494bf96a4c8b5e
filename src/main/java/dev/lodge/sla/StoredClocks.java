package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CLOCK;
import static dev.lodge.schema.tenant.Tables.ESCALATION;

import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Clocks in the tenant's database, and which levels of escalation they reached. Whoever writes them has locked their ticket. */
@Component
class StoredClocks {

    private static final List<Field<?>> WRITTEN = List.of(
            CLOCK.TICKET_ID,
            CLOCK.METRIC,
            CLOCK.ORDINAL,
            CLOCK.POLICY_ID,
            CLOCK.POLICY_VERSION,
            CLOCK.TARGET_SECONDS,
            CLOCK.COUNTS,
            CLOCK.STATUS,
            CLOCK.STARTED_AT,
            CLOCK.DUE_AT,
            CLOCK.USED_SECONDS,
            CLOCK.BREACHED_AT,
            CLOCK.ENDED_AT,
            CLOCK.FULFILLED_AT,
            CLOCK.NEXT_MOMENT);

    private final TenantDatabase database;

    StoredClocks(TenantDatabase database) {
        this.database = database;
    }

    /** The clocks of each of these tickets; nothing for a ticket without. */
    Map<Long, List<ClockRow>> of(Collection<Long> tickets) {
        return database
                .sql()
                .select(CLOCK.ID)
                .select(WRITTEN)
                .from(CLOCK)
                .where(CLOCK.TICKET_ID.eq(DSL.any(tickets.toArray(Long[]::new))))
                .fetch(StoredClocks::read)
                .stream()
                .collect(Collectors.groupingBy(ClockRow::ticketId));
    }

    /** Adds them, or writes over those of the same ticket, metric and ordinal. */
    void write(List<ClockRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var insert = database.sql().insertInto(CLOCK).columns(WRITTEN);
        for (var row : rows) {
            insert = insert.values(
                    row.ticketId(),
                    row.metric().code(),
                    row.ordinal(),
                    row.policy(),
                    row.policyVersion(),
                    row.targetSeconds(),
                    row.counts(),
                    row.status(),
                    row.startedAt(),
                    row.dueAt(),
                    row.usedSeconds(),
                    row.breachedAt(),
                    row.endedAt(),
                    row.fulfilledAt(),
                    row.nextMoment());
        }
        var over = new HashMap<Field<?>, Object>();
        WRITTEN.forEach(field -> over.put(field, DSL.excluded(field)));
        insert.onConflict(CLOCK.TICKET_ID, CLOCK.METRIC, CLOCK.ORDINAL)
                .doUpdate()
                .set(over)
                .execute();
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
        return new HashSet<>(database.sql()
                .select(CLOCK.TICKET_ID)
                .from(CLOCK)
                .where(CLOCK.NEXT_MOMENT.lt(moment))
                .orderBy(CLOCK.NEXT_MOMENT, CLOCK.ID)
                .limit(DSL.inline(most))
                .fetch(CLOCK.TICKET_ID));
    }

    Optional<Instant> nextMoment() {
        return database.sql()
                .select(DSL.min(CLOCK.NEXT_MOMENT))
                .from(CLOCK)
                .where(CLOCK.NEXT_MOMENT.isNotNull())
                .fetchOptional(DSL.min(CLOCK.NEXT_MOMENT));
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

    Set<Reached> reached(Collection<Long> clocks) {
        return clocks.isEmpty()
                ? Set.of()
                : new HashSet<>(database.sql()
                        .select(ESCALATION.CLOCK_ID, ESCALATION.RULE_ID)
                        .from(ESCALATION)
                        .where(ESCALATION.CLOCK_ID.eq(DSL.any(clocks.toArray(Long[]::new))))
                        .fetch(row -> new Reached(row.value1(), row.value2())));
    }

    /** Records that levels are reached, and gives those that were not before: this is what makes each happen once. */
    Set<Reached> reach(Collection<Reached> levels, Instant at) {
        if (levels.isEmpty()) {
            return Set.of();
        }
        var insert =
                database.sql().insertInto(ESCALATION, ESCALATION.CLOCK_ID, ESCALATION.RULE_ID, ESCALATION.FIRED_AT);
        for (var level : levels) {
            insert = insert.values(level.clock(), level.rule(), at);
        }
        return new HashSet<>(insert.onConflictDoNothing()
                .returningResult(ESCALATION.CLOCK_ID, ESCALATION.RULE_ID)
                .fetch(row -> new Reached(row.value1(), row.value2())));
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
