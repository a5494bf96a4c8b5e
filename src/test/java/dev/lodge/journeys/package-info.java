/** Whole stories in a real browser, over both tenants, with accessibility checked on each page on the way. */
@NullMarked
package dev.lodge.journeys;

import org.jspecify.annotations.NullMarked;
