/** The pages about customers, asked for as browsers do. */
@NullMarked
package dev.lodge.customers.page;

import org.jspecify.annotations.NullMarked;
