package dev.lodge.tenancy;

import java.time.Instant;

/** A host of a tenant; links are built from the primary one. */
public record Domain(HostName host, boolean primary, Instant createdAt) {}
