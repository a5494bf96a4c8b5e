package dev.lodge.notifications;

import static dev.lodge.schema.tenant.Tables.MESSAGE;
import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tickets.Visibility;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Reads what was just done, within the transaction that did it; for no reader, so nobody's scope is asked. */
@Component
class TicketsAtHand {

    private final TenantDatabase database;

    TicketsAtHand(TenantDatabase database) {
        this.database = database;
    }

    /** @throws java.util.NoSuchElementException when there is none of this id */
    TicketAtHand read(long ticketId) {
        return Optional.ofNullable(read(Set.of(ticketId)).get(ticketId)).orElseThrow();
    }

    /** Those of these ids, by their ids. */
    Map<Long, TicketAtHand> read(Set<Long> ids) {
        var which = ids.toArray(Long[]::new);
        return database.renderedOnce("tickets at hand", sql -> tickets(sql, which), (Object) which)
                .fetchMap(row -> row.get(TICKET.ID), TicketsAtHand::ticket);
    }

    private static Select<?> tickets(DSLContext sql, Long[] ids) {
        return sql.select(
                        TICKET.ID,
                        TICKET.NUMBER,
                        TICKET.SUBJECT,
                        TICKET.ASSIGNEE_ID,
                        TICKET.TEAM_ID,
                        TICKET.CUSTOMER_ID)
                .from(TICKET)
                .where(TICKET.ID.eq(DSL.any(ids)));
    }

    private static TicketAtHand ticket(Record row) {
        return new TicketAtHand(
                row.get(TICKET.ID),
                row.get(TICKET.NUMBER),
                row.get(TICKET.SUBJECT),
                row.get(TICKET.ASSIGNEE_ID),
                row.get(TICKET.TEAM_ID),
                row.get(TICKET.CUSTOMER_ID));
    }

    /** The words of a message, if it is of this visibility; else none. */
    String words(long messageId, Visibility visibility) {
        String words = database.sql()
                .select(MESSAGE.BODY)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(messageId), MESSAGE.VISIBILITY.eq(visibility.code()))
                .fetchOne(MESSAGE.BODY);
        return words == null ? "" : words;
    }
}
