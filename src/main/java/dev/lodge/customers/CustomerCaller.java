package dev.lodge.customers;

import org.jspecify.annotations.Nullable;

/**
 * A customer who is signed in, on whose behalf something is done.
 *
 * @param name as shown to others
 * @param organizationTickets id of the organisation whose tickets they may see beside their own, or null
 */
public record CustomerCaller(
        long customerId, String name, @Nullable Long organizationTickets) {}
