package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.TEAM;
import static dev.lodge.schema.tenant.Tables.TEAM_MEMBER;

import dev.lodge.tenancy.TenantDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

@Component
class AgentDirectory implements Directory {

    private static final Condition ASSIGNABLE = AGENT.ACTIVE
            .eq(true)
            .and(AGENT.ROLE.in(Stream.of(Role.values())
                    .filter(Role::canBeAssigned)
                    .map(Role::code)
                    .toList()));

    private final TenantDatabase database;

    AgentDirectory(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<AgentRef> assignable(long agentId) {
        return database.sql()
                .select(AGENT.ID, AGENT.NAME)
                .from(AGENT)
                .where(AGENT.ID.eq(agentId))
                .and(ASSIGNABLE)
                .fetchOptional(row -> new AgentRef(row.value1(), row.value2()));
    }

    @Override
    public Optional<TeamRef> team(long teamId) {
        return database.sql()
                .select(TEAM.ID, TEAM.NAME)
                .from(TEAM)
                .where(TEAM.ID.eq(teamId))
                .fetchOptional(row -> new TeamRef(row.value1(), row.value2()));
    }

    @Override
    public boolean isMember(long agentId, long teamId) {
        return database.sql()
                .fetchExists(TEAM_MEMBER, TEAM_MEMBER.TEAM_ID.eq(teamId).and(TEAM_MEMBER.AGENT_ID.eq(agentId)));
    }

    @Override
    public List<AgentRef> assignables() {
        return database.sql()
                .select(AGENT.ID, AGENT.NAME)
                .from(AGENT)
                .where(ASSIGNABLE)
                .orderBy(AGENT.NAME, AGENT.ID)
                .fetch(row -> new AgentRef(row.value1(), row.value2()));
    }

    @Override
    public List<TeamRef> teams() {
        return database.sql()
                .select(TEAM.ID, TEAM.NAME)
                .from(TEAM)
                .orderBy(TEAM.NAME_KEY)
                .fetch(row -> new TeamRef(row.value1(), row.value2()));
    }
}
