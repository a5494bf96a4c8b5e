package dev.lodge.accounts;

/** An agent was taken out of a team, within the transaction under way: the assignments in that team are cleared. */
public record AgentLeftTeam(long agentId, long teamId, long byAgentId) {}
