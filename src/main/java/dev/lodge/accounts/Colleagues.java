package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static org.jooq.impl.DSL.any;

import dev.lodge.tenancy.TenantDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /**
     * The ids of the agents who have one of these addresses, by its key; active or not: what an outsider may be told, they may not if they
     * are out.
     */
    public Map<String, Long> withAddresses(Set<EmailAddress> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        return database.sql()
                .select(AGENT.EMAIL_KEY, AGENT.ID)
                .from(AGENT)
                .where(AGENT.EMAIL_KEY.eq(
                        any(addresses.stream().map(EmailAddress::key).toArray(String[]::new))))
                .fetchMap(AGENT.EMAIL_KEY, AGENT.ID);
    }
}
