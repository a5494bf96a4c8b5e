package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.attachments.Uploader;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tickets of the tenant in force, and all that can be done to one. Tickets are named by their number. What a caller may not see
 * is {@link NotFound}; what they may see but not do is {@link dev.lodge.problem.Forbidden}; what the ticket's state does not allow is
 * {@link dev.lodge.problem.Conflict}. Each method is one transaction, or part of the one under way.
 */
@Component
public final class Tickets {

    private static final int BATCH = 200;

    private final StoredTickets stored;
    private final TicketParties parties;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Tickets(StoredTickets stored, TicketParties parties, TransactionTemplate transactions, InstantSource clock) {
        this.stored = stored;
        this.parties = parties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The same tickets at another moment: what is done through these happened then. For imports and the demo. */
    public Tickets at(Instant moment) {
        return new Tickets(stored, parties, transactions, InstantSource.fixed(moment));
    }

    /** An agent lodges a ticket, for a customer or for nobody. */
    public TicketDetails open(Caller caller, NewTicket request, Channel channel) {
        caller.require(Permission.TICKET_CREATE);
        var checked = CheckedTicket.of(request);
        if (checked.assignee() != null) {
            caller.require(Permission.TICKET_ASSIGN);
        }
        return write(() -> {
            var act = Act.of(caller, now());
            var ticket = begin(act, checked.withCustomer(parties.customer(checked, act.at())), channel);
            stored.add(ticket);
            stored.attach(
                    new Uploader.Agent(caller.agentId()), request.attachments(), DescriptionFiles.of(ticket.id()));
            return details(ticket);
        });
    }

    /** A customer, named by id or address, lodges a ticket. */
    public TicketDetails receive(NewTicket request, Channel channel) {
        return receive(request, channel, stored::add);
    }

    /** As {@link #receive(NewTicket, Channel)}, under a number that is free, for imports. */
    public TicketDetails receive(NewTicket request, Channel channel, long number) {
        return receive(request, channel, ticket -> stored.add(ticket, number));
    }

    private TicketDetails receive(NewTicket request, Channel channel, Consumer<Ticket> add) {
        var checked = CheckedTicket.of(request);
        return write(() -> {
            var at = now();
            var customer = parties.customer(checked, at);
            if (customer == null) {
                throw new Invalid("customer", "tickets.invalid.required");
            }
            var ticket = begin(Act.ofCustomer(customer, at), checked.withCustomer(customer), channel);
            add.accept(ticket);
            stored.attach(new Uploader.Customer(customer), request.attachments(), DescriptionFiles.of(ticket.id()));
            return details(ticket);
        });
    }

    private Ticket begin(Act act, CheckedTicket request, Channel channel) {
        var assignee = parties.assignee(request.assignee());
        var team = parties.team(request.team());
        return Ticket.opened(act, request, channel, assignee, team, null);
    }

    public TicketDetails details(Caller caller, long number) {
        caller.require(Permission.TICKET_READ);
        return stored.details(TICKET.NUMBER.eq(number).and(Visible.to(caller)), now())
                .orElseThrow(NotFound::new);
    }

    /**
     * Changes any of a ticket's fields in one step.
     *
     * @param expected whether the version found is the one that the caller means
     * @throws StaleVersion if it is not
     */
    public TicketDetails update(Caller caller, long number, TicketChanges changes, LongPredicate expected) {
        changes.check();
        return change(caller, number, expected, ticket -> apply(caller, changes, ticket));
    }

    private void apply(Caller caller, TicketChanges changes, Ticket ticket) {
        if (changes.status().isPresent()
                || changes.subject().isPresent()
                || changes.description().isPresent()
                || changes.priority().isPresent()
                || changes.customer().isPresent()
                || changes.tags().isPresent()
                || changes.dueAt().isPresent()) {
            caller.require(Permission.TICKET_UPDATE);
        }
        if (changes.assignee().isPresent()) {
            assign(caller, ticket, changes.assignee().value());
        }
        if (changes.team().isPresent()) {
            transfer(caller, ticket, changes.team().value());
        }
        changes.subject().ifPresent(text -> ticket.rename(TicketText.cleanSubject(text)));
        changes.description().ifPresent(text -> ticket.describe(TicketText.cleanBody(text)));
        changes.priority().ifPresent(ticket::prioritise);
        changes.customer().ifPresent(id -> ticket.askedBy(parties.customer(id)));
        changes.dueAt().ifPresent(moment -> ticket.dueAt(TicketText.cleanMoment(moment)));
        changes.tags().ifPresent(tags -> ticket.tag(TicketText.cleanTags(tags)));
        changes.status().ifPresent(next -> ticket.become(next, parties.solver(caller)));
    }

    /** @param agentId null to give it back */
    public TicketDetails assign(Caller caller, long number, @Nullable Long agentId, LongPredicate expected) {
        return change(caller, number, expected, ticket -> assign(caller, ticket, agentId));
    }

    private void assign(Caller caller, Ticket ticket, @Nullable Long agentId) {
        var current = ticket.assignee();
        if (!Objects.equals(current == null ? null : current.id(), agentId)) {
            caller.require(Permission.TICKET_ASSIGN);
            ticket.assignTo(parties.assignee(agentId));
        }
    }

    private void transfer(Caller caller, Ticket ticket, @Nullable Long teamId) {
        var current = ticket.team();
        if (!Objects.equals(current == null ? null : current.id(), teamId)) {
            caller.require(Permission.TICKET_TRANSFER);
            ticket.moveTo(parties.team(teamId));
        }
    }

    public TicketDetails changeStatus(Caller caller, long number, TicketStatus next, LongPredicate expected) {
        return change(caller, number, expected, ticket -> {
            caller.require(Permission.TICKET_UPDATE);
            ticket.become(next, parties.solver(caller));
        });
    }

    /** @param reason 1 to 1,000 characters, kept in the ledger */
    public TicketDetails forceClose(Caller caller, long number, @Nullable String reason, LongPredicate expected) {
        TicketText.reason(reason).throwIfAny();
        return change(caller, number, expected, ticket -> {
            caller.require(Permission.TICKET_FORCE_CLOSE);
            ticket.forceClose(Objects.requireNonNull(reason).strip());
        });
    }

    /** An agent writes a reply or a note, and may set the status with it. */
    public WrittenMessage write(Caller caller, long number, NewMessage message, Channel channel) {
        caller.require(Permission.TICKET_READ);
        var body = message.checkedBody();
        return write(() -> {
            var ticket = lock(caller, number);
            if (message.isInternal()) {
                caller.require(Permission.TICKET_NOTE);
                ticket.note(body, channel);
            } else {
                caller.require(Permission.TICKET_REPLY);
                ticket.reply(body, channel);
            }
            if (message.status() != null) {
                caller.require(Permission.TICKET_UPDATE);
                ticket.become(message.status(), parties.solver(caller));
            }
            long id = idOfMessage(stored.save(ticket));
            return new WrittenMessage(
                    id,
                    body,
                    message.isInternal() ? Visibility.INTERNAL : Visibility.PUBLIC,
                    channel,
                    new Author(Author.Kind.AGENT, caller.agentId(), caller.name()),
                    ticket.act().at(),
                    stored.attach(new Uploader.Agent(caller.agentId()), message.attachments(), MessageFiles.of(id)));
        });
    }

    private static long idOfMessage(List<TicketEvent<TicketFact>> saved) {
        return saved.stream()
                .map(TicketEvent::messageId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The ticket's customer writes. If it is closed by then, the words become a new ticket that follows it.
     *
     * @return the ticket that has the words
     * @throws NotFound unless the customer takes part in the ticket
     */
    public TicketDetails receiveReply(long customerId, long number, String body, Channel channel) {
        return receiveReply(customerId, number, body, channel, List.of());
    }

    /**
     * As {@link #receiveReply(long, long, String, Channel)}, with files.
     *
     * @param attachments ids of files that the customer brought and nothing holds yet
     */
    public TicketDetails receiveReply(
            long customerId, long number, String body, Channel channel, List<@Nullable Long> attachments) {
        var by = new Uploader.Customer(customerId);
        var words = NewMessage.checked(body);
        return write(() -> {
            var act = Act.ofCustomer(customerId, now());
            var ticket = stored.lock(TICKET.NUMBER.eq(number).and(TICKET.CUSTOMER_ID.eq(customerId)), act);
            if (ticket.status() == TicketStatus.CLOSED) {
                var next = followUp(ticket, words, channel);
                stored.attach(by, attachments, DescriptionFiles.of(next.id()));
                return details(next);
            }
            ticket.hear(words, channel);
            stored.attach(by, attachments, MessageFiles.of(idOfMessage(stored.save(ticket))));
            return details(ticket);
        });
    }

    private Ticket followUp(Ticket closed, String words, Channel channel) {
        var request = new CheckedTicket(
                closed.subject(), words, closed.priority(), closed.customer(), null, null, null, closed.tags(), null);
        var next = Ticket.opened(closed.act(), request, channel, null, closed.team(), closed);
        stored.add(next);
        closed.followedBy(next.number());
        stored.save(closed);
        return next;
    }

    /** The desk's rule closes a solved ticket. */
    public TicketDetails close(long number) {
        return write(() -> {
            var ticket = stored.lock(TICKET.NUMBER.eq(number), Act.ofRule(now()));
            ticket.close();
            stored.save(ticket);
            return details(ticket);
        });
    }

    /**
     * The desk's rule closes those that were solved before the moment; at most 200 of them at once.
     *
     * @return how many
     */
    public int closeSolvedBefore(Instant moment) {
        return write(() -> closeSome(moment));
    }

    /** When the ticket was solved that has been so for longest; empty if none is. */
    public Optional<Instant> longestSolved() {
        return stored.longestSolved();
    }

    private int closeSome(Instant moment) {
        var which = TICKET.STATUS.eq(DSL.inline("solved")).and(TICKET.SOLVED_AT.lt(moment));
        var some = stored.lockSome(which, BATCH, Act.ofRule(now()));
        for (var ticket : some) {
            ticket.close();
            stored.save(ticket);
        }
        return some.size();
    }

    private TicketDetails change(Caller caller, long number, LongPredicate expected, Consumer<Ticket> verb) {
        caller.require(Permission.TICKET_READ);
        return write(() -> {
            var ticket = lock(caller, number);
            StaleVersion.unless(expected.test(ticket.version()));
            verb.accept(ticket);
            stored.save(ticket);
            return details(ticket);
        });
    }

    private Ticket lock(Caller caller, long number) {
        return stored.lock(TICKET.NUMBER.eq(number).and(Visible.to(caller)), Act.of(caller, now()));
    }

    /** Whoever has just acted on it sees the outcome, even if the ticket left their scope with it. */
    private TicketDetails details(Ticket ticket) {
        return stored.details(TICKET.ID.eq(ticket.id()), now()).orElseThrow(NotFound::new);
    }

    private <R> R write(Supplier<R> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
