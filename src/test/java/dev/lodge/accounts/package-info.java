/** Who may come in and what they may do then. */
@NullMarked
package dev.lodge.accounts;

import org.jspecify.annotations.NullMarked;
