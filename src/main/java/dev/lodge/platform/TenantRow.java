package dev.lodge.platform;

import dev.lodge.tenancy.TenantStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as lists show it.
 *
 * @param hosts the primary one first
 * @param address of the primary host, as people type it
 * @param behind whether its schema lacks a migration of this release, so that its desk shows maintenance
 */
public record TenantRow(
        String slug,
        String name,
        TenantStatus status,
        @Nullable String suspendedReason,
        List<String> hosts,
        String address,
        int schemaVersion,
        boolean behind,
        Instant createdAt) {}
