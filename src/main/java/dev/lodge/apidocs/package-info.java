/**
 * The API, described for programs at {@code /api/schema} (OpenAPI 3.1, generated from the handlers and never written by hand) and
 * for people at {@code /api/docs}, where it can be tried. What only people can say about an operation stands in the message bundle
 * {@code apidocs}, a line for each; one that is missing fails a test.
 */
@NullMarked
package dev.lodge.apidocs;

import org.jspecify.annotations.NullMarked;
