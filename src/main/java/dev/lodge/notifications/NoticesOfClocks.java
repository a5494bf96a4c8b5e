package dev.lodge.notifications;

import dev.lodge.accounts.Colleagues;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.notifications.AgentMail.OutsideNotice;
import dev.lodge.notifications.Teller.About;
import dev.lodge.notifications.Teller.Saying;
import dev.lodge.sla.ClockBreached;
import dev.lodge.sla.Escalated;
import dev.lodge.sla.Metric;
import dev.lodge.sla.Recipient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

        Stream<EmailAddress> addresses() {
            return recipients.stream()
                    .filter(Recipient.Address.class::isInstance)
                    .map(Recipient.Address.class::cast)
                    .flatMap(address -> EmailAddress.of(address.email()).stream());
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
        var agents = colleagues.withAddresses(
                all.stream().flatMap(Lateness::addresses).collect(Collectors.toSet()));
        var sayings = new ArrayList<Saying>();
        var outside = new ArrayList<OutsideNotice>();
        Instant now = clock.instant();
        for (var lateness : all) {
            var ticket = Objects.requireNonNull(about.get(lateness.ticketId()));
            sayings.add(new Saying(
                    Telling.about(lateness.kind(), known(lateness, agents), ticket.assignee(), ticket.team()),
                    new About(ticket, null, now, null, lateness.once()),
                    nobody -> lateness.data()));
            lateness.addresses()
                    .filter(address -> !agents.containsKey(address.key()))
                    .map(address -> new OutsideNotice(address, lateness.kind(), ticket, lateness.data()))
                    .forEach(outside::add);
        }
        teller.tell(sayings);
        mail.sendOutside(outside);
    }

    /** Those of its recipients who are of the desk. */
    private static Set<Recipient> known(Lateness lateness, Map<String, Long> agents) {
        var known = new LinkedHashSet<Recipient>();
        lateness.recipients().stream()
                .filter(recipient -> !(recipient instanceof Recipient.Address))
                .forEach(known::add);
        lateness.addresses()
                .map(address -> agents.get(address.key()))
                .filter(Objects::nonNull)
                .forEach(id -> known.add(new Recipient.Agent(id)));
        return known;
    }
}
