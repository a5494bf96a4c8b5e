package dev.lodge.accounts;

import dev.lodge.web.api.Change;
import java.util.Set;

/** What is to change about an agent; what is absent stays. */
record AgentChange(
        Change<EmailAddress> email,
        Change<String> name,
        Change<Role> role,
        Change<Set<Long>> teams,
        Change<Boolean> active,
        Change<String> password) {

    static AgentChange none() {
        return new AgentChange(
                Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent());
    }

    AgentChange active(boolean wanted) {
        return new AgentChange(email, name, role, teams, Change.to(wanted), password);
    }

    /** What a member's page sends. */
    static AgentChange of(String name, Role role, Set<Long> teams) {
        return new AgentChange(
                Change.absent(), Change.to(name), Change.to(role), Change.to(teams), Change.absent(), Change.absent());
    }
}
