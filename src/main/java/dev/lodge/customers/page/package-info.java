/** The desk's pages about customers: the list, one person with what they asked, and the forms to enter and change them. */
@NullMarked
package dev.lodge.customers.page;

import org.jspecify.annotations.NullMarked;
