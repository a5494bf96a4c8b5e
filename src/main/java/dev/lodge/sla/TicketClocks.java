package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.sla.clocks.ClockState;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.sla.clocks.ServiceLevel;
import dev.lodge.tickets.Ledgers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The clocks of a ticket, counted from its ledger at the moment of asking, and explained. */
@Component
public class TicketClocks {

    private final Ledgers ledgers;
    private final PolicyVersions versions;
    private final Explanations explanations;
    private final Moment moment;

    TicketClocks(Ledgers ledgers, PolicyVersions versions, Explanations explanations, Moment moment) {
        this.ledgers = ledgers;
        this.versions = versions;
        this.explanations = explanations;
        this.moment = moment;
    }

    /**
     * In the order in which they began.
     *
     * @param number the ticket's
     * @throws dev.lodge.problem.NotFound when the caller does not see it
     */
    public List<ClockDetails> of(Caller caller, long number) {
        long id = ledgers.require(caller, number).id();
        var ledger = ledgers.of(List.of(id)).getOrDefault(id, List.of());
        var now = moment.now();
        return ServiceLevel.replay(ledger, versions, now).stream()
                .sorted(Comparator.comparing(ClockState::startedAt))
                .map(clock -> details(clock, now))
                .toList();
    }

    private ClockDetails details(ClockState clock, Instant now) {
        var terms = clock.terms();
        var hours = clock.target().time() == Counting.BUSINESS ? terms.calendar() : null;
        long used = clock.used().toSeconds();
        var explanation = explanations.of(clock, now);
        return new ClockDetails(
                clock.metric(),
                terms.policy(),
                terms.version(),
                terms.name(),
                clock.target().priority(),
                clock.target().seconds(),
                clock.target().time(),
                hours == null ? null : hours.id(),
                hours == null ? null : hours.name(),
                clock.startedAt(),
                clock.dueAt(),
                clock.status(),
                used,
                clock.target().seconds() - used,
                clock.breachedAt(),
                clock.fulfilledAt(),
                clock.endedAt(),
                clock.breaks().stream()
                        .map(pause -> new ClockDetails.Break(
                                pause.from(), pause.to(), pause.spared().toSeconds()))
                        .toList(),
                explanation.sentence(),
                explanation.due());
    }
}
