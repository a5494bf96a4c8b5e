package dev.lodge.tickets;

/** How many unfinished tickets each view of the rail holds for one agent. */
public record RailNumbers(long mine, long unassigned, long myTeams, long allOpen, long overdue, long pending) {}
