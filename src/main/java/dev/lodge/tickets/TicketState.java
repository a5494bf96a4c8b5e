package dev.lodge.tickets;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as rules see it: what their conditions read.
 *
 * @param id the row's, not the number that people see
 * @param organization the customer's
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
        Set<String> tags) {

    public TicketState {
        tags = Set.copyOf(tags);
    }
}
