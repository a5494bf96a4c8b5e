package dev.lodge.customers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer as the API and pages show them.
 *
 * @param email the primary address, or null
 * @param emails all addresses, the primary first
 * @param language a tag of BCP 47, or null
 * @param timeZone a name of the IANA database, or null
 * @param anonymizedAt when the person was forgotten, or null
 * @param version for {@code If-Match}
 */
public record CustomerDetails(
        long id,
        String name,
        @Nullable String email,
        List<String> emails,
        @Nullable OrganizationRef organization,
        @Nullable String language,
        @Nullable String timeZone,
        String notes,
        @Nullable Instant anonymizedAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
