package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.MESSAGE;
import static dev.lodge.schema.tenant.Tables.TICKET_EVENT;

import dev.lodge.tenancy.TenantDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The ledger as it is written: what happened to a ticket, with the words that somebody wrote, is kept and then told. */
@Component
final class TicketEvents {

    private final TenantDatabase database;
    private final ApplicationEventPublisher events;

    TicketEvents(TenantDatabase database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /** Everything since the ticket was locked, in order. @return what was told */
    List<TicketEvent<TicketFact>> append(Ticket ticket) {
        var happened =
                ticket.entries().stream().map(entry -> written(ticket, entry)).toList();
        var insert = database.sql()
                .insertInto(
                        TICKET_EVENT,
                        TICKET_EVENT.TICKET_ID,
                        TICKET_EVENT.TYPE,
                        TICKET_EVENT.ACTOR_AGENT_ID,
                        TICKET_EVENT.ACTOR_CUSTOMER_ID,
                        TICKET_EVENT.MESSAGE_ID,
                        TICKET_EVENT.DATA,
                        TICKET_EVENT.CREATED_AT);
        for (var event : happened) {
            insert = insert.values(
                    event.ticketId(),
                    Facts.typeOf(event.fact()),
                    event.act().by().agentId(),
                    event.act().by().customerId(),
                    event.messageId(),
                    Facts.dataOf(event.fact()),
                    event.act().at());
        }
        insert.execute();
        happened.forEach(events::publishEvent);
        events.publishEvent(new TicketActed(ticket.id(), ticket.number(), ticket.act(), happened));
        return happened;
    }

    private TicketEvent<TicketFact> written(Ticket ticket, Ticket.Entry entry) {
        return new TicketEvent<>(
                ticket.id(), ticket.number(), ticket.act(), entry.fact(), write(ticket, entry.words()));
    }

    private @Nullable Long write(Ticket ticket, Ticket.@Nullable Words words) {
        if (words == null) {
            return null;
        }
        return database.sql()
                .insertInto(MESSAGE)
                .set(MESSAGE.TICKET_ID, ticket.id())
                .set(MESSAGE.VISIBILITY, words.visibility().code())
                .set(MESSAGE.AUTHOR_AGENT_ID, ticket.act().by().agentId())
                .set(MESSAGE.AUTHOR_CUSTOMER_ID, ticket.act().by().customerId())
                .set(MESSAGE.BODY, words.body())
                .set(MESSAGE.CHANNEL, words.channel().code())
                .set(MESSAGE.CREATED_AT, ticket.act().at())
                .returningResult(MESSAGE.ID)
                .fetchSingle(MESSAGE.ID);
    }
}
