package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.util.Collection;
import org.jooq.Row5;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When tickets are due by their service level, as whoever keeps the clocks says. A date set by hand goes before it. It is derived from
 * the ledger, so a ticket's version and the moment of its last update stay as they are.
 */
@Component
public final class Deadlines {

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
            @Nullable String metric) {}

    /** Sets what differs, in one statement. The tickets must be locked by the transaction under way. */
    public void set(Collection<Deadline> deadlines) {
        if (deadlines.isEmpty()) {
            return;
        }
        var rows = deadlines.stream().map(Deadlines::row).toList();
        var said = DSL.values(rows.toArray(Row5[]::new)).as("said", "ticket_id", "due", "since", "status", "metric");
        var id = said.field("ticket_id", SQLDataType.BIGINT);
        var due = said.field("due", TICKET.DUE_AT.getDataType());
        var status = said.field("status", SQLDataType.CLOB);
        var metric = said.field("metric", SQLDataType.CLOB);
        var since = said.field("since", TICKET.DUE_SINCE.getDataType());
        var effective = DSL.when(TICKET.DUE_BY_HAND, TICKET.DUE_AT).otherwise(due);
        var began = DSL.when(TICKET.DUE_BY_HAND, DSL.castNull(TICKET.DUE_SINCE)).otherwise(since);
        database.sql()
                .update(TICKET)
                .set(TICKET.DUE_AT, effective)
                .set(TICKET.DUE_SINCE, began)
                .set(TICKET.SLA_STATUS, status)
                .set(TICKET.SLA_METRIC, metric)
                .from(said)
                .where(TICKET.ID.eq(id))
                .and(TICKET.DUE_AT
                        .isDistinctFrom(effective)
                        .or(TICKET.DUE_SINCE.isDistinctFrom(began))
                        .or(TICKET.SLA_STATUS.isDistinctFrom(status))
                        .or(TICKET.SLA_METRIC.isDistinctFrom(metric)))
                .execute();
    }

    private static Row5<Long, Instant, Instant, String, String> row(Deadline deadline) {
        return DSL.row(
                DSL.val(deadline.ticketId(), SQLDataType.BIGINT),
                DSL.cast(DSL.val(deadline.dueAt(), TICKET.DUE_AT.getDataType()), TICKET.DUE_AT.getDataType()),
                DSL.cast(DSL.val(deadline.since(), TICKET.DUE_SINCE.getDataType()), TICKET.DUE_SINCE.getDataType()),
                DSL.cast(DSL.val(deadline.status(), SQLDataType.CLOB), SQLDataType.CLOB),
                DSL.cast(DSL.val(deadline.metric(), SQLDataType.CLOB), SQLDataType.CLOB));
    }
}
