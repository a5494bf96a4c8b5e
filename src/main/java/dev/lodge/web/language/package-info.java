/**
 * How the product speaks: the bundles of each language, their patterns with plurals and numbers as the language has them, and which
 * language a reader is spoken to in.
 */
@NullMarked
package dev.lodge.web.language;

import org.jspecify.annotations.NullMarked;
