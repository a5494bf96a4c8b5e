package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.ACCOUNT_EVENT;

import dev.lodge.tenancy.TenantDatabase;
import java.time.InstantSource;
import java.util.Map;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was done to accounts: appended within the transaction of the change, never rewritten, never with a secret. */
@Component
class AccountEvents {

    private final TenantDatabase database;
    private final JsonMapper json;
    private final InstantSource clock;

    AccountEvents(TenantDatabase database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param type what happened, in the past tense
     * @param actor the agent who did it, or null for the platform
     * @param agent the agent to whom it was done, or null
     */
    void append(String type, @Nullable Long actor, @Nullable Long agent, Map<String, ?> data) {
        database.sql()
                .insertInto(ACCOUNT_EVENT)
                .set(ACCOUNT_EVENT.TYPE, type)
                .set(ACCOUNT_EVENT.ACTOR_AGENT_ID, actor)
                .set(ACCOUNT_EVENT.AGENT_ID, agent)
                .set(ACCOUNT_EVENT.DATA, JSONB.valueOf(json.writeValueAsString(data)))
                .set(ACCOUNT_EVENT.CREATED_AT, clock.instant())
                .execute();
    }
}
