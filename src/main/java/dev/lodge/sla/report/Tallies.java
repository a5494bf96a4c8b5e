package dev.lodge.sla.report;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.CLOCK;
import static dev.lodge.schema.tenant.Tables.TEAM;
import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.sla.Metric;
import dev.lodge.sla.report.PolicyScores.PolicyScore;
import dev.lodge.sla.report.Tally.By;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.Visible;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts clocks that were decided, in one pass over those of a period. Team, agent and priority are those that the ticket has now. */
@Component
class Tallies {

    /** When it was met or found late; the index {@code clock_decided} is made of the same words. */
    private static final Field<Instant> DECIDED_AT = DSL.coalesce(CLOCK.BREACHED_AT, CLOCK.FULFILLED_AT);

    private static final String MET = "met";
    private static final String BREACHED = "breached";

    private static final Field<String> METRIC = DSL.field(DSL.name("metric"), String.class);
    private static final Field<Long> POLICY_ID = DSL.field(DSL.name("policy_id"), Long.class);
    private static final Field<String> STATUS = DSL.field(DSL.name("status"), String.class);
    private static final Field<Long> TICKET_ID = DSL.field(DSL.name("ticket_id"), Long.class);
    private static final Field<Long> USED = DSL.field(DSL.name("used"), Long.class);
    private static final Field<LocalDate> STEP = DSL.field(DSL.name("step"), LocalDate.class);
    private static final Field<Long> TEAM_ID = DSL.field(DSL.name("team_id"), Long.class);
    private static final Field<String> TEAM_NAME = DSL.field(DSL.name("team_name"), String.class);
    private static final Field<Long> AGENT_ID = DSL.field(DSL.name("agent_id"), Long.class);
    private static final Field<String> AGENT_NAME = DSL.field(DSL.name("agent_name"), String.class);
    private static final Field<String> PRIORITY = DSL.field(DSL.name("priority"), String.class);
    private static final Field<Integer> HOUR = DSL.field(DSL.name("hour_of_week"), Integer.class);

    private static final Field<Integer> MET_COUNT = DSL.count().filterWhere(STATUS.eq(DSL.inline(MET)));
    private static final Field<Integer> MISSED_COUNT = DSL.count().filterWhere(STATUS.eq(DSL.inline(BREACHED)));
    private static final Field<Integer> TICKETS = DSL.countDistinct(TICKET_ID);
    private static final Field<BigDecimal> MEDIAN =
            DSL.percentileCont(DSL.inline(new BigDecimal("0.5"))).withinGroupOrderBy(USED);

    private final TenantDatabase database;

    Tallies(TenantDatabase database) {
        this.database = database;
    }

    /** @param team only tickets of this team; null for all */
    List<Tally> of(Caller caller, Period period, @Nullable Long team) {
        caller.require(Permission.REPORT_READ);
        return database.sql()
                .select(METRIC, STEP, TEAM_ID, TEAM_NAME, AGENT_ID, AGENT_NAME, PRIORITY, HOUR)
                .select(MET_COUNT, MISSED_COUNT, TICKETS, MEDIAN)
                .select(Stream.of(METRIC, STEP, TEAM_ID, AGENT_ID, PRIORITY, HOUR)
                        .map(DSL::grouping)
                        .toList())
                .from(decided(caller, period, team))
                .groupBy(DSL.groupingSets(
                        fields(),
                        fields(METRIC),
                        fields(STEP),
                        fields(METRIC, STEP),
                        fields(TEAM_ID, TEAM_NAME),
                        fields(METRIC, TEAM_ID, TEAM_NAME),
                        fields(AGENT_ID, AGENT_NAME),
                        fields(METRIC, AGENT_ID, AGENT_NAME),
                        fields(PRIORITY),
                        fields(METRIC, PRIORITY),
                        fields(HOUR),
                        fields(TEAM_ID, TEAM_NAME, STEP)))
                .fetch(Tallies::tally);
    }

    /** Nothing but how each metric did. */
    Map<Metric, Score> totals(Caller caller, Period period, @Nullable Long team) {
        caller.require(Permission.REPORT_READ);
        var totals = new EnumMap<Metric, Score>(Metric.class);
        database.sql()
                .select(METRIC, MET_COUNT, MISSED_COUNT, TICKETS, MEDIAN)
                .from(decided(caller, period, team))
                .groupBy(METRIC)
                .forEach(row -> totals.put(Metric.of(row.get(METRIC)), score(row)));
        return totals;
    }

