/**
 * Tests of the database room, on real servers and real processes, and {@link dev.lodge.database.TestDatabase} for all
 * others.
 */
@NullMarked
package dev.lodge.database;

import org.jspecify.annotations.NullMarked;
