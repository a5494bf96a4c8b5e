/** Work that is due at a moment, found without asking every tenant. */
@NullMarked
package dev.lodge.jobs;

import org.jspecify.annotations.NullMarked;
