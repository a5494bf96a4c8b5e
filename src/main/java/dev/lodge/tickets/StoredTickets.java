package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.TEAM;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static dev.lodge.schema.tenant.Tables.TICKET_COUNTER;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.TeamRef;
import dev.lodge.attachments.Attachment;
import dev.lodge.attachments.Attachments;
import dev.lodge.attachments.Holder;
import dev.lodge.attachments.Uploader;
import dev.lodge.customers.CustomerRef;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tickets in the tenant's database: locked to be changed, and saved together with the facts that changed them. */
@Component
final class StoredTickets {

    private static final List<Field<?>> LOCKED = List.of(
            TICKET.ID,
            TICKET.NUMBER,
            TICKET.SUBJECT,
            TICKET.DESCRIPTION,
            TICKET.STATUS,
            TICKET.PRIORITY,
            TICKET.CUSTOMER_ID,
            TICKET.ASSIGNEE_ID,
            TICKET.TEAM_ID,
            TICKET.TAGS,
            TICKET.DUE_AT,
            TICKET.DUE_BY_HAND,
            TICKET.SLA_STATUS,
            TICKET.UPDATED_AT,
            TICKET.FIRST_RESPONDED_AT,
            TICKET.SOLVED_AT,
            TICKET.VERSION);

    private final TenantDatabase database;
    private final TicketEvents ledger;
    private final Attachments attachments;

    StoredTickets(TenantDatabase database, TicketEvents ledger, Attachments attachments) {
        this.database = database;
        this.ledger = ledger;
        this.attachments = attachments;
    }

    /** @throws NotFound when there is none that fits the condition */
    Ticket lock(Condition which, Act act) {
        return lockOrEmpty(which, act).orElseThrow(NotFound::new);
    }

    Optional<Ticket> lockOrEmpty(Condition which, Act act) {
        return locking(which).forUpdate().of(TICKET).fetchOptional(found -> ticket(found, act));
    }

    /** At most so many, in the order of their ids, so that two who lock several do not wait for each other in a ring. */
    List<Ticket> lockSome(Condition which, int most, Act act) {
        return locking(which)
                .orderBy(TICKET.ID)
                .limit(most)
                .forUpdate()
                .of(TICKET)
                .fetch(found -> ticket(found, act));
    }

    boolean exists(Condition which) {
        return database.sql().fetchExists(TICKET, which);
    }

    Optional<Instant> longestSolved() {
        return database.sql()
                .select(TICKET.SOLVED_AT)
                .from(TICKET)
                .where(TICKET.STATUS.eq(DSL.inline("solved")))
                .orderBy(TICKET.SOLVED_AT, TICKET.ID)
                .limit(DSL.inline(1))
                .fetchOptional(TICKET.SOLVED_AT);
    }

