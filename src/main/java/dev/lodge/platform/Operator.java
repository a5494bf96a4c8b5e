package dev.lodge.platform;

/**
 * A person who runs the platform.
 *
 * @param email in lower case
 */
public record Operator(long id, String email, String name) {}
