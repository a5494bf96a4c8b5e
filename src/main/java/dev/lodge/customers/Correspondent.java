package dev.lodge.customers;

import dev.lodge.accounts.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A customer as somebody to write to.
 *
 * @param address the primary one
 * @param language a tag of BCP 47, or null
 * @param wishes what the customer wants to be mailed
 */
public record Correspondent(
        String name, EmailAddress address, @Nullable String language, MailWishes wishes) {}
