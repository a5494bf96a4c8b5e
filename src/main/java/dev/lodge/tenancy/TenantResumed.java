package dev.lodge.tenancy;

/** A tenant is served again. Published within the platform's transaction of it. */
public record TenantResumed(TenantSlug tenant) {}
