/** Two addresses that a load balancer asks, on any host and without a sign-in. */
@NullMarked
package dev.lodge.platform.health;

import org.jspecify.annotations.NullMarked;
