/** How operators sign in, on the platform's host only: by the same rules as agents, with a cookie, sessions and a throttle of their own. */
@NullMarked
package dev.lodge.platform.signin;

import org.jspecify.annotations.NullMarked;
