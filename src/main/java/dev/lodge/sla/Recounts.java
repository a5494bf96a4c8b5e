package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.SLA_RECOUNT;

import dev.lodge.jobs.Jobs;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Record3;
import org.jooq.SelectJoinStep;
import org.springframework.stereotype.Component;

/** Whether open tickets are to be compared with the policies again, and how far that has come. */
@Component
class Recounts {

    /** The kind of work that does it. */
    static final String WORK = "sla_policies";

    /** Longer than any transaction that lodges a ticket. */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private final TenantDatabase database;
    private final Jobs jobs;

    Recounts(TenantDatabase database, Jobs jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    /** From the first ticket on; one that is under way begins again. */
    void request(Instant at) {
        database.sql()
                .insertInto(SLA_RECOUNT)
                .set(SLA_RECOUNT.REQUESTED_AT, at)
                .onConflict(SLA_RECOUNT.SINGLETON)
                .doUpdate()
                .set(SLA_RECOUNT.REQUESTED_AT, at)
                .set(SLA_RECOUNT.AFTER_TICKET, 0L)
                .set(SLA_RECOUNT.SETTLING, false)
                .execute();
        jobs.wake(WORK, at);
    }

    /** One that is under way. */
    record Recount(Instant requestedAt, long afterTicket, boolean settling) {

        /** Before this a ticket was lodged with the old policies in sight, or not at all. */
        Instant settledAt() {
            return requestedAt.plus(SETTLING);
        }

        Instant dueAt() {
            return settling ? settledAt() : requestedAt;
        }
    }

    Optional<Recount> underWay() {
        return select().fetchOptional(Recounts::read);
    }

    /** Whoever asks holds it until the transaction ends. */
    Optional<Recount> lock() {
        return select().forUpdate().fetchOptional(Recounts::read);
    }

    void doneUpTo(long ticket) {
        database.sql().update(SLA_RECOUNT).set(SLA_RECOUNT.AFTER_TICKET, ticket).execute();
    }

    /** The tickets behind this one are compared again once every transaction that saw the old policies is over. */
    void settleAfter(long ticket) {
        database.sql()
                .update(SLA_RECOUNT)
                .set(SLA_RECOUNT.AFTER_TICKET, ticket)
                .set(SLA_RECOUNT.SETTLING, true)
                .execute();
    }

    void done() {
        database.sql().deleteFrom(SLA_RECOUNT).execute();
    }

    private SelectJoinStep<Record3<Instant, Long, Boolean>> select() {
        return database.sql()
                .select(SLA_RECOUNT.REQUESTED_AT, SLA_RECOUNT.AFTER_TICKET, SLA_RECOUNT.SETTLING)
                .from(SLA_RECOUNT);
    }

    private static Recount read(Record3<Instant, Long, Boolean> row) {
        return new Recount(row.value1(), row.value2(), row.value3());
    }
}
