package dev.lodge.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as somebody enters one, not yet checked.
 *
 * @param name 1 to 120 characters, unique whatever its case
 * @param domains mail domains of its people
 * @param notes up to 10,000 characters
 */
public record NewOrganization(
        @Nullable String name,
        @Nullable List<@Nullable String> domains,
        @Nullable String notes) {}
