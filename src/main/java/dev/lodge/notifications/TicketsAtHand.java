package dev.lodge.notifications;

import static dev.lodge.schema.tenant.Tables.MESSAGE;
import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tickets.Visibility;
import org.springframework.stereotype.Component;

/** Reads what was just done, within the transaction that did it; for no reader, so nobody's scope is asked. */
@Component
class TicketsAtHand {

    private final TenantDatabase database;

    TicketsAtHand(TenantDatabase database) {
        this.database = database;
    }

    TicketAtHand read(long ticketId) {
        return database.sql()
                .select(
                        TICKET.ID,
                        TICKET.NUMBER,
                        TICKET.SUBJECT,
                        TICKET.ASSIGNEE_ID,
                        TICKET.TEAM_ID,
                        TICKET.CUSTOMER_ID)
                .from(TICKET)
                .where(TICKET.ID.eq(ticketId))
                .fetchSingle(row -> new TicketAtHand(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
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
