package dev.lodge.tickets.page;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.Caller;
import dev.lodge.tickets.Author;
import dev.lodge.tickets.Conversation;
import dev.lodge.tickets.RecordedEvent;
import dev.lodge.tickets.TicketDetails;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.Visibility;
import dev.lodge.tickets.WrittenMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Weaves messages and events into one conversation. */
@Component
final class TicketThreads {

    /** Messages shown at first, and added by each press on <i>earlier</i>. */
    static final int STEP = 100;

    static final int MOST = 1_000;

    /** Most tickets have fewer events than messages; beyond this the oldest lines between messages are left out. */
    private static final int EVENTS_PER_MESSAGE = 4;

    private final Conversation conversation;

    TicketThreads(Conversation conversation) {
        this.conversation = conversation;
    }

    /** What somebody else did to the ticket after the event that was seen, the oldest first. */
    List<RecordedEvent> since(Caller caller, long number, long seen) {
        return conversation.newestEvents(caller, number, STEP).stream()
                .filter(event -> event.id() > seen && !isBy(event.actor(), caller))
                .toList();
    }

    private static boolean isBy(@Nullable Author actor, Caller caller) {
        return actor != null && actor.kind() == Author.Kind.AGENT && actor.id() == caller.agentId();
    }

    /** What was read of a ticket's ledger, before the ticket itself, so that the ticket is never older than it. */
    record Ledger(List<WrittenMessage> messages, List<RecordedEvent> events, int shown) {

        boolean isCut() {
            return messages.size() > shown;
        }

        long seen() {
            return events.isEmpty() ? 0 : events.getLast().id();
        }
    }

    /** @throws dev.lodge.problem.NotFound when the caller does not see the ticket */
    Ledger read(Caller caller, long number, int shown) {
        int messages = Math.clamp(shown, STEP, MOST);
        var events = conversation.newestEvents(caller, number, messages * EVENTS_PER_MESSAGE);
        return new Ledger(conversation.newestMessages(caller, number, messages + 1), events, messages);
    }

    TicketThread weave(TicketDetails ticket, Ledger ledger, List<AgentRef> colleagues) {
        var entries = new ArrayList<TicketThread.Entry>();
        entries.add(description(ticket, ledger));
        var mentions = Mentions.of(colleagues);
        var unsaid = messages(ledger);
        var together = new Together();
        boolean reached = !ledger.isCut();
        for (var event : ledger.events()) {
            var message = event.message() == null ? null : unsaid.remove(event.message());
            if (message != null) {
                reached = true;
                entries.addAll(together.flush());
                entries.add(said(message, mentions));
                together.pass(event);
            } else if (reached && event.message() == null && tells(event)) {
                together.add(event);
            }
        }
        entries.addAll(together.flush());
        return new TicketThread(List.copyOf(entries), earlier(ledger), ledger.seen());
    }

    private static @Nullable Integer earlier(Ledger ledger) {
        return ledger.isCut() && ledger.shown() < MOST ? ledger.shown() + STEP : null;
    }

    private static Map<Long, WrittenMessage> messages(Ledger ledger) {
        return ledger.messages().stream()
                .skip(ledger.isCut() ? 1 : 0)
                .collect(Collectors.toMap(
                        WrittenMessage::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    /** That a customer opened it is said by the description itself. */
    private static boolean tells(RecordedEvent event) {
        return !(event.data() instanceof TicketFact.Opened opened)
                || opened.team() != null
                || opened.assignee() != null
                || opened.follows() != null
                || event.actor() == null
                || event.actor().kind() == Author.Kind.AGENT;
    }

    private static TicketThread.Said description(TicketDetails ticket, Ledger ledger) {
        var author = ledger.events().stream()
                .filter(event -> event.data() instanceof TicketFact.Opened)
                .map(RecordedEvent::actor)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> customer(ticket));
        boolean agent = author != null && author.kind() == Author.Kind.AGENT;
        return new TicketThread.Said(
                "description",
                author,
                agent ? TicketThread.Said.Kind.AGENT : TicketThread.Said.Kind.CUSTOMER,
                MessageHtml.of(ticket.description(), Mentions.NONE),
                ticket.attachments(),
                ticket.createdAt());
    }

    private static @Nullable Author customer(TicketDetails ticket) {
        var customer = ticket.customer();
        return customer == null ? null : new Author(Author.Kind.CUSTOMER, customer.id(), customer.name());
    }

    private static TicketThread.Said said(WrittenMessage message, Mentions mentions) {
        boolean note = message.visibility() == Visibility.INTERNAL;
        var kind = note
                ? TicketThread.Said.Kind.NOTE
                : message.author().kind() == Author.Kind.AGENT
                        ? TicketThread.Said.Kind.AGENT
                        : TicketThread.Said.Kind.CUSTOMER;
        return new TicketThread.Said(
                "message-" + message.id(),
                message.author(),
                kind,
                MessageHtml.of(message.body(), note ? mentions : Mentions.NONE),
                message.attachments(),
                message.createdAt());
    }
}
