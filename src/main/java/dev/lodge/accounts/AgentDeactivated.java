package dev.lodge.accounts;

/** An agent was deactivated, within the transaction under way: open tickets go back to their teams. */
public record AgentDeactivated(long agentId, long byAgentId) {}
