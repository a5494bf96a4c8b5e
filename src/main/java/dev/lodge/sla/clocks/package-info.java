/**
 * Service levels as a function: a ticket's ledger and the policies that it names go in, the state of its clocks comes out. Nothing here
 * knows of a database, of a request or of the present moment, so what the desk promised can be computed again at any time, from the
 * facts alone, and explained. {@link dev.lodge.sla.clocks.ServiceLevel} says what runs which clock.
 */
@NullMarked
package dev.lodge.sla.clocks;

import org.jspecify.annotations.NullMarked;
