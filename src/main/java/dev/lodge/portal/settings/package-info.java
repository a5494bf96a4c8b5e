/**
 * What a desk decides about its help center, and what agents see of it beside a customer.
 */
@NullMarked
package dev.lodge.portal.settings;

import org.jspecify.annotations.NullMarked;
