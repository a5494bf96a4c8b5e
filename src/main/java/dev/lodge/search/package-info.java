/**
 * One field for all that a desk has: tickets, articles and customers, each found by the module that keeps it and as far as the agent may
 * see it. Nothing knows of this room; it only puts side by side what the others find.
 */
@NullMarked
package dev.lodge.search;

import org.jspecify.annotations.NullMarked;
