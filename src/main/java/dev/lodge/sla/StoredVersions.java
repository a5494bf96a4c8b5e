package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CALENDAR_VERSION;
import static dev.lodge.schema.tenant.Tables.ESCALATION_RULE;
import static dev.lodge.schema.tenant.Tables.SLA_POLICY;
import static dev.lodge.schema.tenant.Tables.SLA_POLICY_VERSION;

import dev.lodge.sla.PolicyVersion.CountsIn;
import dev.lodge.tenancy.TenantDatabase;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Versions of policies in the tenant's database, and which of them hold; read by {@link PolicyVersions}, which keeps them. */
@Component
class StoredVersions {

    private final TenantDatabase database;

    StoredVersions(TenantDatabase database) {
        this.database = database;
    }

    /**
     * A policy as it holds.
     *
     * @param levels the earliest first
     */
    record Live(long id, int version, boolean deleted, List<EscalationRule> levels) {}

    /** The present version of each policy in order, deleted ones last, with its levels of escalation; empty if there never was one. */
    List<Live> live() {
        return database
                .renderedOnce("policies and their levels", StoredVersions::live)
                .fetchGroups(SLA_POLICY.ID)
                .values()
                .stream()
                .map(StoredVersions::live)
                .toList();
    }

    private static Select<?> live(DSLContext sql) {
        return sql.select(SLA_POLICY.ID, SLA_POLICY.VERSION, SLA_POLICY.DELETED_AT)
                .select(ESCALATION_RULE.fields())
                .from(SLA_POLICY)
                .leftJoin(ESCALATION_RULE)
                .on(ESCALATION_RULE.POLICY_ID.eq(SLA_POLICY.ID))
                .orderBy(
                        SLA_POLICY.POSITION.asc().nullsLast(),
                        SLA_POLICY.ID,
                        ESCALATION_RULE.OFFSET_SECONDS,
                        ESCALATION_RULE.ID);
    }

    /** @param rows one for each level, or one without */
    private static Live live(List<Record> rows) {
        var policy = rows.getFirst();
        return new Live(
                policy.get(SLA_POLICY.ID),
                policy.get(SLA_POLICY.VERSION),
                policy.get(SLA_POLICY.DELETED_AT) != null,
                rows.stream()
                        .filter(row -> row.get(ESCALATION_RULE.ID) != null)
                        .map(StoredRules::read)
                        .toList());
    }

    /** A version as it was kept. @throws IllegalArgumentException for one that never was */
    PolicyVersion version(long id, int version) {
        return database.sql()
                .select(SLA_POLICY_VERSION.fields())
                .select(
                        CALENDAR_VERSION.NAME,
                        CALENDAR_VERSION.TIME_ZONE,
                        CALENDAR_VERSION.HOURS,
                        CALENDAR_VERSION.HOLIDAYS)
                .from(SLA_POLICY_VERSION)
                .leftJoin(CALENDAR_VERSION)
                .on(CALENDAR_VERSION
                        .CALENDAR_ID
                        .eq(SLA_POLICY_VERSION.CALENDAR_ID)
                        .and(CALENDAR_VERSION.VERSION.eq(SLA_POLICY_VERSION.CALENDAR_VERSION)))
                .where(SLA_POLICY_VERSION.POLICY_ID.eq(id), SLA_POLICY_VERSION.VERSION.eq(version))
                .fetchOptional(row -> new PolicyVersion(
                        row.get(SLA_POLICY_VERSION.NAME),
                        Kept.read(row.get(SLA_POLICY_VERSION.CONDITIONS), Conditions.class),
                        StoredPolicies.targets(row),
                        StoredPolicies.pauses(row),
                        row.get(SLA_POLICY_VERSION.CALENDAR_ID) == null
                                ? null
                                : new CountsIn(
                                        row.get(SLA_POLICY_VERSION.CALENDAR_ID),
                                        row.get(SLA_POLICY_VERSION.CALENDAR_VERSION),
                                        row.get(CALENDAR_VERSION.NAME),
                                        row.get(CALENDAR_VERSION.TIME_ZONE),
                                        StoredCalendars.hours(row.get(CALENDAR_VERSION.HOURS)),
                                        StoredCalendars.holidays(row.get(CALENDAR_VERSION.HOLIDAYS)))))
                .orElseThrow(() -> new IllegalArgumentException("No version %d of policy %d".formatted(version, id)));
    }
}
