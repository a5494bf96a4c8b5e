/** What the ticket's page says about its clocks: how each stands, and why it is due when it is. */
@NullMarked
package dev.lodge.sla.panel;

import org.jspecify.annotations.NullMarked;
