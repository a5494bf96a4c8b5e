package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.MESSAGE;
import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.Headline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * The best tickets for what an agent typed, be it unfinished or mistyped, as far as the agent may see them. The one of that number comes
 * first, then subjects before descriptions and these before messages, then the newest. Only when nothing has the words as typed are
 * subjects looked for that have words like them.
 */
@Component
public final class TicketSearch {

    /** Of more than so many that have the words, the best are sought among the newest. */
    private static final int CANDIDATES = 2_000;

    private static final int MOST = 50;

    /** Of a long text so much is looked through for what to show. */
    private static final int SHOWN = 20_000;

    private static final Field<Long> ID = DSL.field(DSL.name("found_id"), Long.class);
    private static final Field<Float> RANK = DSL.field(DSL.name("found_rank"), Float.class);

    private final TenantDatabase database;

    TicketSearch(TenantDatabase database) {
        this.database = database;
    }

    /** @param limit 1 to 50 */
    public List<FoundTicket> best(Caller caller, String text, int limit) {
        caller.require(Permission.TICKET_READ);
        if (text.isBlank()) {
            return List.of();
        }
        var words = new TicketWords(text.strip());
        int most = Math.clamp(limit, 1, MOST);
        var ids = new ArrayList<Long>();
        words.number().ifPresent(number -> ids.addAll(fetch(numbered(caller, number))));
        fetch(having(caller, words, most)).stream()
                .filter(id -> !ids.contains(id))
                .forEach(ids::add);
        if (ids.isEmpty()) {
            ids.addAll(fetch(resembling(caller, words, most)));
        }
        return rows(ids.subList(0, Math.min(ids.size(), most)), words);
    }

    private List<Long> fetch(Select<Record1<Long>> ids) {
        return database.sql().fetchValues(ids);
    }

    private static Select<Record1<Long>> numbered(Caller caller, long number) {
        return DSL.select(TICKET.ID).from(TICKET).where(TICKET.NUMBER.eq(number), Visible.to(caller));
    }

    static Select<Record1<Long>> having(Caller caller, TicketWords words, int limit) {
        var tickets = DSL.select(TICKET.ID)
                .from(TICKET)
                .where(words.isIn(TICKET.SEARCH), Visible.to(caller))
                .orderBy(TICKET.CREATED_AT.desc(), TICKET.ID.desc())
                .limit(DSL.inline(CANDIDATES));
        var messages = DSL.select(MESSAGE.ID)
                .from(MESSAGE)
                .join(TICKET)
                .on(TICKET.ID.eq(MESSAGE.TICKET_ID))
                .where(words.isIn(MESSAGE.SEARCH), Visible.to(caller))
                .orderBy(MESSAGE.ID.desc())
                .limit(DSL.inline(CANDIDATES));
        var found = DSL.select(TICKET.ID.as(ID), words.rank(TICKET.SEARCH).as(RANK))
                .from(TICKET)
                .where(TICKET.ID.in(tickets))
                .unionAll(DSL.select(
                                MESSAGE.TICKET_ID.as(ID),
                                words.rank(MESSAGE.SEARCH).as(RANK))
                        .from(MESSAGE)
                        .where(MESSAGE.ID.in(messages)));
        return DSL.select(ID)
                .from(found.asTable("found"))
                .groupBy(ID)
                .orderBy(DSL.max(RANK).desc(), ID.desc())
                .limit(DSL.inline(limit));
    }

    static Select<Record1<Long>> resembling(Caller caller, TicketWords words, int limit) {
        var candidates = DSL.select(TICKET.ID)
                .from(TICKET)
                .where(words.resemble(), Visible.to(caller))
                .limit(DSL.inline(CANDIDATES));
        return DSL.select(TICKET.ID)
                .from(TICKET)
                .where(TICKET.ID.in(candidates))
                .orderBy(words.likeness().desc(), TICKET.ID.desc())
                .limit(DSL.inline(limit));
    }

    /** Of tickets that the caller is known to see, in this order. */
    private List<FoundTicket> rows(Collection<Long> ids, TicketWords words) {
        Field<String> snippet = DSL.field(
                        "ts_headline('simple', {0}, {1}, {2})",
                        String.class,
                        DSL.left(saying(words), DSL.inline(SHOWN)),
                        words.query(),
                        DSL.val(Headline.OPTIONS))
                .as("snippet");
        Map<Long, FoundTicket> rows = database.sql()
                .select(
                        TICKET.ID,
                        TICKET.NUMBER,
                        TICKET.SUBJECT,
                        TICKET.STATUS,
                        TICKET.PRIORITY,
                        CUSTOMER.ID,
                        CUSTOMER.NAME,
                        TICKET.UPDATED_AT,
                        snippet)
                .from(TICKET)
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(TICKET.CUSTOMER_ID))
                .where(TICKET.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .fetchMap(
                        TICKET.ID,
                        row -> new FoundTicket(
                                row.get(TICKET.NUMBER),
                                row.get(TICKET.SUBJECT),
                                Headline.html(row.get(snippet)),
                                TicketStatus.of(row.get(TICKET.STATUS)),
                                Priority.of(row.get(TICKET.PRIORITY)),
                                StoredTickets.customer(row.get(CUSTOMER.ID), row.get(CUSTOMER.NAME)),
                                row.get(TICKET.UPDATED_AT),
                                words.number()
                                        .filter(row.get(TICKET.NUMBER)::equals)
                                        .isPresent()));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** What of a ticket says the words: its description, or else the newest message that does, or else the description. */
    private static Field<String> saying(TicketWords words) {
        var newest = DSL.select(MESSAGE.BODY)
                .from(MESSAGE)
                .where(MESSAGE.TICKET_ID.eq(TICKET.ID), words.isIn(MESSAGE.SEARCH))
                .orderBy(MESSAGE.ID.desc())
                .limit(DSL.inline(1));
        return DSL.when(words.isIn(DSL.field("to_tsvector('simple', {0})", TICKET.DESCRIPTION)), TICKET.DESCRIPTION)
                .otherwise(DSL.coalesce(DSL.field(newest), TICKET.DESCRIPTION));
    }
}
