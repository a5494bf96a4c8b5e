package dev.lodge.notifications;

import dev.lodge.accounts.Directory;
import dev.lodge.tickets.Act;
import dev.lodge.tickets.MentionNames;
import dev.lodge.tickets.TicketActed;
import dev.lodge.tickets.TicketEvent;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Visibility;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what is done to tickets, and lets agents and the customer know. */
@Component
class NoticesOfActs {

    private final TicketsAtHand tickets;
    private final Directory directory;
    private final Teller teller;
    private final CustomerMail customers;
    private final Newness newness;

    /** What is no news any more. */
    @Component
    record Newness(NoticeSettings settings, InstantSource clock) {

        boolean isHistory(Act act) {
            return act.at().isBefore(clock.instant().minus(settings.tellWithin()));
        }

        boolean isTooLateForMail(Act act) {
            return act.at().isBefore(clock.instant().minus(settings.mailWithin()));
        }
    }

    NoticesOfActs(TicketsAtHand tickets, Directory directory, Teller teller, CustomerMail customers, Newness newness) {
        this.tickets = tickets;
        this.directory = directory;
        this.teller = teller;
        this.customers = customers;
        this.newness = newness;
    }

    @EventListener
    void on(TicketActed acted) {
        if (acted.events().stream().noneMatch(event -> isNews(event.fact())) || newness.isHistory(acted.act())) {
            return;
        }
        var ticket = tickets.read(acted.ticketId());
        tellAgents(acted, ticket);
        if (!newness.isTooLateForMail(acted.act())) {
            customers.tell(acted, ticket);
        }
    }

    /** Most acts are of no interest to anybody else, and cost nothing. */
    private static boolean isNews(TicketFact fact) {
        return switch (fact) {
            case TicketFact.Opened any -> true;
            case TicketFact.AssigneeChanged change -> change.to() != null;
            case TicketFact.TeamChanged change -> change.to() != null;
            case TicketFact.StatusChanged change -> change.to() == TicketStatus.SOLVED;
            case TicketFact.CustomerReplied any -> true;
            case TicketFact.Replied any -> true;
            case TicketFact.Noted any -> true;
            default -> false;
        };
    }

    private void tellAgents(TicketActed acted, TicketAtHand ticket) {
        var by = acted.act().by();
        var facts = acted.events().stream().map(TicketEvent::fact).toList();
        var message = message(acted);
        var happening = new Happening(by.agentId(), facts, ticket.assignee(), ticket.team(), mentioned(facts, message));
        teller.tell(List.of(new Teller.Saying(
                Telling.about(happening),
                new Teller.About(ticket, by.agentId(), acted.act().at(), message, null),
                name -> new NoticeData(name, by instanceof Act.Customer, isMove(facts), null, null))));
    }

    private static @Nullable Long message(TicketActed acted) {
        return acted.events().stream()
                .map(TicketEvent::messageId)
                .filter(id -> id != null)
                .findFirst()
                .orElse(null);
    }

    private Set<Long> mentioned(List<TicketFact> facts, @Nullable Long message) {
        if (message == null || facts.stream().noneMatch(TicketFact.Noted.class::isInstance)) {
            return Set.of();
        }
        String note = tickets.words(message, Visibility.INTERNAL);
        return note.contains("@") ? MentionNames.in(note, directory.assignables()) : Set.of();
    }

    private static boolean isMove(List<TicketFact> facts) {
        return facts.stream().anyMatch(TicketFact.TeamChanged.class::isInstance);
    }
}
