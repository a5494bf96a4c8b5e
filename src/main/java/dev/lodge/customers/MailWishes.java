package dev.lodge.customers;

/**
 * What a customer wants to be mailed of what happens to their tickets.
 *
 * @param answered when an agent answers
 * @param solved when a ticket is solved
 */
public record MailWishes(boolean answered, boolean solved) {}
