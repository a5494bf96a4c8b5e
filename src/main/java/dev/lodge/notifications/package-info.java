/**
 * Who is told what, and how. {@link dev.lodge.notifications.Telling} is the whole rule about agents on one page: it turns an act on a
 * ticket into words to somebody, as a pure function. What it says is stored as notices within the transaction of the act, seen in the
 * application at once, and mailed a little later, bundled, unless it was read meanwhile. {@link dev.lodge.notifications.CustomerMail}
 * is the same for customers, who get mail alone.
 *
 * <p>Nobody is told of what they did themselves, of a ticket that they may not see, or twice of one act. That is asked again when a
 * notice is shown or mailed, because a ticket may have left the agent's sight since.
 */
@NullMarked
package dev.lodge.notifications;

import org.jspecify.annotations.NullMarked;
