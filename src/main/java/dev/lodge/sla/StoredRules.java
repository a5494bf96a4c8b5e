package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.ESCALATION_RULE;

import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Levels of escalation in the tenant's database. */
@Component
class StoredRules {

    private final TenantDatabase database;

    StoredRules(TenantDatabase database) {
        this.database = database;
    }

    Listing<EscalationRule> page(ListQuery query) {
        var which = query.id("policy").map(ESCALATION_RULE.POLICY_ID::eq).orElse(DSL.noCondition());
        var rows = database.sql()
                .selectFrom(ESCALATION_RULE)
                .where(which)
                .orderBy(ESCALATION_RULE.ID)
                .limit(DSL.inline(query.size()))
                .offset(DSL.inline(query.offset()))
                .fetch(StoredRules::read);
        return query.listing(database.sql().fetchCount(ESCALATION_RULE, which), rows);
    }

    /** Those of the policy, the earliest first. */
    List<EscalationRule> of(long policy) {
        return database.sql()
                .selectFrom(ESCALATION_RULE)
                .where(ESCALATION_RULE.POLICY_ID.eq(policy))
                .orderBy(ESCALATION_RULE.OFFSET_SECONDS, ESCALATION_RULE.ID)
                .fetch(StoredRules::read);
    }

    /** The level that is reached longest before due, if any is before. */
    @Nullable
    EscalationRule earliestOf(long policy, Metric metric) {
        return of(policy).stream()
                .filter(rule -> rule.metric() == metric && rule.offsetSeconds() < 0)
                .findFirst()
                .orElse(null);
    }

    Optional<EscalationRule> find(long id) {
        return database.sql()
                .selectFrom(ESCALATION_RULE)
                .where(ESCALATION_RULE.ID.eq(id))
                .fetchOptional(StoredRules::read);
    }

    long add(NewEscalationRule request, Instant at) {
        return database.sql()
                .insertInto(ESCALATION_RULE)
                .set(ESCALATION_RULE.NAME, name(request))
                .set(ESCALATION_RULE.POLICY_ID, request.policy())
                .set(ESCALATION_RULE.METRIC, metric(request))
                .set(ESCALATION_RULE.OFFSET_SECONDS, request.offsetSeconds())
                .set(ESCALATION_RULE.ACTIONS, Kept.json(request.checkedActions()))
                .set(ESCALATION_RULE.CREATED_AT, at)
                .set(ESCALATION_RULE.UPDATED_AT, at)
                .returningResult(ESCALATION_RULE.ID)
                .fetchSingle(ESCALATION_RULE.ID);
    }

    void save(long id, NewEscalationRule request, Instant at) {
        database.sql()
                .update(ESCALATION_RULE)
                .set(ESCALATION_RULE.NAME, name(request))
                .set(ESCALATION_RULE.POLICY_ID, request.policy())
                .set(ESCALATION_RULE.METRIC, metric(request))
                .set(ESCALATION_RULE.OFFSET_SECONDS, request.offsetSeconds())
                .set(ESCALATION_RULE.ACTIONS, Kept.json(request.checkedActions()))
                .set(ESCALATION_RULE.UPDATED_AT, at)
                .set(ESCALATION_RULE.VERSION, ESCALATION_RULE.VERSION.plus(1))
                .where(ESCALATION_RULE.ID.eq(id))
                .execute();
    }

    void delete(long id) {
        database.sql()
                .deleteFrom(ESCALATION_RULE)
                .where(ESCALATION_RULE.ID.eq(id))
                .execute();
    }

    void deleteOf(long policy) {
        database.sql()
                .deleteFrom(ESCALATION_RULE)
                .where(ESCALATION_RULE.POLICY_ID.eq(policy))
                .execute();
    }

    private static String name(NewEscalationRule request) {
        return Objects.requireNonNull(request.name()).strip();
    }

    private static String metric(NewEscalationRule request) {
        return Objects.requireNonNull(request.metric()).code();
    }

    static EscalationRule read(Record row) {
        return new EscalationRule(
                row.get(ESCALATION_RULE.ID),
                row.get(ESCALATION_RULE.NAME),
                row.get(ESCALATION_RULE.POLICY_ID),
                Metric.of(row.get(ESCALATION_RULE.METRIC)),
                row.get(ESCALATION_RULE.OFFSET_SECONDS),
                Arrays.asList(Kept.read(row.get(ESCALATION_RULE.ACTIONS), EscalationAction[].class)),
                row.get(ESCALATION_RULE.CREATED_AT),
                row.get(ESCALATION_RULE.UPDATED_AT),
                row.get(ESCALATION_RULE.VERSION));
    }
}
