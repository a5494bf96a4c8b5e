/** The demo tenants. */
@NullMarked
package dev.lodge.demo;

import org.jspecify.annotations.NullMarked;
