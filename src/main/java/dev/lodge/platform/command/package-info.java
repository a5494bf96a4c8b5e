/** The commands of {@code ./lodge}. A command line is understood first; only a command that needs it starts the application, without a
 * web server and for as long as it takes. What goes wrong is said in a sentence, never as a stack trace. */
@NullMarked
@NamedInterface("command")
package dev.lodge.platform.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