    private SelectConditionStep<Record> locking(Condition which) {
        return database.sql()
                .select(LOCKED)
                .select(AGENT.NAME, TEAM.NAME)
                .from(TICKET)
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(TICKET.ASSIGNEE_ID))
                .leftJoin(TEAM)
                .on(TEAM.ID.eq(TICKET.TEAM_ID))
                .where(which);
    }

    private static Ticket ticket(Record found, Act act) {
        return new Ticket(
                found.into(TICKET),
                assignee(found.get(TICKET.ASSIGNEE_ID), found.get(AGENT.NAME)),
                team(found.get(TICKET.TEAM_ID), found.get(TEAM.NAME)),
                act);
    }

    /**
     * Stores a new ticket under the next number. The counter's row stays locked until the transaction ends, so this comes as late in
     * it as possible.
     */
    void add(Ticket ticket) {
        Long number = database.sql()
                .update(TICKET_COUNTER)
                .set(TICKET_COUNTER.LAST_NUMBER, TICKET_COUNTER.LAST_NUMBER.plus(1))
                .set(TICKET_COUNTER.TICKETS, TICKET_COUNTER.TICKETS.plus(1))
                .returningResult(TICKET_COUNTER.LAST_NUMBER)
                .fetchSingle(TICKET_COUNTER.LAST_NUMBER);
        insert(ticket, number);
    }

    /** Stores a new ticket under a number of its own; later ones count on from the highest. */
    void add(Ticket ticket, long number) {
        database.sql()
                .update(TICKET_COUNTER)
                .set(TICKET_COUNTER.LAST_NUMBER, DSL.greatest(TICKET_COUNTER.LAST_NUMBER, DSL.val(number)))
                .set(TICKET_COUNTER.TICKETS, TICKET_COUNTER.TICKETS.plus(1))
                .execute();
        insert(ticket, number);
    }

    private void insert(Ticket ticket, long number) {
        var row = ticket.row();
        row.setNumber(number);
        row.setVersion(1L);
        row.setId(database.sql()
                .insertInto(TICKET)
                .set(row)
                .returningResult(TICKET.ID)
                .fetchSingle(TICKET.ID));
        ledger.append(ticket);
    }

    /** Saves what happened since the ticket was locked, and tells it; nothing if nothing did. */
    List<TicketEvent<TicketFact>> save(Ticket ticket) {
        if (ticket.entries().isEmpty()) {
            return List.of();
        }
        var row = ticket.row();
        long seen = ticket.version();
        if (row.getUpdatedAt().isBefore(ticket.act().at())) {
            row.setUpdatedAt(ticket.act().at());
        }
        row.setVersion(seen + 1);
        int saved = database.sql()
                .update(TICKET)
                .set(row)
                .where(TICKET.ID.eq(ticket.id()), TICKET.VERSION.eq(seen))
                .execute();
        StaleVersion.unless(saved == 1);
        return ledger.append(ticket);
    }

    /** Gives files to a message or a ticket that was just stored. @throws Invalid if they are not the author's to give */
    List<Attachment> attach(Uploader author, @Nullable List<@Nullable Long> ids, Holder holder) {
        if (ids == null) {
            return List.of();
        }
        return attachments.claim(
                author, ids.stream().map(id -> id == null ? 0L : id).toList(), holder);
    }

    /** @param now decides whether its service level is missed */
    Optional<TicketDetails> details(Condition which, Instant now) {
        var followed = TICKET.as("followed");
        return database.sql()
                .select(LOCKED)
                .select(
                        TICKET.CHANNEL,
                        TICKET.DUE_SINCE,
                        TICKET.SLA_METRIC,
                        TICKET.CREATED_AT,
                        TICKET.CLOSED_AT,
                        AGENT.NAME,
                        TEAM.NAME,
                        CUSTOMER.NAME,
                        followed.NUMBER)
                .from(TICKET)
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(TICKET.ASSIGNEE_ID))
                .leftJoin(TEAM)
                .on(TEAM.ID.eq(TICKET.TEAM_ID))
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(TICKET.CUSTOMER_ID))
                .leftJoin(followed)
                .on(followed.ID.eq(TICKET.FOLLOWS_ID))
                .where(which)
                .fetchOptional(row -> new TicketDetails(
                        row.get(TICKET.NUMBER),
                        row.get(TICKET.SUBJECT),
                        row.get(TICKET.DESCRIPTION),
                        TicketStatus.of(row.get(TICKET.STATUS)),
                        Priority.of(row.get(TICKET.PRIORITY)),
                        Channel.of(row.get(TICKET.CHANNEL)),
                        assignee(row.get(TICKET.ASSIGNEE_ID), row.get(AGENT.NAME)),
                        team(row.get(TICKET.TEAM_ID), row.get(TEAM.NAME)),
                        customer(row.get(TICKET.CUSTOMER_ID), row.get(CUSTOMER.NAME)),
                        List.of(row.get(TICKET.TAGS)),
                        row.get(TICKET.DUE_AT),
                        row.get(TICKET.DUE_SINCE),
                        SlaStanding.at(
                                now, row.get(TICKET.SLA_STATUS), row.get(TICKET.DUE_AT), row.get(TICKET.DUE_SINCE)),
                        row.get(TICKET.SLA_METRIC),
                        row.get(followed.NUMBER),
                        row.get(TICKET.CREATED_AT),
                        row.get(TICKET.UPDATED_AT),
                        row.get(TICKET.FIRST_RESPONDED_AT),
                        row.get(TICKET.SOLVED_AT),
                        row.get(TICKET.CLOSED_AT),
                        filesOf(row.get(TICKET.ID)),
                        row.get(TICKET.VERSION)));
    }

    /** Those that came with the description. */
    List<Attachment> filesOf(long ticket) {
        return attachments.of(DescriptionFiles.of(ticket));
    }

    static @Nullable AgentRef assignee(@Nullable Long id, String name) {
        return id == null ? null : new AgentRef(id, name);
    }

    static @Nullable TeamRef team(@Nullable Long id, String name) {
        return id == null ? null : new TeamRef(id, name);
    }

    static @Nullable CustomerRef customer(@Nullable Long id, String name) {
        return id == null ? null : new CustomerRef(id, name);
    }
}
