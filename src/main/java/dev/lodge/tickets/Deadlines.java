package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.TICKET;
import static dev.lodge.tenancy.GivenRows.column;

import dev.lodge.tenancy.GivenRows;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When tickets are due by their service level, as whoever keeps the clocks says. A date set by hand goes before it. It is derived from
 * the ledger, so a ticket's version and the moment of its last update stay as they are.
 */
@Component
public final class Deadlines {

    private static final GivenRows<Deadline> SAID = GivenRows.of(
            column(TICKET.ID, Deadline::ticketId),
            column(TICKET.DUE_AT, Deadline::dueAt),
            column(TICKET.DUE_SINCE, Deadline::since),
            column(TICKET.SLA_STATUS, Deadline::status),
            column(TICKET.SLA_METRIC, Deadline::metric));

    private final TenantDatabase database;

    Deadlines(TenantDatabase database) {
        this.database = database;
    }

    /**
     * How one ticket stands.
     *
     * @param dueAt null while nothing is due
     * @param since when the time until then began to count
     * @param status one of {@link TicketFilter#SLA_STATUSES}, or null without a service level
     * @param metric of which target that is said, or null without a service level
     */
    public record Deadline(
            long ticketId,
            @Nullable Instant dueAt,
            @Nullable Instant since,
            @Nullable String status,
            @Nullable String metric) {

        /** Whether the ticket's row says so already, so that nothing is to be set. */
        public boolean isKeptBy(TicketState ticket) {
            return new Deadline(ticketId, dueAt, since, SlaStanding.kept(status, dueAt), metric)
                    .equals(ticket.deadline());
        }
    }

    /** Sets what differs, in one statement. The tickets must be locked by the transaction under way. */
    public void set(Collection<Deadline> deadlines) {
        if (deadlines.isEmpty()) {
            return;
        }
        database.changeRenderedOnce("deadlines", Deadlines::change, SAID.values(deadlines))
                .execute();
    }

    private static RowCountQuery change(DSLContext sql) {
        var due = DSL.when(TICKET.DUE_BY_HAND, TICKET.DUE_AT).otherwise(SAID.get(TICKET.DUE_AT));
        var since = DSL.when(TICKET.DUE_BY_HAND, DSL.castNull(TICKET.DUE_SINCE)).otherwise(SAID.get(TICKET.DUE_SINCE));
        var status = SlaStanding.kept(SAID.get(TICKET.SLA_STATUS), SAID.get(TICKET.DUE_AT));
        var metric = SAID.get(TICKET.SLA_METRIC);
        return sql.update(TICKET)
                .set(TICKET.DUE_AT, due)
                .set(TICKET.DUE_SINCE, since)
                .set(TICKET.SLA_STATUS, status)
                .set(TICKET.SLA_METRIC, metric)
                .from(SAID.table())
                .where(TICKET.ID.eq(SAID.get(TICKET.ID)))
                .and(TICKET.DUE_AT
                        .isDistinctFrom(due)
                        .or(TICKET.DUE_SINCE.isDistinctFrom(since))
                        .or(TICKET.SLA_STATUS.isDistinctFrom(status))
                        .or(TICKET.SLA_METRIC.isDistinctFrom(metric)));
    }
}
