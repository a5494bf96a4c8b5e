/** The pages on which operators look after tenants. They work without JavaScript. */
@NullMarked
package dev.lodge.platform.console;

import org.jspecify.annotations.NullMarked;
