package dev.lodge.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One organisation, as the registry has it.
 *
 * @param id never used again, not even after the tenant is deleted
 * @param name what people call it, 1 to 120 characters
 * @param suspendedReason why it is not served; null while active
 * @param schemaVersion the number of the last migration that its schema has
 * @param primaryHost the host that links are built from
 * @param version counts the changes of the registry's row, for optimistic locking
 */
public record Tenant(
        long id,
        TenantSlug slug,
        String name,
        TenantStatus status,
        @Nullable String suspendedReason,
        Branding branding,
        Locales locales,
        HostName primaryHost,
        int schemaVersion,
        Instant createdAt,
        long version,
        Space space) {

    /** Where a tenant's data lies; only this module looks inside. */
    public record Space(String schema, String role) {}

    /** As it would be with another name and brand; nothing is changed by it. */
    public Tenant branded(String another, Branding brand) {
        return new Tenant(
                id,
                slug,
                another,
                status,
                suspendedReason,
                brand,
                locales,
                primaryHost,
                schemaVersion,
                createdAt,
                version,
                space);
    }

    public boolean isSuspended() {
        return status == TenantStatus.SUSPENDED;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tenant tenant && tenant.id == id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    @Override
    public String toString() {
        return slug.value();
    }
}
