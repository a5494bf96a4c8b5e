package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.SLA_RECOUNT;

import dev.lodge.jobs.Jobs;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether open tickets are to be compared with the policies again, and how far that has come. */
@Component
class Recounts {

    /** The kind of work that does it. */
    static final String WORK = "sla_policies";

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
                .execute();
        jobs.wake(WORK, at);
    }

    /** When it was asked for; empty if none is under way. */
    Optional<Instant> requested() {
        return database.sql()
                .select(SLA_RECOUNT.REQUESTED_AT)
                .from(SLA_RECOUNT)
                .fetchOptional(SLA_RECOUNT.REQUESTED_AT);
    }

    /** The ticket behind which it goes on. Whoever asks holds it until the transaction ends. */
    Optional<Long> lock() {
        return database.sql()
                .select(SLA_RECOUNT.AFTER_TICKET)
                .from(SLA_RECOUNT)
                .forUpdate()
                .fetchOptional(SLA_RECOUNT.AFTER_TICKET);
    }

    void doneUpTo(long ticket) {
        database.sql().update(SLA_RECOUNT).set(SLA_RECOUNT.AFTER_TICKET, ticket).execute();
    }

    void done() {
        database.sql().deleteFrom(SLA_RECOUNT).execute();
    }
}
