/**
 * The way out, for connections whose destination a tenant chose: mail servers now, whatever else calls out later. Nothing of the
 * machine or the network that Lodge runs in can be reached by it, whatever a name resolves to.
 */
@NullMarked
package dev.lodge.outside;

import org.jspecify.annotations.NullMarked;
