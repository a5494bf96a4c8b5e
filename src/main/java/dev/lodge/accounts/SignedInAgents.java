package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.API_TOKEN;
import static dev.lodge.schema.tenant.Tables.ROLE;
import static dev.lodge.schema.tenant.Tables.SESSION;
import static dev.lodge.schema.tenant.Tables.TEAM_MEMBER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.lodge.accounts.KnownSignIns.Found;
import dev.lodge.accounts.SignedInAgent.Credential;
import dev.lodge.accounts.SignedInAgent.Preferences;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Theme;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose credentials these are: one indexed statement, unless they were found good a moment ago and nothing changed since. */
@Component
class SignedInAgents {

    private static final Field<Long[]> TEAMS =
            field(select(arrayAgg(TEAM_MEMBER.TEAM_ID)).from(TEAM_MEMBER).where(TEAM_MEMBER.AGENT_ID.eq(AGENT.ID)));

    /** Looked up, not joined, which is planned in half the time. */
    private static final Field<String> SCOPE =
            field(select(ROLE.TICKET_SCOPE).from(ROLE).where(ROLE.NAME.eq(AGENT.ROLE)));

    private static final List<SelectField<?>> PERSON = List.of(
            AGENT.ID,
            AGENT.NAME,
            AGENT.EMAIL,
            AGENT.ROLE,
            AGENT.LOCALE,
            AGENT.TIME_ZONE,
            AGENT.THEME,
            AGENT.SHORTCUTS,
            SCOPE,
            TEAMS);

    private final TenantDatabase database;
    private final KnownSignIns known;

    SignedInAgents(TenantDatabase database, KnownSignIns known) {
        this.database = database;
        this.known = known;
    }

    Optional<SignedInAgent> bySession(Secret secret, Instant now) {
        byte[] hash = secret.hash();
        return known.find(hash, now, () -> loadBySession(hash, now));
    }

    private Optional<Found> loadBySession(byte[] hash, Instant now) {
        return database.renderedOnce("agent by session", sql -> bySession(sql, hash, now), hash, now)
                .fetchOptional()
                .map(row -> new Found(
                        agent(
                                row,
                                new Credential(
                                        Credential.Kind.SESSION,
                                        row.get(SESSION.ID),
                                        row.get(SESSION.CREATED_AT),
                                        row.get(SESSION.LAST_SEEN_AT)),
                                role(row).permissions()),
                        row.get(SESSION.EXPIRES_AT)));
    }

    private static Select<?> bySession(DSLContext sql, byte[] hash, Instant now) {
        return find(
                sql,
                SESSION,
                SESSION.AGENT_ID,
                List.of(SESSION.ID, SESSION.CREATED_AT, SESSION.LAST_SEEN_AT, SESSION.EXPIRES_AT),
                SESSION.TOKEN_HASH.eq(hash).and(SESSION.EXPIRES_AT.gt(now)));
    }

    /** It was written down that the secret is in use: who asks next learns that, and need not write it down again. */
    void used(Secret secret) {
        known.used(secret.hash());
    }

    Optional<SignedInAgent> byToken(Secret secret, Instant now) {
        byte[] hash = secret.hash();
        return known.find(hash, now, () -> loadByToken(hash, now));
    }

    private Optional<Found> loadByToken(byte[] hash, Instant now) {
        return database.renderedOnce("agent by token", sql -> byToken(sql, hash, now), hash, now)
                .fetchOptional()
                .map(row -> {
                    Instant lastUsed = row.get(API_TOKEN.LAST_USED_AT);
                    Instant expiresAt = row.get(API_TOKEN.EXPIRES_AT);
                    return new Found(
                            agent(
                                    row,
                                    new Credential(
                                            Credential.Kind.TOKEN,
                                            row.get(API_TOKEN.ID),
                                            row.get(API_TOKEN.CREATED_AT),
                                            lastUsed == null ? Instant.EPOCH : lastUsed),
                                    TokenScope.permissions(
                                            role(row),
                                            TokenScope.known(row.get(API_TOKEN.SCOPES))
                                                    .toList())),
                            expiresAt == null ? Instant.MAX : expiresAt);
                });
    }

