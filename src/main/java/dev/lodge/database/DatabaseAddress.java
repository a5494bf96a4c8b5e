package dev.lodge.database;

/**
 * Where the database is and who may enter it.
 *
 * @param jdbcUrl a {@code jdbc:postgresql:} URL without credentials
 * @param owner owns the database; runs migrations and provisioning, and may create roles
 * @param application the pool's login; owns nothing and reads nothing until it takes a tenant's role
 */
public record DatabaseAddress(String jdbcUrl, Login owner, Login application) {}
