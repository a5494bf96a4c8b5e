package dev.lodge.sla;

import dev.lodge.jobs.TenantWork;
import dev.lodge.sla.ClockTable.ReachedLevel;
import dev.lodge.sla.ClockTable.Taken;
import dev.lodge.sla.PolicyVersions.Rulebook;
import dev.lodge.tickets.Ledgers;
import dev.lodge.tickets.Ledgers.Choice;
import dev.lodge.tickets.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what is due about clocks: finds them late, and takes the levels of escalation that they reached. What a clock reached before is
 * read under its ticket's lock; so it does not matter how many try, how often, or by which machine's clock.
 */
@Component
class Escalations implements TenantWork {

    private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);
    private static final int SHARE = 200;
    private static final Duration SET_ASIDE = Duration.ofMinutes(5);

    private final StoredClocks stored;
    private final PolicyVersions versions;
    private final Ledgers ledgers;
    private final Reactions reactions;
    private final Moment moment;

    Escalations(StoredClocks stored, PolicyVersions versions, Ledgers ledgers, Reactions reactions, Moment moment) {
        this.stored = stored;
        this.versions = versions;
        this.ledgers = ledgers;
        this.reactions = reactions;
        this.moment = moment;
    }

    @Override
    public String name() {
        return Timekeeping.WORK;
    }

    @Override
    public Optional<Instant> next() {
        return stored.nextMoment();
    }

    @Override
    public void run() {
        Instant now = moment.now();
        try {
            moment.transactions().executeWithoutResult(status -> escalate(StoredClocks.due(now, SHARE), now));
        } catch (RuntimeException together) {
            var tickets = stored.ticketsDue(now, SHARE);
            LOG.warn("{} tickets cannot be escalated together; one after the other now", tickets.size(), together);
            tickets.forEach(ticket -> escalateAlone(ticket, now));
        }
    }

    private void escalateAlone(long ticket, Instant now) {
        try {
            moment.transactions().executeWithoutResult(status -> escalate(Choice.of(ticket), now));
        } catch (RuntimeException failure) {
            LOG.error("Ticket with id {} cannot be escalated; set aside for {}", ticket, SET_ASIDE, failure);
            stored.setAside(ticket, now.plus(SET_ASIDE));
        }
    }

    private void escalate(Choice tickets, Instant now) {
        var locked = ledgers.lockUnlessBusy(tickets);
        if (!locked.isEmpty()) {
            versions.inForce().ifPresent(rules -> escalate(rules, locked, now));
        }
    }

    private void escalate(Rulebook rules, List<TicketState> tickets, Instant now) {
        var reached = new ArrayList<ReachedLevel>();
        reactions.keep(rules, tickets, now, levels -> {
            reached.addAll(levels);
            return new Taken(levels, reactions.findings(levels, now));
        });
        reactions.to(reached, now);
    }
}
