package dev.lodge.customers;

/** A customer came to another organisation, or to none. Told within the transaction that made it so. */
public record CustomerMoved(long customerId) {}
