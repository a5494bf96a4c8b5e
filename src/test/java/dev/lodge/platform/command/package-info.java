/** The command line: what is said, and how commands end. */
@NullMarked
package dev.lodge.platform.command;

import org.jspecify.annotations.NullMarked;
