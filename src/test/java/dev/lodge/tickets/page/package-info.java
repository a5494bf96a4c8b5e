/** The pages about tickets, asked for as a browser does. */
@NullMarked
package dev.lodge.tickets.page;

import org.jspecify.annotations.NullMarked;
