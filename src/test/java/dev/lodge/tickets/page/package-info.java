/** The pages about tickets, asked for as browsers do. */
@NullMarked
package dev.lodge.tickets.page;

import org.jspecify.annotations.NullMarked;
