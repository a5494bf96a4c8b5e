package dev.lodge.tickets;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.TeamRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a ticket. The ledger keeps each as its type and its data, for ever, so a component may be added here but not
 * renamed. Agents and teams are kept with the name they had at the moment; customers by id alone, so that they can be forgotten.
 */
public sealed interface TicketFact {

    /**
     * The ticket exists from here on.
     *
     * @param customer id, or null
     * @param follows number of the closed ticket that it continues, or null
     */
    record Opened(
            TicketStatus status,
            Priority priority,
            Channel channel,
            @Nullable Long customer,
            @Nullable AgentRef assignee,
            @Nullable TeamRef team,
            @Nullable Instant dueAt,
            @Nullable Long follows)
            implements TicketFact {}

    record StatusChanged(TicketStatus from, TicketStatus to) implements TicketFact {}

    record PriorityChanged(Priority from, Priority to) implements TicketFact {}

    record AssigneeChanged(
            @Nullable AgentRef from, @Nullable AgentRef to) implements TicketFact {}

    record TeamChanged(@Nullable TeamRef from, @Nullable TeamRef to) implements TicketFact {}

    record SubjectChanged(String from, String to) implements TicketFact {}

    record DescriptionChanged() implements TicketFact {}

    /** Another person is the one who asks; ids. */
    record CustomerChanged(@Nullable Long from, @Nullable Long to) implements TicketFact {}

    record TagsChanged(List<String> added, List<String> removed) implements TicketFact {}

    /** The due date was set by hand. */
    record DueDateChanged(@Nullable Instant from, @Nullable Instant to) implements TicketFact {}

    /** An agent wrote to the customer. */
    record Replied() implements TicketFact {}

    /** An agent wrote an internal note. */
    record Noted() implements TicketFact {}

    record CustomerReplied() implements TicketFact {}

    /** Closed by a manager's decision; a {@link StatusChanged} comes with it. */
    record ForceClosed(String reason) implements TicketFact {}

    /** The customer wrote after it was closed; the ticket of this number goes on. */
    record FollowedUp(long number) implements TicketFact {}

    /**
     * From here on another service level holds, or another version of the same; all null when none does any more.
     *
     * @param policy id
     * @param name as it was called then
     */
    record PolicyApplied(
            @Nullable Long policy,
            @Nullable String name,
            @Nullable Integer version) implements TicketFact {}

    /**
     * What was promised did not happen in time.
     *
     * @param metric a word for what was promised, for example {@code first_response}
     * @param due the moment by which it was to happen, which is before the fact was recorded
     */
    record TargetMissed(String metric, Instant due) implements TicketFact {}

    /**
     * A level of escalation was reached.
     *
     * @param metric as in {@link TargetMissed}
     * @param level what the level is called
     * @param actions words for what was done, for example {@code raise_priority}
     */
    record Escalated(String metric, String level, List<String> actions) implements TicketFact {}
}
