/**
 * The demo tenants Acme and Globex, told in {@code demo/*.json} as minutes before the moment of loading, so that they look like a desk
 * in the middle of a working day whenever they are created. Loading goes through the other modules' own doors.
 */
@NullMarked
package dev.lodge.demo;

import org.jspecify.annotations.NullMarked;
