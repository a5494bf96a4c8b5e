package dev.lodge.customers;

import java.time.Instant;
import java.util.List;

/** The company or group that customers belong to. */
public record Organization(long id, String name, List<String> domains, String notes, Instant createdAt, long version) {}
