package dev.lodge.email;

import org.jspecify.annotations.Nullable;

/**
 * Whom a mail comes from.
 *
 * @param address what stands in From, and where the server reports failures to
 * @param replyTo where answers go, or null for the same address
 */
public record Sender(String address, String name, @Nullable String replyTo) {}
