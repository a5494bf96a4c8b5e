/**
 * The database Lodge stands on. Without a configured one, this room starts Lodge's own PostgreSQL from bundled
 * binaries, keeps its files and passwords in the data directory, shares the server between Lodge's processes and
 * stops it with the last of them. With a configured one it only says how to reach it. It knows nothing of tenants and
 * nothing of Spring.
 */
@NullMarked
package dev.lodge.database;

import org.jspecify.annotations.NullMarked;
