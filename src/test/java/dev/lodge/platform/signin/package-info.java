/** Operators come in. */
@NullMarked
package dev.lodge.platform.signin;

import org.jspecify.annotations.NullMarked;
