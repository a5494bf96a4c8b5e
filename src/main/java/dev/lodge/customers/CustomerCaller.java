package dev.lodge.customers;

import org.jspecify.annotations.Nullable;

/**
 * A customer who is signed in.
 *
 * @param customerId the customer's id within the tenant
 * @param organizationTickets id of the organisation whose tickets the customer may see too, or null
 */
public record CustomerCaller(
        long customerId, String name, @Nullable Long organizationTickets) {}
