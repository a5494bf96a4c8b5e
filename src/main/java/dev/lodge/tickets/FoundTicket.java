package dev.lodge.tickets;

import dev.lodge.customers.CustomerRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that a search found.
 *
 * @param id its number within the tenant
 * @param snippet where in it the words stand, as HTML that is safe to show, the words in {@code <mark>}
 * @param isNumbered whether what was typed is its number
 */
public record FoundTicket(
        long id,
        String subject,
        String snippet,
        TicketStatus status,
        Priority priority,
        @Nullable CustomerRef customer,
        Instant updatedAt,
        boolean isNumbered) {}
