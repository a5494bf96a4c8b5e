package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.TEAM_MEMBER;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.springframework.stereotype.Component;

/** Agents as rows: lists, one, and what {@link Membership} writes. */
@Component
class AgentRows {

    private static final Field<Long[]> TEAMS =
            field(select(arrayAgg(TEAM_MEMBER.TEAM_ID).orderBy(TEAM_MEMBER.TEAM_ID))
                    .from(TEAM_MEMBER)
                    .where(TEAM_MEMBER.AGENT_ID.eq(AGENT.ID)));

    private static final List<SelectField<?>> PROFILE = List.of(
            AGENT.ID,
            AGENT.EMAIL,
            AGENT.NAME,
            AGENT.ROLE,
            AGENT.ACTIVE,
            AGENT.PASSWORD_HASH.isNull().as("invited"),
            AGENT.LAST_SEEN_AT,
            AGENT.CREATED_AT,
            AGENT.UPDATED_AT,
            AGENT.VERSION,
            TEAMS);

    private final TenantDatabase database;
    private final InstantSource clock;

    AgentRows(TenantDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws NotFound for an unknown id */
    AgentProfile require(long id) {
        return profiles()
                .where(AGENT.ID.eq(id))
                .fetchOptional(AgentRows::profile)
                .orElseThrow(NotFound::new);
    }

    Listing<AgentProfile> list(ListQuery query) {
        Condition wanted = wanted(query);
        var order = query.descending() ? AGENT.NAME.desc() : AGENT.NAME.asc();
        List<AgentProfile> page = profiles()
                .where(wanted)
                .orderBy(order, query.descending() ? AGENT.ID.desc() : AGENT.ID.asc())
                .limit(inline(query.size()))
                .offset(query.offset())
                .fetch(AgentRows::profile);
        return query.listing(database.sql().fetchCount(AGENT, wanted), page);
    }

    /** All active agents, by name. */
    List<AgentRef> everybody() {
        return database.sql()
                .select(AGENT.ID, AGENT.NAME)
                .from(AGENT)
                .where(AGENT.ACTIVE)
                .orderBy(AGENT.NAME, AGENT.ID)
                .fetch(row -> new AgentRef(row.value1(), row.value2()));
    }

    /** Names by id, of those too who are not active any more. */
    Map<Long, String> names() {
        return database.sql().select(AGENT.ID, AGENT.NAME).from(AGENT).fetchMap(AGENT.ID, AGENT.NAME);
    }

    private static Condition wanted(ListQuery query) {
        Condition wanted = noCondition();
        String search = query.search();
        if (search != null) {
            // Inside words too: a desk has some hundreds of agents at most, so reading them all is nothing.
            wanted = wanted.and(AGENT.NAME.containsIgnoreCase(search).or(AGENT.EMAIL.containsIgnoreCase(search)));
        }
        List<Role> roles = query.words("role", Role.class);
        if (!roles.isEmpty()) {
            wanted = wanted.and(AGENT.ROLE.in(roles.stream().map(Role::code).toList()));
        }
        if (query.filter("active").isPresent()) {
            wanted = wanted.and(AGENT.ACTIVE.eq(query.flag("active").orElseThrow()));
        }
        if (query.filter("team").isPresent()) {
            wanted = wanted.and(exists(selectOne()
                    .from(TEAM_MEMBER)
                    .where(TEAM_MEMBER.AGENT_ID.eq(AGENT.ID))
                    .and(TEAM_MEMBER.TEAM_ID.eq(query.id("team").orElseThrow()))));
        }
        return wanted;
    }

    /**
     * The agent, whose row nobody else changes until the transaction ends. For an owner all active owners' rows are held, in order, so
     * that of two who step down at once the second sees what the first did.
     */
    AgentProfile lock(long id) {
        if (require(id).role() == Role.OWNER) {
            database.sql()
                    .select(AGENT.ID)
                    .from(AGENT)
                    .where(AGENT.ROLE.eq(Role.OWNER.code()))
                    .and(AGENT.ACTIVE)
                    .orderBy(AGENT.ID)
                    .forUpdate()
                    .fetch();
        }
        database.sql()
                .select(AGENT.ID)
                .from(AGENT)
                .where(AGENT.ID.eq(id))
                .forUpdate()
                .fetch();
        return require(id);
    }

    /** Whether somebody else owns the place and can sign in. Asked while the owners' rows are held. */
    boolean hasOtherOwner(long id) {
        return database.sql()
                .fetchExists(
                        AGENT,
                        AGENT.ROLE
                                .eq(Role.OWNER.code())
                                .and(AGENT.ACTIVE)
                                .and(AGENT.PASSWORD_HASH.isNotNull())
                                .and(AGENT.ID.ne(id)));
    }

    /** Whether another agent has the address. */
    boolean isTaken(EmailAddress email, long except) {
        return database.sql().fetchExists(AGENT, AGENT.EMAIL_KEY.eq(email.key()).and(AGENT.ID.ne(except)));
    }

    void update(long id, EmailAddress email, String name, Role role, boolean active) {
        database.sql()
                .update(AGENT)
                .set(AGENT.EMAIL, email.value())
                .set(AGENT.EMAIL_KEY, email.key())
                .set(AGENT.NAME, name)
                .set(AGENT.ROLE, role.code())
                .set(AGENT.ACTIVE, active)
                .set(AGENT.UPDATED_AT, clock.instant())
                .set(AGENT.VERSION, AGENT.VERSION.plus(1))
                .where(AGENT.ID.eq(id))
                .execute();
    }

    private SelectJoinStep<? extends Record> profiles() {
        return database.sql().select(PROFILE).from(AGENT);
    }

    private static AgentProfile profile(Record row) {
        Long[] teams = row.get(TEAMS);
        return new AgentProfile(
                row.get(AGENT.ID),
                row.get(AGENT.EMAIL),
                row.get(AGENT.NAME),
                Role.of(row.get(AGENT.ROLE)).orElseThrow(),
                teams == null ? List.of() : List.of(teams),
                row.get(AGENT.ACTIVE),
                row.get("invited", Boolean.class),
                row.get(AGENT.LAST_SEEN_AT),
                row.get(AGENT.CREATED_AT),
                row.get(AGENT.UPDATED_AT),
                row.get(AGENT.VERSION));
    }
}
