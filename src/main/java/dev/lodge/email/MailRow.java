package dev.lodge.email;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as lists show it.
 *
 * @param kind the name of its kind
 * @param status {@code queued}, {@code sent}, {@code failed} or {@code kept}
 * @param nextAttemptAt while queued
 */
public record MailRow(
        long id,
        String kind,
        String toAddress,
        String toName,
        String subject,
        String status,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt) {

    /** Whether it can be sent by hand. */
    public boolean canBeSent() {
        return status.equals("kept") || status.equals("failed");
    }
}
