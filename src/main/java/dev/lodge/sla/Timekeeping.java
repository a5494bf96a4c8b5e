package dev.lodge.sla;

import dev.lodge.jobs.Jobs;
import dev.lodge.sla.PolicyVersions.InForce;
import dev.lodge.sla.clocks.ServiceLevel;
import dev.lodge.sla.clocks.Terms;
import dev.lodge.tickets.LedgerEntry;
import dev.lodge.tickets.Ledgers;
import dev.lodge.tickets.TicketActed;
import dev.lodge.tickets.TicketFact.PolicyApplied;
import dev.lodge.tickets.TicketState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the clocks of tickets true to their ledgers, in the transaction that changes the ticket. A tenant that never had a policy costs
 * one look into an empty table.
 */
@Component
class Timekeeping {

    /** The kind of work that is due when a clock comes due. */
    static final String WORK = "sla";

    /** Bound while somebody changes several tickets, whose clocks are then kept together. */
    private static final ScopedValue<Boolean> TOGETHER = ScopedValue.newInstance();

    private final PolicyVersions versions;
    private final Ledgers ledgers;
    private final ClockTable table;
    private final Jobs jobs;

    Timekeeping(PolicyVersions versions, Ledgers ledgers, ClockTable table, Jobs jobs) {
        this.versions = versions;
        this.ledgers = ledgers;
        this.table = table;
        this.jobs = jobs;
    }

    @EventListener
    void on(TicketActed acted) {
        if (!TOGETHER.isBound()) {
            keep(List.of(acted.ticketId()), acted.act().at());
        }
    }

    /** Does what changes tickets without their clocks being kept for each; the caller does so afterwards. */
    static void together(Runnable changes) {
        ScopedValue.where(TOGETHER, true).run(changes);
    }

    /**
     * Brings the clocks of tickets up to date, and has what comes due woken.
     *
     * @param tickets ids; locked by the transaction under way
     */
    void keep(Collection<Long> tickets, Instant at) {
        versions.inForce().ifPresent(rules -> {
            var times = replay(rules.policies(), ledgers.states(tickets), at);
            var next = table.update(times, rules.levels(), at, ClockTable.NOTHING_TAKEN);
            if (next != null) {
                jobs.wake(WORK, next);
            }
        });
    }

    /** The clocks as their ledgers say, under the policies in force. */
    List<TicketTimes> replay(List<InForce> policies, List<TicketState> tickets, Instant at) {
        var books = ledgers.of(tickets.stream().map(TicketState::id).toList());
        var times = new ArrayList<TicketTimes>();
        for (var ticket : tickets) {
            var ledger = new ArrayList<>(books.getOrDefault(ticket.id(), List.of()));
            var finding = decide(policies, ticket, ledger);
            if (finding != null) {
                ledger.add(new LedgerEntry(at, finding));
            }
            times.add(new TicketTimes(ticket, ServiceLevel.replay(ledger, versions, at), finding));
        }
        return times;
    }

    /** What is to be recorded, or null if the ticket is under the right policy. One that is done stays under the one it was. */
    static @Nullable PolicyApplied decide(List<InForce> policies, TicketState ticket, List<LedgerEntry> ledger) {
        if (!ticket.status().isUnfinished()) {
            return null;
        }
        var now = applied(ledger);
        var terms = PolicyVersions.decide(policies, ticket).orElse(null);
        var next = terms == null ? new PolicyApplied(null, null, null) : applied(terms);
        return next.equals(now) ? null : next;
    }

    private static PolicyApplied applied(Terms terms) {
        return new PolicyApplied(terms.policy(), terms.name(), terms.version());
    }

    private static PolicyApplied applied(List<LedgerEntry> ledger) {
        for (var entry : ledger.reversed()) {
            if (entry.fact() instanceof PolicyApplied policy) {
                return policy;
            }
        }
        return new PolicyApplied(null, null, null);
    }
}
