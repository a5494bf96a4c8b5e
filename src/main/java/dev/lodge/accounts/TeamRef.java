package dev.lodge.accounts;

/** A team as others mention it: {@code {"id": 3, "name": "Returns and warranty"}}. */
public record TeamRef(long id, String name) {}
