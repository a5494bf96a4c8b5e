package dev.lodge.accounts;

/**
 * An agent was deactivated, or got a role that no ticket can be assigned to, within the transaction under way: open tickets go back to
 * their teams.
 */
public record AgentDeactivated(long agentId, long byAgentId) {}
