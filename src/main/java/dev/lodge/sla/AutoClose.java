package dev.lodge.sla;

import dev.lodge.jobs.Jobs;
import dev.lodge.jobs.TenantWork;
import dev.lodge.tickets.TicketActed;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Closes solved tickets after the tenant's days. */
@Component
class AutoClose implements TenantWork {

    static final String WORK = "auto_close";

    private final Tickets tickets;
    private final ClosingRules rules;
    private final Jobs jobs;
    private final Moment moment;

    AutoClose(Tickets tickets, ClosingRules rules, Jobs jobs, Moment moment) {
        this.tickets = tickets;
        this.rules = rules;
        this.jobs = jobs;
        this.moment = moment;
    }

    @EventListener
    void on(TicketActed acted) {
        boolean solved = acted.events().stream()
                .anyMatch(event -> event.fact() instanceof TicketFact.StatusChanged changed
                        && changed.to() == TicketStatus.SOLVED);
        if (solved) {
            after().ifPresent(days -> jobs.wake(WORK, acted.act().at().plus(days)));
        }
    }

    @Override
    public String name() {
        return WORK;
    }

    @Override
    public Optional<Instant> next() {
        return after().flatMap(days -> tickets.longestSolved().map(solved -> solved.plus(days)));
    }

    @Override
    public void run() {
        after().ifPresent(days -> tickets.closeSolvedBefore(moment.now().minus(days)));
    }

    private Optional<Duration> after() {
        int days = rules.current().closeAfterDays();
        return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }
}
