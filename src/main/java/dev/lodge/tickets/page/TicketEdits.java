package dev.lodge.tickets.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.attachments.BroughtFiles;
import dev.lodge.idempotency.OnceOnly;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.RecordedEvent;
import dev.lodge.tickets.TicketChanges;
import dev.lodge.tickets.TicketDetails;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.Tickets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Acts on a ticket as somebody means it who looks at a page: not if what they look at changed meanwhile. What changed elsewhere on the
 * ticket does not stand in the way.
 */
@Component
final class TicketEdits {

    /** For what every fact bears on. */
    static final Set<Class<? extends TicketFact>> ANYTHING = Arrays.stream(TicketFact.class.getPermittedSubclasses())
            .map(fact -> fact.asSubclass(TicketFact.class))
            .collect(Collectors.toUnmodifiableSet());

    private final Tickets tickets;
    private final TicketThreads threads;
    private final OnceOnly once;

    TicketEdits(Tickets tickets, TicketThreads threads, OnceOnly once) {
        this.tickets = tickets;
        this.threads = threads;
        this.once = once;
    }

    /** One change, made on the version that fits the predicate. */
    @FunctionalInterface
    interface Edit {
        TicketDetails on(LongPredicate expected);
    }

    /**
     * @param seen id of the newest event that was on the page
     * @param about the facts that would make it a different decision
     * @throws StaleVersion when somebody else made one of them since
     */
    TicketDetails edit(Caller caller, long number, long seen, Set<Class<? extends TicketFact>> about, Edit edit) {
        // The version is read before the news: what comes in between changes the version, and is refused.
        long version = tickets.details(caller, number).version();
        var news = threads.since(caller, number, seen).stream()
                .filter(event -> about.contains(event.data().getClass()))
                .toList();
        if (!news.isEmpty()) {
            throw new ChangedMeanwhile(news);
        }
        return edit.on(found -> found == version);
    }

    /**
     * Sends a reply, unless somebody else did anything to the ticket since, or a note, whatever happened. Sent twice, it is written
     * once.
     *
     * @param brought the files that go with it
     * @return the id of the message on the page
     * @throws StaleVersion when the ticket is not what the writer saw
     */
    String write(Caller caller, long number, ReplyForm form, BroughtFiles brought) {
        requireVisible(caller, number);
        caller.require(form.isNote() ? Permission.TICKET_NOTE : Permission.TICKET_REPLY);
        return once.run("agent:" + caller.agentId(), form.key(), number + "\n" + form.content(brought), () -> {
            if (!form.isNote()) {
                requireUnchanged(caller, number, form.lastSeen());
            }
            var written = tickets.write(caller, number, form.message(brought), Channel.WEB);
            return "message-" + written.id();
        });
    }

    /** Before anything is said about rights: what the caller does not see is not there. */
    private void requireVisible(Caller caller, long number) {
        tickets.details(caller, number);
    }

    private void requireUnchanged(Caller caller, long number, long seen) {
        long version = tickets.details(caller, number).version();
        List<RecordedEvent> news = threads.since(caller, number, seen);
        if (!news.isEmpty()) {
            throw new ChangedMeanwhile(news);
        }
        // Changes nothing, but holds the ticket at this version until the reply is written.
        tickets.update(caller, number, TicketChanges.none(), found -> found == version);
    }
}
