/** See the package of the same name in the product. */
@NullMarked
package dev.lodge.web.api;

import org.jspecify.annotations.NullMarked;
