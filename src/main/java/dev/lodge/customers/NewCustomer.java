package dev.lodge.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as somebody enters one, not yet checked.
 *
 * @param name 1 to 120 characters
 * @param email the primary address; may also come first among the others
 * @param emails further addresses, at most 20
 * @param organization id
 * @param language a tag of BCP 47
 * @param timeZone a name of the IANA database
 * @param notes up to 10,000 characters
 */
public record NewCustomer(
        @Nullable String name,
        @Nullable String email,
        @Nullable List<@Nullable String> emails,
        @Nullable Long organization,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String notes) {}
