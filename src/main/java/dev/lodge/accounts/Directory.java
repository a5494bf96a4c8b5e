package dev.lodge.accounts;

import java.util.List;
import java.util.Optional;

/** The agents and teams of the tenant in force, as other modules look them up. */
public interface Directory {

    /** An active agent whose role can be assigned tickets; empty for an unknown id or anyone else. */
    Optional<AgentRef> assignable(long agentId);

    Optional<TeamRef> team(long teamId);

    /** Whether the agent belongs to the team. */
    boolean isMember(long agentId, long teamId);

    /** All whom a ticket can be assigned to, by name. */
    List<AgentRef> assignables();

    /** All teams, by name. */
    List<TeamRef> teams();
}
