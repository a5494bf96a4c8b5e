package dev.lodge.customers;

/** A customer as others mention them: {@code {"id": 12, "name": "Hannah Brooks"}}. */
public record CustomerRef(long id, String name) {}
