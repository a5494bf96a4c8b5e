/**
 * The heart of the desk: requests of customers, the conversation about them, and the ledger of all that happened to them. The
 * {@link dev.lodge.tickets.Ticket} guards its own life cycle and records every change as a {@link dev.lodge.tickets.TicketFact};
 * {@link dev.lodge.tickets.Tickets} is how pages, the API and other modules act on one, and {@link dev.lodge.tickets.TicketLists}
 * how they look at many. Others listen to {@link dev.lodge.tickets.TicketEvent}s, within the transaction that caused them.
 *
 * <p>A request is judged in this order, by pages and API alike: is somebody signed in (401), does the route's permission hold (403),
 * is the body well formed (400), does the ticket exist for the caller (404), is the version the one that was read (412), do the finer
 * permissions hold (403), do the ids in the body exist (400), does the state allow it (409).
 */
@NullMarked
package dev.lodge.tickets;

import org.jspecify.annotations.NullMarked;
