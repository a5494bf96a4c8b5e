/**
 * What went wrong, said in the product's own words and without a word of HTTP machinery: every module throws these,
 * and {@code web} alone turns them into an answer. Texts are keys of the message bundles, never sentences.
 */
@NullMarked
package dev.lodge.problem;

import org.jspecify.annotations.NullMarked;
