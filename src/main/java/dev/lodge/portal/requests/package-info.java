/**
 * What customers ask: the list, a new request, its conversation. People who are not signed in may ask too, if the desk allows
 * it; their words wait until the address is confirmed.
 */
@NullMarked
package dev.lodge.portal.requests;

import org.jspecify.annotations.NullMarked;
