/**
 * The habits of the HTTP API: strict JSON in snake_case, lists with pages, filters and orderings that are named or
 * refused, versions as entity tags, and changes that tell <em>absent</em> from <em>null</em>.
 */
@NullMarked
@NamedInterface("api")
package dev.lodge.web.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
