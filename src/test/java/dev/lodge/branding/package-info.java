/** The page about a desk's looks, and what may be uploaded there. */
@NullMarked
package dev.lodge.branding;

import org.jspecify.annotations.NullMarked;
