/**
 * The walls between tenants: which tenant a host names, which one is bound to the running code, and the one data source that turns
 * the bound tenant into the database role in force. Creating tenants and migrating their schemas live here too. Other modules read
 * {@link dev.lodge.tenancy.Tenants#current()} and write SQL through {@link dev.lodge.tenancy.TenantDatabase}; roles and schemas are
 * mentioned nowhere else.
 */
@NullMarked
package dev.lodge.tenancy;

import org.jspecify.annotations.NullMarked;
