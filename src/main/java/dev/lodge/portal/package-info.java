/**
 * What a desk's customers see: the help center, how they sign in to it, their requests and what is kept of them. It composes what other
 * modules know; who a customer is during a request is said by {@link dev.lodge.portal.SignedInCustomer}, and which routes are theirs by
 * {@link dev.lodge.portal.ForCustomers}. Customers read of requests, agents of tickets: they are the same.
 */
@NullMarked
package dev.lodge.portal;

import org.jspecify.annotations.NullMarked;
