package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.MESSAGE;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static dev.lodge.schema.tenant.Tables.TICKET_EVENT;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.attachments.Attachments;
import dev.lodge.customers.CustomerCaller;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was said about a ticket, and what happened to it. */
@Component
public final class Conversation {

    private final TenantDatabase database;
    private final Attachments attachments;

    Conversation(TenantDatabase database, Attachments attachments) {
        this.database = database;
        this.attachments = attachments;
    }

    /** @throws NotFound when the caller does not see the ticket */
    public Listing<WrittenMessage> messages(Caller caller, long number, ListQuery query) {
        long ticket = require(caller, number);
        var rows = messages(MESSAGE.TICKET_ID.eq(ticket), query.descending(), query.size(), query.offset());
        return query.listing(database.sql().fetchCount(MESSAGE, MESSAGE.TICKET_ID.eq(ticket)), rows);
    }

    /** The newest messages of a ticket, the oldest of them first. */
    public List<WrittenMessage> newestMessages(Caller caller, long number, int most) {
        long ticket = require(caller, number);
        return messages(MESSAGE.TICKET_ID.eq(ticket), true, most, 0).reversed();
    }

    /**
     * What the customer and the desk said to each other, the newest so many, the oldest of them first. Notes are never among it.
     *
     * @throws NotFound when the caller does not see the ticket
     */
    public List<WrittenMessage> newestMessages(CustomerCaller caller, long number, int most) {
        long ticket = require(TICKET.NUMBER.eq(number).and(Visible.to(caller)));
        var spoken = MESSAGE.TICKET_ID.eq(ticket).and(MESSAGE.VISIBILITY.eq(DSL.inline(Visibility.PUBLIC.code())));
        return messages(spoken, true, most, 0).reversed();
    }

    /** @throws NotFound when the caller does not see the ticket */
    public Listing<RecordedEvent> events(Caller caller, long number, ListQuery query) {
        long ticket = require(caller, number);
        var rows = events(ticket, query.descending(), query.size(), query.offset());
        return query.listing(database.sql().fetchCount(TICKET_EVENT, TICKET_EVENT.TICKET_ID.eq(ticket)), rows);
    }

    /** The newest events of a ticket, the oldest of them first. */
    public List<RecordedEvent> newestEvents(Caller caller, long number, int most) {
        return events(require(caller, number), true, most, 0).reversed();
    }

    private long require(Caller caller, long number) {
        caller.require(Permission.TICKET_READ);
        return require(TICKET.NUMBER.eq(number).and(Visible.to(caller)));
    }

    private long require(Condition which) {
        return database.sql()
                .select(TICKET.ID)
                .from(TICKET)
                .where(which)
                .fetchOptional(TICKET.ID)
                .orElseThrow(NotFound::new);
    }

    private List<WrittenMessage> messages(Condition which, boolean newestFirst, int size, int offset) {
        var rows = database.sql()
                .select(
                        MESSAGE.ID,
                        MESSAGE.BODY,
                        MESSAGE.VISIBILITY,
                        MESSAGE.CHANNEL,
                        MESSAGE.AUTHOR_AGENT_ID,
                        AGENT.NAME,
                        MESSAGE.AUTHOR_CUSTOMER_ID,
                        CUSTOMER.NAME,
                        MESSAGE.CREATED_AT)
                .from(MESSAGE)
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(MESSAGE.AUTHOR_AGENT_ID))
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(MESSAGE.AUTHOR_CUSTOMER_ID))
                .where(which)
                .orderBy(newestFirst ? MESSAGE.ID.desc() : MESSAGE.ID.asc())
                .limit(DSL.inline(size))
                .offset(DSL.inline(offset))
                .fetch();
        var files = attachments.of(MessageFiles.SUBJECT, rows.getValues(MESSAGE.ID));
        return rows.map(row -> new WrittenMessage(
                row.get(MESSAGE.ID),
                row.get(MESSAGE.BODY),
                Visibility.of(row.get(MESSAGE.VISIBILITY)),
                Channel.of(row.get(MESSAGE.CHANNEL)),
                author(row),
                row.get(MESSAGE.CREATED_AT),
                files.getOrDefault(row.get(MESSAGE.ID), List.of())));
    }

    private static Author author(Record row) {
        var author = person(row, MESSAGE.AUTHOR_AGENT_ID, MESSAGE.AUTHOR_CUSTOMER_ID);
        if (author == null) {
            throw new IllegalStateException("A message has no author");
        }
        return author;
    }

    private List<RecordedEvent> events(long ticket, boolean newestFirst, int size, int offset) {
        return database.sql()
                .select(
                        TICKET_EVENT.ID,
                        TICKET_EVENT.TYPE,
                        TICKET_EVENT.DATA,
                        TICKET_EVENT.ACTOR_AGENT_ID,
                        AGENT.NAME,
                        TICKET_EVENT.ACTOR_CUSTOMER_ID,
                        CUSTOMER.NAME,
                        TICKET_EVENT.MESSAGE_ID,
                        TICKET_EVENT.CREATED_AT)
                .from(TICKET_EVENT)
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(TICKET_EVENT.ACTOR_AGENT_ID))
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(TICKET_EVENT.ACTOR_CUSTOMER_ID))
                .where(TICKET_EVENT.TICKET_ID.eq(ticket))
                .orderBy(newestFirst ? TICKET_EVENT.ID.desc() : TICKET_EVENT.ID.asc())
                .limit(DSL.inline(size))
                .offset(DSL.inline(offset))
                .fetch(row -> new RecordedEvent(
                        row.get(TICKET_EVENT.ID),
                        row.get(TICKET_EVENT.TYPE),
                        person(row, TICKET_EVENT.ACTOR_AGENT_ID, TICKET_EVENT.ACTOR_CUSTOMER_ID),
                        Facts.read(row.get(TICKET_EVENT.TYPE), row.get(TICKET_EVENT.DATA)),
                        row.get(TICKET_EVENT.MESSAGE_ID),
                        row.get(TICKET_EVENT.CREATED_AT)));
    }

    private static @Nullable Author person(Record row, Field<Long> agent, Field<Long> customer) {
        if (row.get(agent) != null) {
            return new Author(Author.Kind.AGENT, row.get(agent), row.get(AGENT.NAME));
        }
        return row.get(customer) == null
                ? null
                : new Author(Author.Kind.CUSTOMER, row.get(customer), row.get(CUSTOMER.NAME));
    }
}
