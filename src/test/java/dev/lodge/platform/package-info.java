/** Running Lodge as a whole: commands, operators and what they may do. */
@NullMarked
package dev.lodge.platform;

import org.jspecify.annotations.NullMarked;