    private static Select<?> byToken(DSLContext sql, byte[] hash, Instant now) {
        Condition stillGood =
                API_TOKEN.REVOKED_AT.isNull().and(API_TOKEN.EXPIRES_AT.isNull().or(API_TOKEN.EXPIRES_AT.gt(now)));
        return find(
                sql,
                API_TOKEN,
                API_TOKEN.AGENT_ID,
                List.of(
                        API_TOKEN.ID,
                        API_TOKEN.CREATED_AT,
                        API_TOKEN.LAST_USED_AT,
                        API_TOKEN.EXPIRES_AT,
                        API_TOKEN.SCOPES),
                API_TOKEN.TOKEN_HASH.eq(hash).and(stillGood));
    }

    /** Active agents of these ids, teams or roles, with all the rights of their roles, in the order of their ids. */
    List<Colleague> active(Long[] ids, Long[] teams, String[] roles) {
        var asked = Stream.of(ids, teams, roles).filter(some -> some.length > 0).toArray();
        String name = "agents by %b %b %b".formatted(ids.length > 0, teams.length > 0, roles.length > 0);
        return database.renderedOnce(name, sql -> among(sql, ids, teams, roles), asked)
                .fetch(row -> new Colleague(
                        caller(row, role(row).permissions()),
                        new EmailAddress(row.get(AGENT.EMAIL)),
                        Locale.forLanguageTag(row.get(AGENT.LOCALE)),
                        zone(row.get(AGENT.TIME_ZONE))));
    }

    private static Select<?> among(DSLContext sql, Long[] ids, Long[] teams, String[] roles) {
        var meant = noCondition();
        if (ids.length > 0) {
            meant = meant.or(AGENT.ID.eq(any(ids)));
        }
        if (teams.length > 0) {
            meant = meant.or(exists(selectOne()
                    .from(TEAM_MEMBER)
                    .where(TEAM_MEMBER.AGENT_ID.eq(AGENT.ID), TEAM_MEMBER.TEAM_ID.eq(any(teams)))));
        }
        if (roles.length > 0) {
            meant = meant.or(AGENT.ROLE.eq(any(roles)));
        }
        return sql.select(PERSON).from(AGENT).where(meant).and(AGENT.ACTIVE).orderBy(AGENT.ID);
    }

    private static Select<?> find(
            DSLContext sql,
            Table<?> credential,
            TableField<?, Long> owner,
            List<SelectField<?>> columns,
            Condition isIt) {
        return sql.select(PERSON)
                .select(columns)
                .from(credential)
                .join(AGENT)
                .on(AGENT.ID.eq(owner))
                .where(isIt)
                .and(AGENT.ACTIVE);
    }

    private static SignedInAgent agent(Record row, Credential credential, Set<Permission> permissions) {
        return new SignedInAgent(
                caller(row, permissions),
                credential,
                new Preferences(
                        row.get(AGENT.EMAIL),
                        Locale.forLanguageTag(row.get(AGENT.LOCALE)),
                        zone(row.get(AGENT.TIME_ZONE)),
                        Theme.valueOf(row.get(AGENT.THEME).toUpperCase(Locale.ROOT)),
                        row.get(AGENT.SHORTCUTS)));
    }

    private static Caller caller(Record row, Set<Permission> permissions) {
        Long[] teams = row.get(TEAMS);
        return new Caller(
                row.get(AGENT.ID),
                row.get(AGENT.NAME),
                role(row),
                permissions,
                TicketScope.of(row.get(SCOPE)),
                teams == null ? Set.of() : Set.of(teams));
    }

    private static ZoneId zone(@Nullable String own) {
        return own == null ? Tenants.current().locales().zone() : ZoneId.of(own);
    }

    private static Role role(Record row) {
        return Role.of(row.get(AGENT.ROLE)).orElseThrow();
    }
}
