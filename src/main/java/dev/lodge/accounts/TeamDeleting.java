package dev.lodge.accounts;

/**
 * A team is about to be deleted, within the transaction under way. Who needs the team throws {@link dev.lodge.problem.Conflict} and
 * says why; it then stays.
 */
public record TeamDeleting(long teamId, long byAgentId) {}
