/** What operators do on their pages. */
@NullMarked
package dev.lodge.platform.console;

import org.jspecify.annotations.NullMarked;
