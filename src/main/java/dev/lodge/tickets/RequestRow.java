package dev.lodge.tickets;

import dev.lodge.customers.CustomerRef;
import java.time.Instant;

/**
 * One ticket in a list of those who asked. When it last changed is not said: that may have been a note.
 *
 * @param asker whose it is
 * @param answered whether an agent wrote last
 */
public record RequestRow(
        long number, String subject, RequestStatus status, CustomerRef asker, boolean answered, Instant createdAt) {}
