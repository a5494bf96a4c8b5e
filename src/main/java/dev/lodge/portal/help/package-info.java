/**
 * The pages of the help center that everybody sees.
 */
@NullMarked
package dev.lodge.portal.help;

import org.jspecify.annotations.NullMarked;
