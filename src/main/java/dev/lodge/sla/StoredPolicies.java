package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.SLA_POLICY;
import static dev.lodge.schema.tenant.Tables.SLA_POLICY_VERSION;

import dev.lodge.sla.clocks.Target;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tickets.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Policies in the tenant's database. Each edit adds a version, which {@link StoredVersions} reads. */
@Component
class StoredPolicies {

    private static final Condition LIVE = SLA_POLICY.DELETED_AT.isNull();
    private static final Condition PRESENT =
            SLA_POLICY_VERSION.POLICY_ID.eq(SLA_POLICY.ID).and(SLA_POLICY_VERSION.VERSION.eq(SLA_POLICY.VERSION));

    private final TenantDatabase database;

    StoredPolicies(TenantDatabase database) {
        this.database = database;
    }

    /** All that are not deleted, in the order in which they are asked. */
    List<PolicyDetails> all() {
        return select(LIVE).orderBy(SLA_POLICY.POSITION).fetch(StoredPolicies::read);
    }

    Optional<PolicyDetails> find(long id) {
        return select(LIVE.and(SLA_POLICY.ID.eq(id))).fetchOptional(StoredPolicies::read);
    }

    boolean isTaken(String key, @Nullable Long except) {
        return database.sql()
                .fetchExists(
                        SLA_POLICY,
                        LIVE.and(SLA_POLICY.NAME_KEY.eq(key))
                                .and(except == null ? DSL.noCondition() : SLA_POLICY.ID.ne(except)));
    }

    /** Names of the policies that name the calendar, or count in it because it was the default. */
    List<String> namesOn(long calendar) {
        return database.sql()
                .select(SLA_POLICY.NAME)
                .from(SLA_POLICY)
                .join(SLA_POLICY_VERSION)
                .on(PRESENT)
                .where(LIVE, SLA_POLICY.CALENDAR_ID.eq(calendar).or(SLA_POLICY_VERSION.CALENDAR_ID.eq(calendar)))
                .orderBy(SLA_POLICY.POSITION)
                .fetch(SLA_POLICY.NAME);
    }

    /** Those whose present version counts in the calendar. */
    List<PolicyDetails> countingIn(long calendar) {
        return select(LIVE.and(SLA_POLICY_VERSION.CALENDAR_ID.eq(calendar)))
                .orderBy(SLA_POLICY.POSITION)
                .fetch(StoredPolicies::read);
    }

    long add(PolicyVersion first, int position, @Nullable Long calendar, Instant at) {
        long id = database.sql()
                .insertInto(SLA_POLICY)
                .set(SLA_POLICY.NAME, first.name())
                .set(SLA_POLICY.NAME_KEY, Names.key(first.name()))
                .set(SLA_POLICY.POSITION, position)
                .set(SLA_POLICY.CALENDAR_ID, calendar)
                .set(SLA_POLICY.CREATED_AT, at)
                .set(SLA_POLICY.UPDATED_AT, at)
                .returningResult(SLA_POLICY.ID)
                .fetchSingle(SLA_POLICY.ID);
        addVersion(id, 1, first, at);
        return id;
    }

    void save(PolicyDetails before, PolicyVersion next, @Nullable Long calendar, Instant at) {
        int version = before.version() + 1;
        database.sql()
                .update(SLA_POLICY)
                .set(SLA_POLICY.NAME, next.name())
                .set(SLA_POLICY.NAME_KEY, Names.key(next.name()))
                .set(SLA_POLICY.CALENDAR_ID, calendar)
                .set(SLA_POLICY.UPDATED_AT, at)
                .set(SLA_POLICY.VERSION, version)
                .where(SLA_POLICY.ID.eq(before.id()))
                .execute();
        addVersion(before.id(), version, next, at);
    }

    private void addVersion(long id, int version, PolicyVersion said, Instant at) {
        var calendar = said.calendar();
        database.sql()
                .insertInto(SLA_POLICY_VERSION)
                .set(SLA_POLICY_VERSION.POLICY_ID, id)
                .set(SLA_POLICY_VERSION.VERSION, version)
                .set(SLA_POLICY_VERSION.NAME, said.name())
                .set(SLA_POLICY_VERSION.CONDITIONS, Kept.json(said.conditions()))
                .set(SLA_POLICY_VERSION.TARGETS, Kept.json(said.targets()))
                .set(
                        SLA_POLICY_VERSION.PAUSE_IN,
                        said.pauseIn().stream().map(TicketStatus::code).toArray(String[]::new))
                .set(SLA_POLICY_VERSION.CALENDAR_ID, calendar == null ? null : calendar.id())
                .set(SLA_POLICY_VERSION.CALENDAR_VERSION, calendar == null ? null : calendar.version())
                .set(SLA_POLICY_VERSION.CREATED_AT, at)
                .execute();
    }

    /** Gives them the positions from 1 on. */
    void order(List<PolicyDetails> policies) {
        for (int i = 0; i < policies.size(); i++) {
            if (policies.get(i).position() != i + 1) {
                database.sql()
                        .update(SLA_POLICY)
                        .set(SLA_POLICY.POSITION, i + 1)
                        .where(SLA_POLICY.ID.eq(policies.get(i).id()))
                        .execute();
            }
        }
    }

    void delete(long id, Instant at) {
        database.sql()
                .update(SLA_POLICY)
                .set(SLA_POLICY.DELETED_AT, at)
                .setNull(SLA_POLICY.POSITION)
                .where(SLA_POLICY.ID.eq(id))
                .execute();
    }

    private SelectConditionStep<? extends Record> select(Condition which) {
        return database.sql()
                .select(
                        SLA_POLICY.ID,
                        SLA_POLICY.NAME,
                        SLA_POLICY.POSITION,
                        SLA_POLICY.CALENDAR_ID,
                        SLA_POLICY.CREATED_AT,
                        SLA_POLICY.UPDATED_AT,
                        SLA_POLICY.VERSION,
                        SLA_POLICY_VERSION.CONDITIONS,
                        SLA_POLICY_VERSION.TARGETS,
                        SLA_POLICY_VERSION.PAUSE_IN)
                .from(SLA_POLICY)
                .join(SLA_POLICY_VERSION)
                .on(PRESENT)
                .where(which);
    }

    private static PolicyDetails read(Record row) {
        return new PolicyDetails(
                row.get(SLA_POLICY.ID),
                row.get(SLA_POLICY.NAME),
                row.get(SLA_POLICY.POSITION),
                row.get(SLA_POLICY.CALENDAR_ID),
                Kept.read(row.get(SLA_POLICY_VERSION.CONDITIONS), Conditions.class),
                targets(row),
                pauses(row),
                row.get(SLA_POLICY.CREATED_AT),
                row.get(SLA_POLICY.UPDATED_AT),
                row.get(SLA_POLICY.VERSION));
    }

    static List<Target> targets(Record row) {
        return new ArrayList<>(Arrays.asList(Kept.read(row.get(SLA_POLICY_VERSION.TARGETS), Target[].class)));
    }

    static List<TicketStatus> pauses(Record row) {
        return Arrays.stream(row.get(SLA_POLICY_VERSION.PAUSE_IN))
                .map(TicketStatus::of)
                .toList();
    }
}
