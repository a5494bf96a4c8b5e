package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.API_TOKEN;

import dev.lodge.tenancy.TenantDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens for programs that work on an agent's behalf. */
@Component
class ApiTokens {

    private static final Duration USED_TO = Duration.ofMinutes(1);

    /** How long a token that no longer works is still listed. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final TenantDatabase database;
    private final SignedInAgents agents;
    private final AccountEvents events;
    private final InstantSource clock;

    ApiTokens(TenantDatabase database, SignedInAgents agents, AccountEvents events, InstantSource clock) {
        this.database = database;
        this.agents = agents;
        this.events = events;
        this.clock = clock;
    }

    /** What is shown once, and when it ends. */
    record Issued(Secret secret, Instant expiresAt) {}

    @Transactional
    public Issued issue(long agentId, String name, Collection<TokenScope> scopes, Duration lifetime) {
        Instant now = clock.instant();
        forgetOld(agentId, now);
        Secret secret = Secret.random("lodge_");
        Instant expiresAt = now.plus(lifetime);
        String[] codes =
                scopes.stream().distinct().sorted().map(TokenScope::code).toArray(String[]::new);
        database.sql()
                .insertInto(API_TOKEN)
                .set(API_TOKEN.AGENT_ID, agentId)
                .set(API_TOKEN.NAME, name)
                .set(API_TOKEN.TOKEN_HASH, secret.hash())
                .set(API_TOKEN.HINT, secret.text().substring(secret.text().length() - 4))
                .set(API_TOKEN.SCOPES, codes)
                .set(API_TOKEN.CREATED_AT, now)
                .set(API_TOKEN.EXPIRES_AT, expiresAt)
                .execute();
        events.append("token_created", agentId, agentId, Map.of("name", name, "scopes", List.of(codes)));
        return new Issued(secret, expiresAt);
    }

    private void forgetOld(long agentId, Instant now) {
        Instant longAgo = now.minus(REMEMBERED);
        database.sql()
                .deleteFrom(API_TOKEN)
                .where(API_TOKEN.AGENT_ID.eq(agentId))
                .and(API_TOKEN.EXPIRES_AT.lt(longAgo).or(API_TOKEN.REVOKED_AT.lt(longAgo)))
                .execute();
    }

    /** The agent of a token that is neither expired nor revoked. */
    Optional<SignedInAgent> find(Secret secret) {
        Instant now = clock.instant();
        Optional<SignedInAgent> found = agents.byToken(secret, now);
        found.filter(agent -> !agent.credential().lastUsed().isAfter(now.minus(USED_TO)))
                .ifPresent(agent -> used(agent, secret, now));
        return found;
    }

    private void used(SignedInAgent agent, Secret secret, Instant now) {
        database.sql()
                .update(API_TOKEN)
                .set(API_TOKEN.LAST_USED_AT, now)
                .where(API_TOKEN.ID.eq(agent.credential().id()))
                .execute();
        agents.used(secret);
    }

    /** The agent's tokens, the newest first, those that ended among them. */
    List<TokenRow> of(long agentId) {
        Instant now = clock.instant();
        return database.sql()
                .selectFrom(API_TOKEN)
                .where(API_TOKEN.AGENT_ID.eq(agentId))
                .orderBy(API_TOKEN.ID.desc())
                .limit(200)
                .fetch(row -> new TokenRow(
                        row.getId(),
                        row.getName(),
                        row.getHint(),
                        TokenScope.known(row.getScopes()).toList(),
                        row.getCreatedAt(),
                        row.getLastUsedAt(),
                        row.getExpiresAt(),
                        row.getRevokedAt() != null,
                        row.getExpiresAt() != null && !row.getExpiresAt().isAfter(now)));
    }

    /** Revokes one token of the agent. @return whether there was such a one in force */
    @Transactional
    public boolean revoke(long agentId, long tokenId) {
        Optional<String> name = database.sql()
                .update(API_TOKEN)
                .set(API_TOKEN.REVOKED_AT, clock.instant())
                .where(API_TOKEN.ID.eq(tokenId))
                .and(API_TOKEN.AGENT_ID.eq(agentId))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .returning(API_TOKEN.NAME)
                .fetchOptional(API_TOKEN.NAME);
        name.ifPresent(revoked -> events.append("token_revoked", agentId, agentId, Map.of("name", revoked)));
        return name.isPresent();
    }

    void revokeAll(long agentId) {
        database.sql()
                .update(API_TOKEN)
                .set(API_TOKEN.REVOKED_AT, clock.instant())
                .where(API_TOKEN.AGENT_ID.eq(agentId))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .execute();
    }
}
