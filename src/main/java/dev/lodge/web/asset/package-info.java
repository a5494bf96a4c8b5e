/**
 * Styles, scripts and pictures, put together once at start and kept in memory: of Tabler only the rules for classes that
 * Lodge uses, of its icons only the shapes that are listed. Each file's address carries a hash of its content, so it
 * may be kept for ever.
 */
@NullMarked
package dev.lodge.web.asset;

import org.jspecify.annotations.NullMarked;
