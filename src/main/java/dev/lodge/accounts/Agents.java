package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;

import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings people into the tenant in force, on behalf of the platform: its first owner, the demo's cast, what the command line asks for.
 * Each call joins the transaction under way. What agents do to one another goes through {@code Membership}.
 */
@Component
public class Agents {

    private final TenantDatabase database;
    private final TeamMembers members;
    private final Passwords passwords;
    private final AccountLinks links;
    private final AccountEvents events;
    private final InstantSource clock;

    Agents(
            TenantDatabase database,
            TeamMembers members,
            Passwords passwords,
            AccountLinks links,
            AccountEvents events,
            InstantSource clock) {
        this.database = database;
        this.members = members;
        this.passwords = passwords;
        this.links = links;
        this.events = events;
        this.clock = clock;
    }

    /** An agent who has yet to accept, and the path on the tenant's host where that is done, {@code /invitation/…}, good once. */
    public record Invited(long agentId, String path) {

        /** Never the path: it is a credential. */
        @Override
        public String toString() {
            return "Invited[agent %d]".formatted(agentId);
        }
    }

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

    /** Whether the agent with the address signs in with the password; for no one who asks from outside, since nothing counts attempts. */
    public boolean hasPassword(EmailAddress address, String password) {
        return database.sql()
                .select(AGENT.PASSWORD_HASH)
                .from(AGENT)
                .where(AGENT.EMAIL_KEY.eq(address.key()))
                .and(AGENT.ACTIVE)
                .and(AGENT.PASSWORD_HASH.isNotNull())
                .fetchOptional(AGENT.PASSWORD_HASH)
                .filter(hash -> passwords.matches(password, hash))
                .isPresent();
    }

    /** A new invitation for an agent who never accepted one. */
    Invited inviteAgain(long agentId, @Nullable Long by) {
        return new Invited(
                agentId,
                "/invitation/"
                        + links.create(agentId, AccountLinks.Purpose.INVITATION, by)
                                .text());
    }

    /** A link to a new password for an agent who forgot the old one. */
    Invited resetLink(long agentId, @Nullable Long by) {
        return new Invited(
                agentId,
                "/password/"
                        + links.create(agentId, AccountLinks.Purpose.PASSWORD_RESET, by)
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
        requireTeams(agent.teams());
        Instant now = clock.instant();
        long id = database.sql()
                .insertInto(AGENT)
                .set(AGENT.EMAIL, agent.email().value())
                .set(AGENT.EMAIL_KEY, agent.email().key())
                .set(AGENT.NAME, agent.name())
                .set(AGENT.ROLE, agent.role().code())
                .set(AGENT.PASSWORD_HASH, passwordHash)
                .set(AGENT.LOCALE, Tenants.current().locales().language().toLanguageTag())
                .set(AGENT.CREATED_AT, now)
                .set(AGENT.UPDATED_AT, now)
                .onConflict(AGENT.EMAIL_KEY)
                .doNothing()
                .returning(AGENT.ID)
                .fetchOptional(AGENT.ID)
                .orElseThrow(() -> new EmailTaken(agent.email()));
        agent.teams().stream().sorted().forEach(team -> members.join(id, team));
        events.append(
                passwordHash == null ? "agent_invited" : "agent_created",
                by,
                id,
                Map.of("email", agent.email().value(), "role", agent.role().code()));
        return id;
    }

    /** @throws Invalid naming {@code teams} when one of them does not exist */
    void requireTeams(Set<Long> teams) {
        members.unknownTeams(teams).stream().findFirst().ifPresent(unknown -> {
            throw new Invalid("teams", "accounts.no_such_team", Long.toString(unknown));
        });
    }

    /** Gives an agent another password. */
    void setPassword(long agentId, String email, String password) {
        passwords.findings("password", password, email).throwIfAny();
        database.sql()
                .update(AGENT)
                .set(AGENT.PASSWORD_HASH, passwords.hash(password))
                .set(AGENT.UPDATED_AT, clock.instant())
                .set(AGENT.VERSION, AGENT.VERSION.plus(1))
                .where(AGENT.ID.eq(agentId))
                .execute();
    }
}
