/**
 * Stands before every handler: finds out who sent the request, refuses what another site made a browser send, and lets nobody past
 * without the permission that the route names. It knows no kind of credentials and no table; {@link
 * dev.lodge.accounts.SignInSource} and {@link dev.lodge.accounts.RouteRule} tell it.
 */
@NullMarked
package dev.lodge.accounts.guard;

import org.jspecify.annotations.NullMarked;
