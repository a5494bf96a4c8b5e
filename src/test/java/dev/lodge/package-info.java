/** What tests of several modules share: the cast, the clock, the database. */
@NullMarked
package dev.lodge;

import org.jspecify.annotations.NullMarked;
