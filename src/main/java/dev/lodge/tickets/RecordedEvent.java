package dev.lodge.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger.
 *
 * @param type a word for the kind of fact, for example {@code status_changed}
 * @param actor who did it; null if the desk itself did, by rule
 * @param data the fact
 * @param message id of the message, for facts that are one
 */
public record RecordedEvent(
        long id,
        String type,
        @Nullable Author actor,
        TicketFact data,
        @Nullable Long message,
        Instant createdAt) {}
