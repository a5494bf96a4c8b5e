package dev.lodge.accounts;

import dev.lodge.problem.Forbidden;
import java.util.Set;

/**
 * The agent on whose behalf something is done, with the rights in force: those of the role, narrowed by the token's scopes. A handler
 * of a route takes it as a parameter.
 *
 * @param agentId the agent's id within the tenant
 * @param name as shown to others
 * @param role the agent's role
 * @param permissions what this sign-in may do; never more than the role
 * @param scope which tickets exist for this agent
 * @param teams ids of the agent's teams
 */
public record Caller(
        long agentId, String name, Role role, Set<Permission> permissions, TicketScope scope, Set<Long> teams) {

    public Caller {
        permissions = Set.copyOf(permissions);
        teams = Set.copyOf(teams);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** @throws Forbidden when this sign-in lacks the permission */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new Forbidden();
        }
    }
}
