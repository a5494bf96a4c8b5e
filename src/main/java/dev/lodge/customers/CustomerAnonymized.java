package dev.lodge.customers;

/** A person was forgotten: whatever else knows of them forgets them too. Told within the transaction that did it. */
public record CustomerAnonymized(long customerId) {}
