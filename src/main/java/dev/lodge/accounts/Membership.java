package dev.lodge.accounts;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Forbidden;
import dev.lodge.problem.Message;
import dev.lodge.problem.StaleVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents do to one another's accounts. Nobody gives rights they lack; an owner is made and changed by owners only; and there is
 * always an owner left.
 */
@Component
public class Membership {

    private final AgentRows rows;
    private final Agents agents;
    private final TeamMembers members;
    private final OpenDoors doors;
    private final AccountEvents events;
    private final AccountNews news;

    Membership(
            AgentRows rows,
            Agents agents,
            TeamMembers members,
            OpenDoors doors,
            AccountEvents events,
            AccountNews news) {
        this.rows = rows;
        this.agents = agents;
        this.members = members;
        this.doors = doors;
        this.events = events;
        this.news = news;
    }

    /** The invitation is mailed, too. @throws Forbidden when the caller may not give the role */
    @Transactional
    public Agents.Invited invite(NewAgent agent, Caller by) {
        requireMayGrant(by, agent.role());
        var invited = agents.invite(agent, by.agentId());
        news.invited(invited, by.agentId());
        return invited;
    }

    /** @throws Forbidden when the caller may not give the role */
    @Transactional
    public long createWithPassword(NewAgent agent, String password, Caller by) {
        requireMayGrant(by, agent.role());
        return agents.createWithPassword(agent, password, by.agentId());
    }

    /**
     * A path on the tenant's host where the agent chooses a password: of an invitation if there was none yet, which is mailed, too; else
     * of a reset.
     *
     * @throws Forbidden when the agent is an owner and the caller is not
     * @throws Conflict when the agent is not active
     */
    @Transactional
    public Agents.Invited link(long id, Caller by) {
        AgentProfile agent = rows.lock(id);
        requireMayManage(by, agent.role());
        if (!agent.active()) {
            throw new Conflict(Message.of("accounts.member.not_active"));
        }
        events.append("link_created", by.agentId(), id, Map.of("invitation", agent.invited()));
        if (!agent.invited()) {
            return agents.resetLink(id, by.agentId());
        }
        var invited = agents.inviteAgain(id, by.agentId());
        news.invited(invited, by.agentId());
        return invited;
    }

    /** Ends all sessions of an agent. */
    @Transactional
    public void endSessions(long id, Caller by) {
        requireMayManage(by, rows.lock(id).role());
        doors.closeBrowsers(id);
        events.append("sessions_ended", by.agentId(), id, Map.of());
    }

    /** Lets an agent in no more, and hands the agent's open tickets back. @throws Conflict when no owner would be left */
    @Transactional
    public void deactivate(long id, Caller by) {
        change(id, AgentChange.none().active(false), any -> true, by);
    }

    /**
     * Changes an agent.
     *
     * @param meant whether this version is the one that the caller means
     * @throws StaleVersion when it is not
     * @throws Forbidden when the caller may not give the role, or change this agent
     * @throws Conflict when no owner would be left
     * @throws EmailTaken when another agent has the address
     */
    @Transactional
    public AgentProfile change(long id, AgentChange change, LongPredicate meant, Caller by) {
        AgentProfile before = rows.lock(id);
        StaleVersion.unless(meant.test(before.version()));
        requireMayManage(by, before.role());
        Role role = over(change.role().value(), before.role());
        boolean active = over(change.active().value(), before.active());
        EmailAddress email = over(change.email().value(), new EmailAddress(before.email()));
        String name = NewAgent.name(over(change.name().value(), before.name()));
        if (role != before.role()) {
            requireMayGrant(by, role);
        }
        boolean ownerGoes = before.role() == Role.OWNER && before.active() && (role != Role.OWNER || !active);
        if (ownerGoes && !rows.hasOtherOwner(id)) {
            throw new Conflict(
                    Message.of("accounts.last_owner"),
                    FieldErrors.of(role == Role.OWNER ? "active" : "role", "accounts.last_owner"));
        }
        if (rows.isTaken(email, id)) {
            throw new EmailTaken(email);
        }
        rows.update(id, email, name, role, active);
        changeTeams(before, change.teams().value(), by);
        changePassword(id, email, change.password().value(), by);
        follow(before, role, active, by);
        record(before, rows.require(id), by);
        return rows.require(id);
    }

    private void changeTeams(AgentProfile before, @Nullable Set<Long> wanted, Caller by) {
        if (wanted == null) {
            return;
        }
        agents.requireTeams(wanted);
        var left = new TreeSet<>(before.teams());
        left.removeAll(wanted);
        left.forEach(team -> members.leave(before.id(), team, by.agentId()));
        wanted.stream().sorted().forEach(team -> members.join(before.id(), team));
    }

    private void changePassword(long id, EmailAddress email, @Nullable String password, Caller by) {
        if (password != null) {
            agents.setPassword(id, email.value(), password);
            doors.closeBrowsers(id);
            events.append("password_set", by.agentId(), id, Map.of());
        }
    }

    private void follow(AgentProfile before, Role role, boolean active, Caller by) {
        if (before.active() && !active) {
            doors.closeAll(before.id());
        } else if (role != before.role()) {
            doors.closeLinks(before.id());
        }
        boolean tookTickets = before.active() && before.role().canBeAssigned();
        if (tookTickets && !(active && role.canBeAssigned())) {
            news.deactivated(before.id(), by.agentId());
        }
    }

    private void record(AgentProfile before, AgentProfile after, Caller by) {
        var data = new LinkedHashMap<String, Object>();
        note(data, "email", before.email(), after.email());
        note(data, "name", before.name(), after.name());
        note(data, "role", before.role().code(), after.role().code());
        note(data, "active", before.active(), after.active());
        note(data, "teams", before.teams(), after.teams());
        if (!data.isEmpty()) {
            events.append("agent_changed", by.agentId(), before.id(), data);
        }
    }

    private static void note(Map<String, Object> data, String field, Object before, Object after) {
        if (!before.equals(after)) {
            data.put(field, Map.of("from", before, "to", after));
        }
    }

    private static void requireMayGrant(Caller by, Role role) {
        if (!by.role().mayGrant(role)) {
            throw new Forbidden(Message.of("accounts.owners_only"));
        }
    }

    private static void requireMayManage(Caller by, Role role) {
        by.require(Permission.AGENT_MANAGE);
        if (role == Role.OWNER && by.role() != Role.OWNER) {
            throw new Forbidden(Message.of("accounts.owners_only"));
        }
    }

    private static <T> T over(@Nullable T wanted, T current) {
        return wanted == null ? current : wanted;
    }
}
