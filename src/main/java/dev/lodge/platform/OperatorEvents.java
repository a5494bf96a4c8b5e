package dev.lodge.platform;

import static dev.lodge.schema.platform.Tables.OPERATOR;
import static dev.lodge.schema.platform.Tables.OPERATOR_EVENT;

import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.Tenant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ledger of what was done to tenants. It only grows: the database lets nobody who serves requests rewrite it. */
@Component
public class OperatorEvents {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final PlatformDatabase platform;
    private final JsonMapper json;
    private final InstantSource clock;

    OperatorEvents(PlatformDatabase platform, JsonMapper json, InstantSource clock) {
        this.platform = platform;
        this.json = json;
        this.clock = clock;
    }

    /** Within the platform's transaction under way, if there is one. @param operator null for the command line */
    void append(@Nullable Operator operator, Tenant tenant, String type, Map<String, String> data) {
        platform.sql()
                .insertInto(OPERATOR_EVENT)
                .set(OPERATOR_EVENT.OPERATOR_ID, operator == null ? null : operator.id())
                .set(OPERATOR_EVENT.TENANT_ID, tenant.id())
                .set(OPERATOR_EVENT.TYPE, type)
                .set(OPERATOR_EVENT.DATA, JSONB.valueOf(json.writeValueAsString(data)))
                .set(OPERATOR_EVENT.CREATED_AT, clock.instant())
                .execute();
    }

    /** What was done to the tenant, the newest first. */
    public List<OperatorEvent> of(Tenant tenant, int most) {
        return platform.sql()
                .select(OPERATOR_EVENT.CREATED_AT, OPERATOR.NAME, OPERATOR_EVENT.TYPE, OPERATOR_EVENT.DATA)
                .from(OPERATOR_EVENT)
                .leftJoin(OPERATOR)
                .on(OPERATOR.ID.eq(OPERATOR_EVENT.OPERATOR_ID))
                .where(OPERATOR_EVENT.TENANT_ID.eq(tenant.id()))
                .orderBy(OPERATOR_EVENT.ID.desc())
                .limit(DSL.inline(most))
                .fetch(row -> new OperatorEvent(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        json.readValue(row.value4().data(), WORDS)));
    }
}
