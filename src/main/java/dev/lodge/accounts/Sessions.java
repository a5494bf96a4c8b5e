package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.SESSION;

import dev.lodge.accounts.SignedInAgent.Credential;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The browsers in which agents are signed in. */
@Component
class Sessions {

    /** How exactly it is known when somebody was last seen: writing at each request would cost more than the request. */
    private static final Duration SEEN_TO = Duration.ofMinutes(1);

    private final TenantDatabase database;
    private final SignedInAgents agents;
    private final SignInSettings settings;
    private final InstantSource clock;

    Sessions(TenantDatabase database, SignedInAgents agents, SignInSettings settings, InstantSource clock) {
        this.database = database;
        this.agents = agents;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new session, always with a new secret; those of the agent that ended by themselves are swept away. */
    Secret open(long agentId, Client client) {
        Instant now = clock.instant();
        Secret secret = Secret.random("");
        database.sql()
                .deleteFrom(SESSION)
                .where(SESSION.AGENT_ID.eq(agentId))
                .and(SESSION.EXPIRES_AT.le(now))
                .execute();
        database.sql()
                .insertInto(SESSION)
                .set(SESSION.AGENT_ID, agentId)
                .set(SESSION.TOKEN_HASH, secret.hash())
                .set(SESSION.USER_AGENT, client.userAgent())
                .set(SESSION.ADDRESS, client.address())
                .set(SESSION.CREATED_AT, now)
                .set(SESSION.LAST_SEEN_AT, now)
                .set(SESSION.EXPIRES_AT, now.plus(settings.sessionIdle()))
                .execute();
        return secret;
    }

    /** The agent of a session that has not ended; being seen prolongs it. */
    Optional<SignedInAgent> find(Secret secret) {
        Instant now = clock.instant();
        Optional<SignedInAgent> found = agents.bySession(secret, now);
        found.filter(agent -> !agent.credential().lastUsed().isAfter(now.minus(SEEN_TO)))
                .ifPresent(agent -> seen(agent, secret, now));
        return found;
    }

    /** The same without prolonging it, for what a page asks by itself. */
    Optional<SignedInAgent> peek(Secret secret) {
        return agents.bySession(secret, clock.instant());
    }

    private void seen(SignedInAgent agent, Secret secret, Instant now) {
        Instant idleUntil = now.plus(settings.sessionIdle());
        Instant longest = agent.credential().createdAt().plus(settings.sessionLongest());
        database.sql()
                .update(SESSION)
                .set(SESSION.LAST_SEEN_AT, now)
                .set(SESSION.EXPIRES_AT, idleUntil.isBefore(longest) ? idleUntil : longest)
                .where(SESSION.ID.eq(agent.credential().id()))
                .execute();
        database.sql()
                .update(AGENT)
                .set(AGENT.LAST_SEEN_AT, now)
                .where(AGENT.ID.eq(agent.caller().agentId()))
                .execute();
        agents.used(secret);
    }

    /** The agent's live sessions, the one seen last first. */
    List<SessionRow> of(SignedInAgent agent) {
        return database.sql()
                .selectFrom(SESSION)
                .where(SESSION.AGENT_ID.eq(agent.caller().agentId()))
                .and(SESSION.EXPIRES_AT.gt(clock.instant()))
                .orderBy(SESSION.LAST_SEEN_AT.desc())
                .limit(100)
                .fetch(row -> new SessionRow(
                        row.getId(),
                        Browser.of(row.getUserAgent()),
                        row.getAddress(),
                        row.getCreatedAt(),
                        row.getLastSeenAt(),
                        agent.credential().kind() == Credential.Kind.SESSION
                                && agent.credential().id() == row.getId()));
    }

    /** Ends one session of the agent. @return whether there was such a one */
    boolean end(long agentId, long sessionId) {
        return database.sql()
                        .deleteFrom(SESSION)
                        .where(SESSION.ID.eq(sessionId))
                        .and(SESSION.AGENT_ID.eq(agentId))
                        .execute()
                > 0;
    }

    void endAll(long agentId) {
        database.sql().deleteFrom(SESSION).where(SESSION.AGENT_ID.eq(agentId)).execute();
    }

    /** Ends all sessions of the agent but the one in hand. */
    void endOthers(SignedInAgent agent) {
        long kept = agent.credential().kind() == Credential.Kind.SESSION
                ? agent.credential().id()
                : 0;
        database.sql()
                .deleteFrom(SESSION)
                .where(SESSION.AGENT_ID.eq(agent.caller().agentId()))
                .and(SESSION.ID.ne(kept))
                .execute();
    }
}
