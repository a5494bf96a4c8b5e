package dev.lodge.accounts;

import java.time.Instant;

/**
 * A session as its agent sees it.
 *
 * @param current whether it is the one in hand
 */
public record SessionRow(
        long id, Browser browser, String address, Instant createdAt, Instant lastSeenAt, boolean current) {}
