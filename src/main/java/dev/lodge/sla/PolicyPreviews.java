package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.NotFound;
import dev.lodge.sla.PolicyEffect.Example;
import dev.lodge.sla.PolicyVersions.InForce;
import dev.lodge.sla.PolicyVersions.Rulebook;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries an edit of a policy on open tickets: replays their ledgers with it and without, and saves nothing. */
@Component
public class PolicyPreviews {

    private static final int MOST = 2_000;
    private static final int SHARE = 200;
    private static final int EXAMPLES = 10;

    /** So long after the edit, so that what it makes late is. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final StoredPolicies stored;
    private final PolicyVersions versions;
    private final PolicyChecks checks;
    private final Ledgers ledgers;
    private final Moment moment;

    PolicyPreviews(
            StoredPolicies stored, PolicyVersions versions, PolicyChecks checks, Ledgers ledgers, Moment moment) {
        this.stored = stored;
        this.versions = versions;
        this.checks = checks;
        this.ledgers = ledgers;
        this.moment = moment;
    }

    /** The edited policy among the others. */
    private record Plan(List<InForce> policies, Terms edited, PolicyVersions versions) implements PolicyBook {

        @Override
        public Terms terms(long policy, int version) {
            return policy == edited.policy() && version == edited.version() ? edited : versions.terms(policy, version);
        }
    }

    /** @throws dev.lodge.problem.Invalid as the edit itself would */
    public PolicyEffect of(Caller caller, long id, NewPolicy request) {
        caller.require(Permission.SLA_MANAGE);
        request.errors().throwIfAny();
        return Objects.requireNonNull(moment.transactions().execute(status -> {
            var plan = plan(stored.find(id).orElseThrow(NotFound::new), request);
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
        }));
    }

    private Plan plan(PolicyDetails policy, NewPolicy request) {
        var said = checks.check(request, policy.id());
        var edited = said.terms(policy.id(), policy.version() + 1);
        var order = new ArrayList<InForce>();
        int place = 0;
        for (var other : versions.inForce().map(Rulebook::policies).orElse(List.of())) {
            if (other.terms().policy() == policy.id()) {
                place = order.size();
            } else {
                order.add(other);
            }
        }
        int wanted = request.position() == null ? place : Math.min(request.position() - 1, order.size());
        order.add(wanted, new InForce(said.conditions(), edited));
        return new Plan(order, edited, versions);
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
