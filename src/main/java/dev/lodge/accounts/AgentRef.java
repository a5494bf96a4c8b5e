package dev.lodge.accounts;

/** An agent as others mention them: {@code {"id": 7, "name": "Priya Raman"}}. */
public record AgentRef(long id, String name) {}
