package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.TEAM;
import static dev.lodge.schema.tenant.Tables.TEAM_MEMBER;

import dev.lodge.tenancy.TenantDatabase;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who belongs to which team. Both show it, so both get a new version when it changes. */
@Component
class TeamMembers {

    private final TenantDatabase database;
    private final ApplicationEventPublisher publisher;

    TeamMembers(TenantDatabase database, ApplicationEventPublisher publisher) {
        this.database = database;
        this.publisher = publisher;
    }

    Set<Long> teamsOf(long agentId) {
        return new TreeSet<>(database.sql()
                .select(TEAM_MEMBER.TEAM_ID)
                .from(TEAM_MEMBER)
                .where(TEAM_MEMBER.AGENT_ID.eq(agentId))
                .fetchSet(TEAM_MEMBER.TEAM_ID));
    }

    Set<Long> membersOf(long teamId) {
        return new TreeSet<>(database.sql()
                .select(TEAM_MEMBER.AGENT_ID)
                .from(TEAM_MEMBER)
                .where(TEAM_MEMBER.TEAM_ID.eq(teamId))
                .fetchSet(TEAM_MEMBER.AGENT_ID));
    }

    /** The ids among these that are no team's. */
    Set<Long> unknownTeams(Set<Long> ids) {
        var unknown = new TreeSet<>(ids);
        unknown.removeAll(
                database.sql().select(TEAM.ID).from(TEAM).where(TEAM.ID.in(ids)).fetchSet(TEAM.ID));
        return unknown;
    }

    /** The ids among these that are no agent's. */
    Set<Long> unknownAgents(Set<Long> ids) {
        var unknown = new TreeSet<>(ids);
        unknown.removeAll(database.sql()
                .select(AGENT.ID)
                .from(AGENT)
                .where(AGENT.ID.in(ids))
                .fetchSet(AGENT.ID));
        return unknown;
    }

    /** Both exist; an agent who is in the team already stays there. */
    void join(long agentId, long teamId) {
        int joined = database.sql()
                .insertInto(TEAM_MEMBER)
                .set(TEAM_MEMBER.TEAM_ID, teamId)
                .set(TEAM_MEMBER.AGENT_ID, agentId)
                .onConflictDoNothing()
                .execute();
        if (joined > 0) {
            countChange(agentId, teamId);
        }
    }

    void leave(long agentId, long teamId, long by) {
        int left = database.sql()
                .deleteFrom(TEAM_MEMBER)
                .where(TEAM_MEMBER.TEAM_ID.eq(teamId))
                .and(TEAM_MEMBER.AGENT_ID.eq(agentId))
                .execute();
        if (left > 0) {
            countChange(agentId, teamId);
            publisher.publishEvent(new AgentLeftTeam(agentId, teamId, by));
        }
    }

    private void countChange(long agentId, long teamId) {
        database.sql()
                .update(AGENT)
                .set(AGENT.VERSION, AGENT.VERSION.plus(1))
                .where(AGENT.ID.eq(agentId))
                .execute();
        database.sql()
                .update(TEAM)
                .set(TEAM.VERSION, TEAM.VERSION.plus(1))
                .where(TEAM.ID.eq(teamId))
                .execute();
    }
}
