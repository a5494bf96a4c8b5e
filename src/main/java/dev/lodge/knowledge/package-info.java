/**
 * What a desk has written down for all who ask: categories in a tree, articles with their versions, languages and moments of
 * publication, what readers think of them, and the search over them. Whoever asks is a {@link dev.lodge.knowledge.Reader}, and what a
 * reader may see is decided within each statement: an article out of sight is one that there is not. {@link
 * dev.lodge.knowledge.Articles} is for reading, {@link dev.lodge.knowledge.Authoring} for writing.
 */
@NullMarked
package dev.lodge.knowledge;

import org.jspecify.annotations.NullMarked;
