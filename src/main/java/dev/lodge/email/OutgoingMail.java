package dev.lodge.email;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail whose turn it is.
 *
 * @param messageId with its angle brackets; the same for each attempt
 * @param thread what the mails of one ticket share, with angle brackets, or null
 * @param letter null when it was stored under another secret than there is now
 * @param attempt from 1; also tells an attempt from a later one of somebody who took over
 * @param giveUpAt the moment after which it is not tried again
 */
record OutgoingMail(
        long id,
        String messageId,
        @Nullable String thread,
        String toAddress,
        String toName,
        @Nullable Letter letter,
        boolean automatic,
        int attempt,
        Instant giveUpAt) {}
