/**
 * Where whatever went wrong becomes an answer: a problem document (RFC 9457) for the API, a page in the desk's colours
 * for people, a line at the corner for htmx. Nothing of an unknown exception is shown, only a reference to the log.
 */
@NullMarked
package dev.lodge.web.fault;

import org.jspecify.annotations.NullMarked;
