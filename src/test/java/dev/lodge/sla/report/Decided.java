package dev.lodge.sla.report;

import static dev.lodge.schema.tenant.Tables.CLOCK;
import static dev.lodge.schema.tenant.Tables.TEAM;
import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.Caller;
import dev.lodge.sla.Metric;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tickets and clocks written by hand, in the tenant in force, so that it is known what a report has to say of them. */
final class Decided {

    private final TenantDatabase database;
    private final Tickets tickets;
    private final Caller owner;
    private final long policy;

    Decided(TenantDatabase database, Tickets tickets, Caller owner, long policy) {
        this.database = database;
        this.tickets = tickets;
        this.owner = owner;
        this.policy = policy;
    }

    long team(String name) {
        return database.sql()
                .insertInto(TEAM)
                .set(TEAM.NAME, name)
                .set(TEAM.NAME_KEY, name.toLowerCase(Locale.ROOT))
                .set(TEAM.CREATED_AT, Instant.EPOCH)
                .returning(TEAM.ID)
                .fetchSingle(TEAM.ID);
    }

    /** A ticket of a priority for which nothing is promised. */
    long ticket(Priority priority, @Nullable Long agent, @Nullable Long team) {
        var request = new NewTicket("Stove", "It hisses.", priority, null, null, agent, team, List.of(), null);
        return tickets.open(owner, request, Channel.API).id();
    }

    void met(long ticket, Metric metric, String at, long used) {
        clock(ticket, metric, "met", null, Instant.parse(at), Instant.parse(at), used);
    }

    /** @param done null if it never was */
    void missed(long ticket, Metric metric, String due, @Nullable String done, long used) {
        var moment = done == null ? null : Instant.parse(done);
        clock(ticket, metric, "breached", Instant.parse(due), moment, moment, used);
    }

    void cancelled(long ticket, Metric metric, String at) {
        clock(ticket, metric, "cancelled", null, Instant.parse(at), null, 60);
    }

    void running(long ticket, Metric metric) {
        clock(ticket, metric, "running", null, null, null, 60);
    }

    private void clock(
            long ticket,
            Metric metric,
            String status,
            @Nullable Instant breached,
            @Nullable Instant ended,
            @Nullable Instant fulfilled,
            long used) {
        long id = database.sql()
                .select(TICKET.ID)
                .from(TICKET)
                .where(TICKET.NUMBER.eq(ticket))
                .fetchSingle(TICKET.ID);
        database.sql()
                .insertInto(CLOCK)
                .set(CLOCK.TICKET_ID, id)
                .set(CLOCK.METRIC, metric.code())
                .set(CLOCK.ORDINAL, 1)
                .set(CLOCK.POLICY_ID, policy)
                .set(CLOCK.POLICY_VERSION, 1)
                .set(CLOCK.TARGET_SECONDS, 3600L)
                .set(CLOCK.COUNTS, "calendar")
                .set(CLOCK.STATUS, status)
                .set(CLOCK.STARTED_AT, Instant.parse("2026-01-01T09:00:00Z"))
                .set(CLOCK.DUE_AT, breached == null ? Instant.parse("2026-01-30T09:00:00Z") : breached)
                .set(CLOCK.USED_SECONDS, used)
                .set(CLOCK.BREACHED_AT, breached)
                .set(CLOCK.ENDED_AT, ended)
                .set(CLOCK.FULFILLED_AT, fulfilled)
                .execute();
    }
}
