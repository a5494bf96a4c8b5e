package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.TEAM_MEMBER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

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
        var inTeam = exists(
                selectOne().from(TEAM_MEMBER).where(TEAM_MEMBER.AGENT_ID.eq(AGENT.ID), TEAM_MEMBER.TEAM_ID.in(teams)));
        return agents.active(AGENT.ID
                .in(ids)
                .or(inTeam)
                .or(AGENT.ROLE.in(roles.stream().map(Role::code).toList())));
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
