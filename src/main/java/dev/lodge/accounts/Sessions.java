package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.SESSION;

import dev.lodge.accounts.SignedInAgent.Credential;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The browsers in which agents are signed in. */
@Component
class Sessions {

    private static final SessionTable.Columns COLUMNS = new SessionTable.Columns(
            SESSION,
            SESSION.ID,
            SESSION.AGENT_ID,
            SESSION.TOKEN_HASH,
            SESSION.USER_AGENT,
            SESSION.ADDRESS,
            SESSION.CREATED_AT,
            SESSION.LAST_SEEN_AT,
            SESSION.EXPIRES_AT);

    private final TenantDatabase database;
    private final SessionTable table;
    private final SignedInAgents agents;
    private final InstantSource clock;

    Sessions(TenantDatabase database, SignedInAgents agents, SignInSettings settings, InstantSource clock) {
        this.database = database;
        this.table = new SessionTable(database::sql, COLUMNS, settings);
        this.agents = agents;
        this.clock = clock;
    }

    Secret open(long agentId, Client client) {
        return table.open(agentId, client, clock.instant());
    }

    /** The agent of a session that has not ended; being seen prolongs it. */
    Optional<SignedInAgent> find(Secret secret) {
        Instant now = clock.instant();
        Optional<SignedInAgent> found = agents.bySession(secret, now);
        found.filter(agent -> table.isWorthNoting(agent.credential().lastUsed(), now))
                .ifPresent(agent -> seen(agent, secret, now));
        return found;
    }

    /** The same without prolonging it, for what a page asks by itself. */
    Optional<SignedInAgent> peek(Secret secret) {
        return agents.bySession(secret, clock.instant());
    }

    private void seen(SignedInAgent agent, Secret secret, Instant now) {
        table.seen(agent.credential().id(), agent.credential().createdAt(), now);
        database.sql()
                .update(AGENT)
                .set(AGENT.LAST_SEEN_AT, now)
                .where(AGENT.ID.eq(agent.caller().agentId()))
                .execute();
        agents.used(secret);
    }

    /** The agent's live sessions, the one seen last first. */
    List<SessionRow> of(SignedInAgent agent) {
        return table.of(agent.caller().agentId(), inHand(agent), clock.instant());
    }

    /** Ends one session of the agent. @return whether there was such a one */
    boolean end(long agentId, long sessionId) {
        return table.end(agentId, sessionId);
    }

    void endAll(long agentId) {
        table.endAll(agentId);
    }

    /** Ends all sessions of the agent but the one in hand. */
    void endOthers(SignedInAgent agent) {
        table.endOthers(agent.caller().agentId(), inHand(agent));
    }

    /** The agent's session; 0 for one who came with a token. */
    private static long inHand(SignedInAgent agent) {
        return agent.credential().kind() == Credential.Kind.SESSION
                ? agent.credential().id()
                : 0;
    }
}
