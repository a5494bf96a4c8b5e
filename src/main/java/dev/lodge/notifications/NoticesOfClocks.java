package dev.lodge.notifications;

import dev.lodge.accounts.Colleagues;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.sla.ClockBreached;
import dev.lodge.sla.Escalated;
import dev.lodge.sla.Metric;
import dev.lodge.sla.Recipient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears of targets that are missed or about to be. A breach is told to whoever has the ticket, also where no level asks for it; a level
 * at the very moment of the breach tells those people nothing new. What one transaction finds out is told together, at its end, when the
 * levels have done with the tickets what they do.
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

    /** @param offset seconds after the moment of being due, before it if negative */
    private record Lateness(long ticketId, Metric metric, Instant dueAt, long offset, Set<Recipient> recipients) {

        NoticeKind kind() {
            return offset < 0 ? NoticeKind.SLA_WARNING : NoticeKind.SLA_BREACHED;
        }

        NoticeData data() {
            return NoticeData.ofClock(metric, dueAt);
        }

        String once() {
            return "%s %s %d".formatted(metric.code(), dueAt, offset);
        }
    }

    @EventListener
    void on(ClockBreached breach) {
        hear(new Lateness(breach.ticketId(), breach.metric(), breach.dueAt(), 0, Set.of(new Recipient.Assignee())));
    }

    @EventListener
    void on(Escalated level) {
        if (!level.recipients().isEmpty()) {
            hear(new Lateness(
                    level.ticketId(), level.metric(), level.dueAt(), level.offsetSeconds(), level.recipients()));
        }
    }

    private void hear(Lateness lateness) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            heard().all.add(lateness);
        } else {
            tell(List.of(lateness));
        }
    }

    private Heard heard() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Heard.class::isInstance)
                .map(Heard.class::cast)
                .findFirst()
                .orElseGet(this::register);
    }

    private Heard register() {
        var heard = new Heard();
        TransactionSynchronizationManager.registerSynchronization(heard);
        // A transaction that wakes work has to say so before its end begins.
        teller.expect();
        return heard;
    }

    /** What one transaction found out. */
    private final class Heard implements TransactionSynchronization {

        private final List<Lateness> all = new ArrayList<>();

        /** Before the wakes of the transaction are told. */
        @Override
        public int getOrder() {
            return 0;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            tell(all);
        }
    }

    private void tell(List<Lateness> all) {
        var about = tickets.read(all.stream().map(Lateness::ticketId).collect(Collectors.toSet()));
        Instant now = clock.instant();
        teller.tell(all.stream()
                .map(lateness -> saying(lateness, Objects.requireNonNull(about.get(lateness.ticketId())), now))
                .toList());
    }

    private Teller.Saying saying(Lateness lateness, TicketAtHand ticket, Instant now) {
        var known = known(lateness, ticket);
        return new Teller.Saying(
                Telling.about(lateness.kind(), known, ticket.assignee(), ticket.team()),
                new Teller.About(ticket, null, now, null, lateness.once()),
                nobody -> lateness.data());
    }

    /** Those of its recipients who are of the desk; whoever is outside is mailed. */
    private Set<Recipient> known(Lateness lateness, TicketAtHand ticket) {
        var known = new LinkedHashSet<Recipient>();
        for (var recipient : lateness.recipients()) {
            if (recipient instanceof Recipient.Address address) {
                EmailAddress.of(address.email())
                        .ifPresent(outside -> colleagues
                                .withAddress(outside)
                                .ifPresentOrElse(
                                        id -> known.add(new Recipient.Agent(id)),
                                        () -> mail.sendOutside(outside, lateness.kind(), ticket, lateness.data())));
            } else {
                known.add(recipient);
            }
        }
        return known;
    }
}
