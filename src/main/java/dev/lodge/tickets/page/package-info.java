/**
 * The pages on which agents work with tickets. They act through {@link dev.lodge.tickets.Tickets} and look through
 * {@link dev.lodge.tickets.TicketLists} and {@link dev.lodge.tickets.Conversation}, so that page and API obey the same rules; here
 * is only what a page adds: what changed since it was shown, what is sent twice, and how facts read as sentences.
 */
@NullMarked
package dev.lodge.tickets.page;

import org.jspecify.annotations.NullMarked;
