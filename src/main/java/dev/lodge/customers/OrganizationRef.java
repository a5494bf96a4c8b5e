package dev.lodge.customers;

/** An organisation as others mention it: {@code {"id": 4, "name": "Ridgeline Outfitters"}}. */
public record OrganizationRef(long id, String name) {}
