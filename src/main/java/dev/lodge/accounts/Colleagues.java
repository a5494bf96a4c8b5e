package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;

import dev.lodge.tenancy.TenantDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The active agents of the tenant in force, for who has something to tell them. */
@Component
public final class Colleagues {

    private final TenantDatabase database;
    private final SignedInAgents agents;

    Colleagues(TenantDatabase database, SignedInAgents agents) {
        this.database = database;
        this.agents = agents;
    }

    /** Those with one of these ids, in one of these teams, or of one of these roles, in the order of their ids. */
    public List<Colleague> among(Collection<Long> ids, Collection<Long> teams, Set<Role> roles) {
        if (ids.isEmpty() && teams.isEmpty() && roles.isEmpty()) {
            return List.of();
        }
        return agents.active(
                ids.toArray(Long[]::new),
                teams.toArray(Long[]::new),
                roles.stream().map(Role::code).toArray(String[]::new));
    }

    /** The id of the agent who has the address, active or not: what an outsider may be told, they may not if they are out. */
    public Optional<Long> withAddress(EmailAddress address) {
        return database.sql()
                .select(AGENT.ID)
                .from(AGENT)
                .where(AGENT.EMAIL_KEY.eq(address.key()))
                .fetchOptional(AGENT.ID);
    }
}
