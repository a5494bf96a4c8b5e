package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.ACCOUNT_LINK;
import static dev.lodge.schema.tenant.Tables.AGENT;

import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links that let somebody choose a password: each works once, for a time, for one purpose, and the newest only. */
@Component
class AccountLinks {

    private final TenantDatabase database;
    private final SignInSettings settings;
    private final InstantSource clock;

    AccountLinks(TenantDatabase database, SignInSettings settings, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    enum Purpose {
        INVITATION,
        PASSWORD_RESET;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whom a link is for. */
    record Bearer(long agentId, String name, String email) {}

    /** A new link; an older one for the same purpose works no more. @param by the agent who asked for it, or null for the platform */
    Secret create(long agentId, Purpose purpose, @Nullable Long by) {
        revoke(agentId, purpose);
        Instant now = clock.instant();
        Secret secret = Secret.random("");
        database.sql()
                .insertInto(ACCOUNT_LINK)
                .set(ACCOUNT_LINK.AGENT_ID, agentId)
                .set(ACCOUNT_LINK.PURPOSE, purpose.code())
                .set(ACCOUNT_LINK.TOKEN_HASH, secret.hash())
                .set(ACCOUNT_LINK.CREATED_BY, by)
                .set(ACCOUNT_LINK.CREATED_AT, now)
                .set(
                        ACCOUNT_LINK.EXPIRES_AT,
                        now.plus(
                                switch (purpose) {
                                    case INVITATION -> settings.invitation();
                                    case PASSWORD_RESET -> settings.passwordReset();
                                }))
                .execute();
        return secret;
    }

    /** Whom the link is for, without using it up; empty when it does not work. */
    Optional<Bearer> find(String token, Purpose purpose) {
        return Secret.of(token)
                .flatMap(secret -> database.sql()
                        .select(AGENT.ID, AGENT.NAME, AGENT.EMAIL)
                        .from(ACCOUNT_LINK)
                        .join(AGENT)
                        .on(AGENT.ID.eq(ACCOUNT_LINK.AGENT_ID))
                        .where(works(secret, purpose))
                        .and(AGENT.ACTIVE)
                        .fetchOptional(row -> new Bearer(row.value1(), row.value2(), row.value3())));
    }

    /** Uses the link up. Of several attempts at once one succeeds. */
    boolean use(String token, Purpose purpose) {
        return Secret.of(token).stream()
                .anyMatch(secret -> database.sql()
                                .update(ACCOUNT_LINK)
                                .set(ACCOUNT_LINK.USED_AT, clock.instant())
                                .where(works(secret, purpose))
                                .execute()
                        > 0);
    }

    void revokeAll(long agentId) {
        for (Purpose purpose : Purpose.values()) {
            revoke(agentId, purpose);
        }
    }

    private void revoke(long agentId, Purpose purpose) {
        database.sql()
                .deleteFrom(ACCOUNT_LINK)
                .where(ACCOUNT_LINK.AGENT_ID.eq(agentId))
                .and(ACCOUNT_LINK.PURPOSE.eq(purpose.code()))
                .and(ACCOUNT_LINK.USED_AT.isNull())
                .execute();
    }

    private Condition works(Secret secret, Purpose purpose) {
        return ACCOUNT_LINK
                .TOKEN_HASH
                .eq(secret.hash())
                .and(ACCOUNT_LINK.PURPOSE.eq(purpose.code()))
                .and(ACCOUNT_LINK.USED_AT.isNull())
                .and(ACCOUNT_LINK.EXPIRES_AT.gt(clock.instant()));
    }
}
