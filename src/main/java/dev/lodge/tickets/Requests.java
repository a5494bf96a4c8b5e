package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.customers.CustomerCaller;
import dev.lodge.customers.CustomerRef;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.TenantDatabase;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tickets of the tenant in force as those who asked see them, and what they can do to their own. Somebody else's is {@link
 * NotFound}, also where it can be read because it belongs to the same organisation. Each method is one transaction, or part of the one
 * under way.
 */
@Component
public final class Requests {

    private static final dev.lodge.schema.tenant.tables.Ticket BEFORE = TICKET.as("before");
    private static final dev.lodge.schema.tenant.tables.Ticket AFTER = TICKET.as("after");

    private final TenantDatabase database;
    private final StoredTickets stored;
    private final Tickets tickets;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Requests(
            TenantDatabase database,
            StoredTickets stored,
            Tickets tickets,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.database = database;
        this.stored = stored;
        this.tickets = tickets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Lodges a request.
     *
     * @param attachments ids of files that the customer brought and nothing holds yet
     * @return its number
     * @throws dev.lodge.problem.Invalid for a subject or a description that does not do, or for files that are not the customer's
     */
    public long open(
            CustomerCaller caller,
            @Nullable String subject,
            @Nullable String description,
            List<@Nullable Long> attachments) {
        var request = new NewTicket(
                subject, description, null, caller.customerId(), null, null, null, null, null, attachments);
        return tickets.receive(request, Channel.WEB).id();
    }

    /** Whether a subject and a description would do. @throws dev.lodge.problem.Invalid naming each field that does not */
    public static void check(@Nullable String subject, @Nullable String description) {
        TicketText.subject(subject)
                .and(TicketText.body("description", description))
                .throwIfAny();
    }

    /** Writes to the desk, see {@link Tickets#receiveReply}. @return the number of the request that has the words */
    public long reply(CustomerCaller caller, long number, String body, List<@Nullable Long> attachments) {
        return tickets.receiveReply(caller.customerId(), number, body, Channel.WEB, attachments)
                .id();
    }

    /** @throws dev.lodge.problem.Conflict unless somebody works on it, or when it is done already */
    public void solve(CustomerCaller caller, long number) {
        change(caller, number, ticket -> ticket.become(TicketStatus.SOLVED, null));
    }

    /** Without a word. One that is not done stays as it is. @throws dev.lodge.problem.Conflict when it is closed */
    public void reopen(CustomerCaller caller, long number) {
        change(caller, number, ticket -> {
            if (!ticket.status().isUnfinished()) {
                ticket.become(TicketStatus.OPEN, null);
            }
        });
    }

    private void change(CustomerCaller caller, long number, Consumer<Ticket> verb) {
        transactions.executeWithoutResult(status -> {
            var act = Act.ofCustomer(caller.customerId(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            var ticket = stored.lock(TICKET.NUMBER.eq(number).and(TICKET.CUSTOMER_ID.eq(caller.customerId())), act);
            verb.accept(ticket);
            stored.save(ticket);
        });
    }

    public Request details(CustomerCaller caller, long number) {
        Field<Long> followedBy = DSL.field(DSL.select(DSL.max(AFTER.NUMBER))
                .from(AFTER)
                .where(AFTER.FOLLOWS_ID.eq(TICKET.ID), AFTER.CUSTOMER_ID.eq(TICKET.CUSTOMER_ID)));
        return database.sql()
                .select(
                        TICKET.ID,
                        TICKET.NUMBER,
                        TICKET.SUBJECT,
                        TICKET.DESCRIPTION,
                        TICKET.STATUS,
                        CUSTOMER.ID,
                        CUSTOMER.NAME,
                        TICKET.ASSIGNEE_ID,
                        AGENT.NAME,
                        TICKET.AWAITING_REPLY,
                        BEFORE.NUMBER,
                        followedBy,
                        TICKET.CREATED_AT)
                .from(TICKET)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(TICKET.CUSTOMER_ID))
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(TICKET.ASSIGNEE_ID))
                .leftJoin(BEFORE)
                .on(BEFORE.ID.eq(TICKET.FOLLOWS_ID), BEFORE.CUSTOMER_ID.eq(TICKET.CUSTOMER_ID))
                .where(TICKET.NUMBER.eq(number), Visible.to(caller))
                .fetchOptional(row -> new Request(
                        row.get(TICKET.NUMBER),
                        row.get(TICKET.SUBJECT),
                        row.get(TICKET.DESCRIPTION),
                        RequestStatus.of(TicketStatus.of(row.get(TICKET.STATUS))),
                        row.get(CUSTOMER.ID) == caller.customerId(),
                        new CustomerRef(row.get(CUSTOMER.ID), row.get(CUSTOMER.NAME)),
                        StoredTickets.assignee(row.get(TICKET.ASSIGNEE_ID), row.get(AGENT.NAME)),
                        !row.get(TICKET.AWAITING_REPLY),
                        row.get(BEFORE.NUMBER),
                        row.get(followedBy),
                        row.get(TICKET.CREATED_AT),
                        stored.filesOf(row.get(TICKET.ID))))
                .orElseThrow(NotFound::new);
    }
}
