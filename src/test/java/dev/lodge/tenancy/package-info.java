/** The walls between tenants, each tried alone. */
@NullMarked
package dev.lodge.tenancy;

import org.jspecify.annotations.NullMarked;
