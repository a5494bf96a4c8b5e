/** What a load balancer is told. */
@NullMarked
package dev.lodge.platform.health;

import org.jspecify.annotations.NullMarked;
