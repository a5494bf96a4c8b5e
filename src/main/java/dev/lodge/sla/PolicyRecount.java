package dev.lodge.sla;

import dev.lodge.customers.CustomerMoved;
import dev.lodge.jobs.TenantWork;
import dev.lodge.sla.Recounts.Recount;
import dev.lodge.tickets.Ledgers;
import dev.lodge.tickets.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compares open tickets with the policies after these were edited, or after a customer came to another organisation: a share of them at
 * a time, in the order of their ids, so that it goes on where it was stopped.
 */
@Component
class PolicyRecount implements TenantWork {

    private static final int SHARE = 200;

    /** Longer than any transaction that lodges a ticket, and than clocks differ. */
    private static final Duration LODGING = Duration.ofMinutes(15);

    private final Recounts recounts;
    private final PolicyVersions versions;
    private final Ledgers ledgers;
    private final Timekeeping timekeeping;
    private final Moment moment;

    PolicyRecount(Recounts recounts, PolicyVersions versions, Ledgers ledgers, Timekeeping timekeeping, Moment moment) {
        this.recounts = recounts;
        this.versions = versions;
        this.ledgers = ledgers;
        this.timekeeping = timekeeping;
        this.moment = moment;
    }

    @EventListener
    void on(CustomerMoved moved) {
        if (versions.inForce().isPresent()) {
            recounts.request(moment.now());
        }
    }

    @Override
    public String name() {
        return Recounts.WORK;
    }

    @Override
    public Optional<Instant> next() {
        return recounts.underWay().map(Recount::dueAt);
    }

    @Override
    public void run() {
        moment.transactions().executeWithoutResult(status -> {
            var now = moment.now();
            recounts.lock().filter(recount -> !recount.dueAt().isAfter(now)).ifPresent(recount -> goOn(recount, now));
        });
    }

    private void goOn(Recount recount, Instant now) {
        var ids = ledgers.unfinishedAfter(recount.afterTicket(), SHARE).stream()
                .map(TicketState::id)
                .toList();
        if (!ids.isEmpty()) {
            ledgers.lock(ids);
            timekeeping.keep(ids, now);
            recounts.doneUpTo(ids.getLast());
        }
        if (ids.size() < SHARE) {
            finish(recount);
        }
    }

    /** A ticket that was being lodged while the policies were edited may have come under the old ones, and was not to be seen yet. */
    private void finish(Recount recount) {
        if (recount.settling()) {
            recounts.done();
        } else {
            recounts.settleAfter(ledgers.newestBefore(recount.requestedAt().minus(LODGING)));
        }
    }
}
