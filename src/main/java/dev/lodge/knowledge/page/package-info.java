/** Where agents write, arrange and look through articles. */
@NullMarked
package dev.lodge.knowledge.page;

import org.jspecify.annotations.NullMarked;
