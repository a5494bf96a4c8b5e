package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.TEAM;
import static dev.lodge.schema.tenant.Tables.TEAM_MEMBER;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings people into the tenant in force, on behalf of the platform: its first owner, the demo's cast, what the command line asks for.
 * Each call joins the transaction under way. What agents do to one another goes through {@link Membership}.
 */
@Component
public class Agents {

    private final TenantDatabase database;
    private final Passwords passwords;
    private final AccountLinks links;
    private final AccountEvents events;
    private final InstantSource clock;

    Agents(
            TenantDatabase database,
            Passwords passwords,
            AccountLinks links,
            AccountEvents events,
            InstantSource clock) {
        this.database = database;
        this.passwords = passwords;
        this.links = links;
        this.events = events;
        this.clock = clock;
    }

    /** An agent who has yet to accept, and the path on the tenant's host where that is done, {@code /invitation/…}, good once. */
    public record Invited(long agentId, String path) {}

    /**
     * Adds somebody who chooses a password by a link.
     *
     * @throws EmailTaken when an agent has the address
     * @throws Invalid when a team does not exist
     */
    @Transactional
    public Invited invite(NewAgent agent) {
        return invite(agent, null);
    }

    /**
     * Adds somebody with a password and gives the id.
     *
     * @throws EmailTaken when an agent has the address
     * @throws Invalid when the password is not good enough or a team does not exist
     */
    @Transactional
    public long createWithPassword(NewAgent agent, String password) {
        return createWithPassword(agent, password, null);
    }

    /** A new invitation for an agent who never accepted one. */
    Invited inviteAgain(long agentId, @Nullable Long by) {
        return new Invited(
                agentId,
                "/invitation/"
                        + links.create(agentId, AccountLinks.Purpose.INVITATION, by)
                                .text());
    }

    Invited invite(NewAgent agent, @Nullable Long by) {
        long id = insert(agent, null, by);
        return inviteAgain(id, by);
    }

    long createWithPassword(NewAgent agent, String password, @Nullable Long by) {
        passwords.findings("password", password, agent.email().value()).throwIfAny();
        return insert(agent, passwords.hash(password), by);
    }

    private long insert(NewAgent agent, @Nullable String passwordHash, @Nullable Long by) {
        Instant now = clock.instant();
        long id = database.sql()
                .insertInto(AGENT)
                .set(AGENT.EMAIL, agent.email().value())
                .set(AGENT.EMAIL_KEY, agent.email().key())
                .set(AGENT.NAME, agent.name())
                .set(AGENT.ROLE, agent.role().code())
                .set(AGENT.PASSWORD_HASH, passwordHash)
                .set(AGENT.CREATED_AT, now)
                .set(AGENT.UPDATED_AT, now)
                .onConflict(AGENT.EMAIL_KEY)
                .doNothing()
                .returning(AGENT.ID)
                .fetchOptional(AGENT.ID)
                .orElseThrow(() -> new EmailTaken(agent.email()));
        agent.teams().stream().sorted().forEach(team -> join(id, team));
        events.append(
                passwordHash == null ? "agent_invited" : "agent_created",
                by,
                id,
                Map.of("email", agent.email().value(), "role", agent.role().code()));
        return id;
    }

    /** @throws Invalid naming {@code teams} when there is no such team */
    void join(long agentId, long teamId) {
        int joined = database.sql()
                .insertInto(TEAM_MEMBER, TEAM_MEMBER.TEAM_ID, TEAM_MEMBER.AGENT_ID)
                .select(select(TEAM.ID, val(agentId, TEAM_MEMBER.AGENT_ID))
                        .from(TEAM)
                        .where(TEAM.ID.eq(teamId)))
                .execute();
        if (joined == 0) {
            throw new Invalid(FieldErrors.of("teams", "accounts.no_such_team", Long.toString(teamId)));
        }
    }
}
