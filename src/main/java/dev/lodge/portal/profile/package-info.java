/**
 * What customers see and change of what is kept of them.
 */
@NullMarked
package dev.lodge.portal.profile;

import org.jspecify.annotations.NullMarked;