    /** For each policy all together, and each metric and priority. */
    PolicyScores byPolicy(Caller caller, Period period) {
        caller.require(Permission.SLA_READ);
        return new PolicyScores(database.sql()
                .select(POLICY_ID, METRIC, PRIORITY)
                .select(MET_COUNT, MISSED_COUNT, TICKETS, MEDIAN)
                .from(decided(caller, period, null))
                .groupBy(DSL.groupingSets(fields(POLICY_ID), fields(POLICY_ID, METRIC, PRIORITY)))
                .fetch(row -> new PolicyScore(
                        row.get(POLICY_ID),
                        row.get(METRIC) == null ? null : Metric.of(row.get(METRIC)),
                        row.get(PRIORITY) == null ? null : Priority.of(row.get(PRIORITY)),
                        score(row))));
    }

    private static Field<?>[] fields(Field<?>... fields) {
        return fields;
    }

    /** The zone is written as a literal, so that an expression is the same wherever it stands. */
    private Table<?> decided(Caller caller, Period period, @Nullable Long team) {
        var day = local(DECIDED_AT, period.zone());
        var due = local(CLOCK.DUE_AT, period.zone());
        Condition ofTeam = team == null ? DSL.noCondition() : TICKET.TEAM_ID.eq(team);
        return DSL.select(
                        CLOCK.METRIC.as(METRIC),
                        CLOCK.POLICY_ID.as(POLICY_ID),
                        CLOCK.STATUS.as(STATUS),
                        CLOCK.TICKET_ID.as(TICKET_ID),
                        DSL.when(CLOCK.FULFILLED_AT.isNotNull(), CLOCK.USED_SECONDS)
                                .as(USED),
                        DSL.field(
                                        period.isByDay()
                                                ? "date_trunc('day', {0})::date"
                                                : "date_trunc('week', {0})::date",
                                        LocalDate.class,
                                        day)
                                .as(STEP),
                        TICKET.TEAM_ID.as(TEAM_ID),
                        TEAM.NAME.as(TEAM_NAME),
                        TICKET.ASSIGNEE_ID.as(AGENT_ID),
                        AGENT.NAME.as(AGENT_NAME),
                        TICKET.PRIORITY.as(PRIORITY),
                        DSL.when(
                                        CLOCK.STATUS.eq(DSL.inline(BREACHED)),
                                        DSL.isoDayOfWeek(due)
                                                .minus(DSL.inline(1))
                                                .times(DSL.inline(24))
                                                .plus(DSL.hour(due)))
                                .as(HOUR))
                .from(CLOCK)
                .join(TICKET)
                .on(TICKET.ID.eq(CLOCK.TICKET_ID))
                .leftJoin(TEAM)
                .on(TEAM.ID.eq(TICKET.TEAM_ID))
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(TICKET.ASSIGNEE_ID))
                .where(CLOCK.STATUS.in(DSL.inline(MET), DSL.inline(BREACHED)))
                .and(DECIDED_AT.ge(period.begin()))
                .and(DECIDED_AT.lt(period.end()))
                .and(ofTeam)
                .and(Visible.to(caller))
                .asTable("decided");
    }

    private static Field<LocalDateTime> local(Field<Instant> moment, ZoneId zone) {
        return DSL.field("({0} at time zone {1})", LocalDateTime.class, moment, DSL.inline(zone.getId()));
    }

    private static Tally tally(Record row) {
        var metric = isGiven(row, METRIC) ? Metric.of(row.get(METRIC)) : null;
        var by = by(row);
        var id = switch (by) {
            case TEAM, TEAM_STEP -> row.get(TEAM_ID);
            case AGENT -> row.get(AGENT_ID);
            case ALL, STEP, PRIORITY, HOUR -> null;
        };
        var name = switch (by) {
            case TEAM, TEAM_STEP -> row.get(TEAM_NAME);
            case AGENT -> row.get(AGENT_NAME);
            case PRIORITY -> row.get(PRIORITY);
            case ALL, STEP, HOUR -> null;
        };
        Integer hour = by == By.HOUR ? row.get(HOUR) : null;
        return new Tally(by, metric, row.get(STEP), id, name, hour == null ? -1 : hour, score(row));
    }

    private static By by(Record row) {
        if (isGiven(row, TEAM_ID)) {
            return isGiven(row, STEP) ? By.TEAM_STEP : By.TEAM;
        }
        if (isGiven(row, STEP)) {
            return By.STEP;
        }
        if (isGiven(row, AGENT_ID)) {
            return By.AGENT;
        }
        if (isGiven(row, PRIORITY)) {
            return By.PRIORITY;
        }
        return isGiven(row, HOUR) ? By.HOUR : By.ALL;
    }

    private static boolean isGiven(Record row, Field<?> field) {
        return row.get(DSL.grouping(field)) == 0;
    }

    private static Score score(Record row) {
        var median = row.get(MEDIAN);
        return new Score(
                row.get(MET_COUNT),
                row.get(MISSED_COUNT),
                row.get(TICKETS),
                median == null ? null : median.longValue());
    }
}
