package dev.lodge.accounts;

/** @param people active agents of the role */
public record RoleRow(Role role, TicketScope scope, int people) {}
