package dev.lodge.sla;

import dev.lodge.sla.PolicyEffect.Example;
import dev.lodge.sla.PolicyVersions.InForce;
import dev.lodge.sla.clocks.ClockState;
import dev.lodge.sla.clocks.ClockStatus;
import dev.lodge.sla.clocks.PolicyBook;
import dev.lodge.sla.clocks.ServiceLevel;
import dev.lodge.sla.clocks.Terms;
import dev.lodge.tickets.LedgerEntry;
import dev.lodge.tickets.Ledgers;
import dev.lodge.tickets.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries other policies on open tickets: replays their ledgers under those in force and under these, and saves nothing. */
@Component
class Trials {

    private static final int MOST = 2_000;
    private static final int SHARE = 200;
    private static final int EXAMPLES = 10;

    /** So long after the edit, so that what it makes late is. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final PolicyVersions versions;
    private final Ledgers ledgers;
    private final Moment moment;

    Trials(PolicyVersions versions, Ledgers ledgers, Moment moment) {
        this.versions = versions;
        this.ledgers = ledgers;
        this.moment = moment;
    }

    /** Policies of which some are not saved, besides all that are. */
    private record Plan(List<InForce> policies, PolicyVersions saved) implements PolicyBook {

        @Override
        public Terms terms(long policy, int version) {
            return policies.stream()
                    .map(InForce::terms)
                    .filter(terms -> terms.policy() == policy && terms.version() == version)
                    .findFirst()
                    .orElseGet(() -> saved.terms(policy, version));
        }
    }

    /** @param policies gives those that would be in force, in the order in which they would be asked */
    PolicyEffect of(Supplier<List<InForce>> policies) {
        return Objects.requireNonNull(moment.transactions().execute(status -> of(policies.get())));
    }

    private PolicyEffect of(List<InForce> policies) {
        var plan = new Plan(policies, versions);
        var sum = new Sum();
        long before = Long.MAX_VALUE;
        while (sum.examined < MOST) {
            var share = ledgers.unfinishedBefore(before, SHARE);
            look(share, plan, sum);
            if (share.size() < SHARE) {
                return sum.effect(true);
            }
            before = share.getLast().id();
        }
        return sum.effect(ledgers.unfinishedBefore(before, 1).isEmpty());
    }

    private void look(List<TicketState> tickets, Plan plan, Sum sum) {
        var now = moment.now();
        var books = ledgers.of(tickets.stream().map(TicketState::id).toList());
        for (var ticket : tickets) {
            var ledger = new ArrayList<>(books.getOrDefault(ticket.id(), List.of()));
            var before = times(ticket, ledger, versions, now);
            var finding = Timekeeping.decide(plan.policies(), ticket, ledger);
            if (finding != null) {
                ledger.add(new LedgerEntry(now, finding));
            }
            sum.add(before, times(ticket, ledger, plan, now));
        }
    }

    private static TicketTimes times(TicketState ticket, List<LedgerEntry> ledger, PolicyBook book, Instant now) {
        return new TicketTimes(ticket, ServiceLevel.replay(ledger, book, now.plus(AT_ONCE)), null);
    }

    private static final class Sum {

        private int examined;
        private int changed;
        private int gained;
        private int lost;
        private int earlier;
        private int later;
        private int breached;
        private final List<Example> examples = new ArrayList<>();

        void add(TicketTimes before, TicketTimes after) {
            examined++;
            var due = before.deadline().dueAt();
            var newDue = after.deadline().dueAt();
            boolean gains = !isPromised(before) && isPromised(after);
            boolean loses = isPromised(before) && !isPromised(after);
            boolean breaches = late(after) > late(before);
            if (gains || loses || breaches || !Objects.equals(due, newDue)) {
                changed++;
                gained += gains ? 1 : 0;
                lost += loses ? 1 : 0;
                breached += breaches ? 1 : 0;
                earlier += isBefore(newDue, due) ? 1 : 0;
                later += isBefore(due, newDue) ? 1 : 0;
                if (examples.size() < EXAMPLES) {
                    examples.add(new Example(before.ticket().number(), due, newDue));
                }
            }
        }

        private static boolean isPromised(TicketTimes times) {
            return times.clocks().stream().anyMatch(ClockState::isOpen);
        }

        private static long late(TicketTimes times) {
            return times.clocks().stream()
                    .filter(clock -> clock.status() == ClockStatus.BREACHED)
                    .count();
        }

        private static boolean isBefore(@Nullable Instant one, @Nullable Instant other) {
            return one != null && other != null && one.isBefore(other);
        }

        PolicyEffect effect(boolean complete) {
            return new PolicyEffect(
                    examined, complete, changed, gained, lost, earlier, later, breached, List.copyOf(examples));
        }
    }
}
