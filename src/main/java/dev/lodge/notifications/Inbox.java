package dev.lodge.notifications;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.MESSAGE;
import static dev.lodge.schema.tenant.Tables.NOTIFICATION;
import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.TicketScope;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tickets.Preview;
import dev.lodge.tickets.TicketSeen;
import dev.lodge.tickets.Visible;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What one agent was told; nobody reaches another's. A notice about a ticket that left the agent's sight is not there. */
@Component
class Inbox {

    /** Beyond this nobody counts. */
    static final int COUNTED = 100;

    /** As much of a message as an excerpt can need. */
    private static final Field<String> BEGINNING = DSL.left(MESSAGE.BODY, DSL.inline(2_000));

    /** What a row is read from, on a join of the notice, its ticket, the customer and the message. */
    static final List<SelectField<?>> COLUMNS = List.of(
            NOTIFICATION.ID,
            NOTIFICATION.KIND,
            TICKET.NUMBER,
            TICKET.SUBJECT,
            NOTIFICATION.DATA,
            CUSTOMER.NAME,
            BEGINNING,
            NOTIFICATION.CREATED_AT,
            NOTIFICATION.READ_AT);

    private final TenantDatabase database;
    private final InstantSource clock;

    Inbox(TenantDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** At most so many, the newest first. */
    List<NoticeRow> newest(Caller caller, boolean unread, int most) {
        return rows(caller, of(caller, unread), most, 0);
    }

    /** The same of those that come after the one with this id, which is the caller's; none if it is not. */
    List<NoticeRow> before(Caller caller, long id, boolean unread, int most) {
        var last = NOTIFICATION.as("last");
        var place = DSL.select(last.CREATED_AT, last.ID)
                .from(last)
                .where(last.ID.eq(id), last.AGENT_ID.eq(caller.agentId()));
        var after = DSL.row(NOTIFICATION.CREATED_AT, NOTIFICATION.ID).lessThan(place);
        return rows(caller, of(caller, unread).and(after), most, 0);
    }

    List<NoticeRow> page(Caller caller, boolean unread, int size, int offset) {
        return rows(caller, of(caller, unread), size, offset);
    }

    private List<NoticeRow> rows(Caller caller, Condition which, int most, int offset) {
        return database.sql()
                .select(COLUMNS)
                .from(NOTIFICATION)
                .join(TICKET)
                .on(TICKET.ID.eq(NOTIFICATION.TICKET_ID))
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(TICKET.CUSTOMER_ID))
                .leftJoin(MESSAGE)
                .on(MESSAGE.ID.eq(NOTIFICATION.MESSAGE_ID))
                .where(which, Visible.to(caller))
                .orderBy(NOTIFICATION.CREATED_AT.desc(), NOTIFICATION.ID.desc())
                .limit(DSL.inline(most))
                .offset(offset)
                .fetch(Inbox::row);
    }

    static NoticeRow row(Record found) {
        String words = found.get(BEGINNING);
        return new NoticeRow(
                found.get(NOTIFICATION.ID),
                NoticeKind.of(found.get(NOTIFICATION.KIND)),
                found.get(TICKET.NUMBER),
                found.get(TICKET.SUBJECT),
                NoticeData.of(found.get(NOTIFICATION.DATA)),
                found.get(CUSTOMER.NAME),
                words == null ? "" : Preview.of(words),
                found.get(NOTIFICATION.CREATED_AT),
                found.get(NOTIFICATION.READ_AT));
    }

    long count(Caller caller, boolean unread) {
        return database.sql()
                .selectCount()
                .from(NOTIFICATION)
                .join(TICKET)
                .on(TICKET.ID.eq(NOTIFICATION.TICKET_ID))
                .where(of(caller, unread), Visible.to(caller))
                .fetchSingle()
                .value1();
    }

    private static Condition of(Caller caller, boolean unread) {
        var own = NOTIFICATION.AGENT_ID.eq(caller.agentId()).and(NOTIFICATION.SHOWN);
        return unread ? own.and(NOTIFICATION.READ_AT.isNull()) : own;
    }

    /** How many are unread, at most {@value #COUNTED}. Asked with every page, so tickets are looked at only where there is a scope. */
    long unread(Caller caller) {
        if (caller.scope() == TicketScope.ALL) {
            return database.renderedOnce(
                            "unread notices",
                            sql -> sql.selectCount().from(unread(sql, caller.agentId())),
                            caller.agentId())
                    .fetchSingle()
                    .get(0, Long.class);
        }
        var sql = database.sql();
        return sql.selectCount()
                .from(sql.selectOne()
                        .from(NOTIFICATION)
                        .join(TICKET)
                        .on(TICKET.ID.eq(NOTIFICATION.TICKET_ID))
                        .where(of(caller, true), Visible.to(caller))
                        .limit(DSL.inline(COUNTED)))
                .fetchSingle()
                .value1();
    }

    private static Select<?> unread(DSLContext sql, long agent) {
        return sql.selectOne()
                .from(NOTIFICATION)
                .where(NOTIFICATION.AGENT_ID.eq(agent))
                .and(NOTIFICATION.SHOWN)
                .and(NOTIFICATION.READ_AT.isNull())
                .limit(DSL.inline(COUNTED));
    }

    /** Ids that are not the caller's are passed over. @return how many became read */
    int read(Caller caller, Collection<Long> ids) {
        return ids.isEmpty() ? 0 : markRead(caller.agentId(), NOTIFICATION.ID.in(ids));
    }

    int readAll(Caller caller) {
        return markRead(caller.agentId(), DSL.noCondition());
    }

    /** Whoever sees the ticket knows what the notices wanted to say. */
    @EventListener
    void on(TicketSeen seen) {
        var ticket = DSL.select(TICKET.ID).from(TICKET).where(TICKET.NUMBER.eq(seen.number()));
        markRead(seen.agentId(), NOTIFICATION.TICKET_ID.eq(ticket));
    }

    private int markRead(long agent, Condition which) {
        Instant now = clock.instant();
        return database.sql()
                .update(NOTIFICATION)
                .set(NOTIFICATION.READ_AT, now)
                .setNull(NOTIFICATION.MAIL_AT)
                .where(NOTIFICATION.AGENT_ID.eq(agent), NOTIFICATION.READ_AT.isNull(), which)
                .execute();
    }
}
