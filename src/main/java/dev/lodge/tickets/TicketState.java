package dev.lodge.tickets;

import dev.lodge.tickets.Deadlines.Deadline;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as rules see it: what their conditions read, and what was said of its service level last.
 *
 * @param id the row's, not the number that people see
 * @param organization the customer's
 * @param deadline as its row keeps it; null where a date set by hand hides it
 */
public record TicketState(
        long id,
        long number,
        TicketStatus status,
        Priority priority,
        Channel channel,
        @Nullable Long assignee,
        @Nullable Long team,
        @Nullable Long customer,
        @Nullable Long organization,
        Set<String> tags,
        @Nullable Deadline deadline) {

    public TicketState {
        tags = Set.copyOf(tags);
    }
}
