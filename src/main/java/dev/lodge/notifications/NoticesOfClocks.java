package dev.lodge.notifications;

import dev.lodge.accounts.Colleagues;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.sla.ClockBreached;
import dev.lodge.sla.Escalated;
import dev.lodge.sla.Metric;
import dev.lodge.sla.Recipient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears of targets that are missed or about to be. A breach is told to whoever has the ticket, also where no level asks for it; a level
 * at the very moment of the breach tells those people nothing new.
 */
@Component
class NoticesOfClocks {

    private final TicketsAtHand tickets;
    private final Colleagues colleagues;
    private final Teller teller;
    private final AgentMail mail;
    private final InstantSource clock;

    NoticesOfClocks(TicketsAtHand tickets, Colleagues colleagues, Teller teller, AgentMail mail, InstantSource clock) {
        this.tickets = tickets;
        this.colleagues = colleagues;
        this.teller = teller;
        this.mail = mail;
        this.clock = clock;
    }

    @EventListener
    void on(ClockBreached breach) {
        tell(breach.ticketId(), breach.metric(), breach.dueAt(), 0, Set.of(new Recipient.Assignee()));
    }

    @EventListener
    void on(Escalated level) {
        tell(level.ticketId(), level.metric(), level.dueAt(), level.offsetSeconds(), level.recipients());
    }

    private void tell(long ticketId, Metric metric, Instant dueAt, long offset, Collection<Recipient> recipients) {
        if (recipients.isEmpty()) {
            return;
        }
        var ticket = tickets.read(ticketId);
        var kind = offset < 0 ? NoticeKind.SLA_WARNING : NoticeKind.SLA_BREACHED;
        var data = NoticeData.ofClock(metric, dueAt);
        String once = "%s %s %d".formatted(metric.code(), dueAt, offset);
        var known = new LinkedHashSet<Recipient>();
        for (var recipient : recipients) {
            if (recipient instanceof Recipient.Address address) {
                EmailAddress.of(address.email())
                        .ifPresent(outside -> colleagues
                                .withAddress(outside)
                                .ifPresentOrElse(
                                        id -> known.add(new Recipient.Agent(id)),
                                        () -> mail.sendOutside(outside, kind, ticket, data)));
            } else {
                known.add(recipient);
            }
        }
        List<Word> words = Telling.about(kind, known, ticket.assignee(), ticket.team());
        teller.tell(words, new Teller.About(ticket, null, clock.instant(), null, once), nobody -> data);
    }
}
