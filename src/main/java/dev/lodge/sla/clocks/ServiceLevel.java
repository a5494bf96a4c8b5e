package dev.lodge.sla.clocks;

import dev.lodge.sla.Metric;
import dev.lodge.tickets.LedgerEntry;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Folds a ticket's ledger into its clocks.
 *
 * <ul>
 *   <li><b>First response</b> runs from creation to the first public reply of an agent. It never pauses.
 *   <li><b>Next response</b> runs from the customer's oldest message that no agent has answered to the next public reply; each such
 *       span is a clock of its own. What the customer writes before the first response is answered by that, so it begins none. It never
 *       pauses: who sets a ticket aside without a word has not answered.
 *   <li><b>Periodic update</b> runs from each public reply to the next one while the ticket is unresolved.
 *   <li><b>Resolution</b> runs from creation until the ticket is solved. Opened again, it goes on with the time it had used. A ticket
 *       closed by decision is resolved at that moment.
 * </ul>
 *
 * Statuses in which a policy pauses stop periodic update and resolution. Once the ticket is solved or closed nobody waits for a
 * response or an update, and their clocks are cancelled.
 *
 * <p>Which policy holds is read from the ledger too ({@link TicketFact.PolicyApplied}), so the fold asks no conditions. The target in
 * force is that of the policy's version for the ticket's present priority; when it changes, the new one is laid over the same past:
 * the time used is measured again in its own way, and may exceed it, so that the clock is late at once. A clock is late when it still
 * runs after it came due; it then keeps its target for good, as one that ended does. Done in the very moment of coming due is in time.
 *
 * <p>Machines' clocks differ: an entry that claims to be earlier than the one before it counts as of the same moment.
 */
public final class ServiceLevel {

    private final PolicyBook book;
    private final List<Course> courses = new ArrayList<>();

    private Instant now = Instant.MIN;
    private TicketStatus status = TicketStatus.NEW;
    private Priority priority = Priority.NORMAL;
    private @Nullable Terms terms;

    private ServiceLevel(PolicyBook book) {
        this.book = book;
    }

    /**
     * The clocks of a ticket for which something was ever promised, by metric and ordinal.
     *
     * @param ledger in the order in which it was written; empty gives none
     * @param until as of which moment; not before the ledger's last entry
     */
    public static List<ClockState> replay(List<LedgerEntry> ledger, PolicyBook book, Instant until) {
        var level = new ServiceLevel(book);
        for (var entry : ledger) {
            level.proceed(entry.at());
            level.happen(entry.fact());
        }
        level.proceed(until);
        level.pass(level.now);
        return level.courses.stream()
                .map(course -> course.state(level.now))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(ClockState::metric).thenComparing(ClockState::ordinal))
                .toList();
    }

    /** A state that lasts for no time, in the middle of an act, promises nothing. */
    private void proceed(Instant to) {
        if (to.isAfter(now)) {
            pass(to);
            now = to;
        }
    }

    private void pass(Instant to) {
        courses.forEach(course -> course.pass(promise(course.metric()), now, to));
    }

    private @Nullable Promise promise(Metric metric) {
        var policy = terms;
        return policy == null
                ? null
                : policy.target(metric, priority)
                        .map(target -> new Promise(policy, target))
                        .orElse(null);
    }

    private void happen(TicketFact fact) {
        switch (fact) {
            case TicketFact.Opened opened -> {
                status = opened.status();
                priority = opened.priority();
                begin(Metric.FIRST_RESPONSE);
                begin(Metric.RESOLUTION);
            }
            case TicketFact.PriorityChanged changed -> priority = changed.to();
            case TicketFact.PolicyApplied applied -> terms = termsOf(applied);
            case TicketFact.StatusChanged changed -> become(changed.to());
            case TicketFact.Replied _ -> answer();
            case TicketFact.CustomerReplied _ -> ask();
            case TicketFact.AssigneeChanged _,
                    TicketFact.TeamChanged _,
                    TicketFact.SubjectChanged _,
                    TicketFact.DescriptionChanged _,
                    TicketFact.CustomerChanged _,
                    TicketFact.TagsChanged _,
                    TicketFact.DueDateChanged _,
                    TicketFact.Noted _,
                    TicketFact.ForceClosed _,
                    TicketFact.FollowedUp _,
                    TicketFact.TargetMissed _,
                    TicketFact.Escalated _ -> {}
        }
    }

    private @Nullable Terms termsOf(TicketFact.PolicyApplied applied) {
        return applied.policy() == null || applied.version() == null
                ? null
                : book.terms(applied.policy(), applied.version());
    }

    private void answer() {
        end(Metric.FIRST_RESPONSE, true);
        end(Metric.NEXT_RESPONSE, true);
        end(Metric.PERIODIC_UPDATE, true);
        if (status.isUnfinished()) {
            begin(Metric.PERIODIC_UPDATE);
        }
    }

    private void ask() {
        if (open(Metric.FIRST_RESPONSE) == null && open(Metric.NEXT_RESPONSE) == null) {
            begin(Metric.NEXT_RESPONSE);
        }
    }

    private void become(TicketStatus next) {
        boolean unfinished = status.isUnfinished();
        status = next;
        if (next.isUnfinished()) {
            courses.stream().filter(Course::isOpen).forEach(course -> course.enter(next, now));
            if (!unfinished) {
                courses.stream()
                        .filter(course -> course.metric() == Metric.RESOLUTION)
                        .forEach(course -> course.resume(next, now));
            }
        } else {
            end(Metric.FIRST_RESPONSE, false);
            end(Metric.NEXT_RESPONSE, false);
            end(Metric.PERIODIC_UPDATE, false);
            end(Metric.RESOLUTION, true);
        }
    }

    private void begin(Metric metric) {
        long before =
                courses.stream().filter(course -> course.metric() == metric).count();
        courses.add(new Course(metric, (int) before + 1, status, now));
    }

    private void end(Metric metric, boolean done) {
        var course = open(metric);
        if (course != null) {
            course.end(done, now);
            if (course.isVoid()) {
                courses.remove(course);
            }
        }
    }

    private @Nullable Course open(Metric metric) {
        return courses.stream()
                .filter(course -> course.metric() == metric && course.isOpen())
                .findFirst()
                .orElse(null);
    }
}
