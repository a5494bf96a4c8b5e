package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.TEAM;
import static dev.lodge.schema.tenant.Tables.TEAM_MEMBER;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The teams of the tenant in force. */
@Component
public class Teams {

    /** Most characters of a name. */
    public static final int LONGEST_NAME = 80;

    private static final Field<Long[]> MEMBERS =
            field(select(arrayAgg(TEAM_MEMBER.AGENT_ID).orderBy(TEAM_MEMBER.AGENT_ID))
                    .from(TEAM_MEMBER)
                    .where(TEAM_MEMBER.TEAM_ID.eq(TEAM.ID)));

    private static final List<SelectField<?>> COLUMNS =
            List.of(TEAM.ID, TEAM.NAME, TEAM.CREATED_AT, TEAM.VERSION, MEMBERS);

    private final TenantDatabase database;
    private final TeamMembers members;
    private final AccountEvents events;
    private final ApplicationEventPublisher publisher;
    private final InstantSource clock;

    Teams(
            TenantDatabase database,
            TeamMembers members,
            AccountEvents events,
            ApplicationEventPublisher publisher,
            InstantSource clock) {
        this.database = database;
        this.members = members;
        this.events = events;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @throws NotFound for an unknown id */
    Team require(long id) {
        return database.sql()
                .select(COLUMNS)
                .from(TEAM)
                .where(TEAM.ID.eq(id))
                .fetchOptional(Teams::team)
                .orElseThrow(NotFound::new);
    }

    Listing<Team> list(ListQuery query) {
        String search = query.search();
        Condition wanted = search == null ? noCondition() : TEAM.NAME.containsIgnoreCase(search);
        List<Team> page = database.sql()
                .select(COLUMNS)
                .from(TEAM)
                .where(wanted)
                .orderBy(query.descending() ? TEAM.NAME_KEY.desc() : TEAM.NAME_KEY.asc())
                .limit(inline(query.size()))
                .offset(query.offset())
                .fetch(Teams::team);
        return query.listing(database.sql().fetchCount(TEAM, wanted), page);
    }

    List<Team> all() {
        return database.sql().select(COLUMNS).from(TEAM).orderBy(TEAM.NAME_KEY).fetch(Teams::team);
    }

    /** A new team, on behalf of the platform: the demo's. @throws NameTaken when there is one of the name */
    @Transactional
    public long create(String name) {
        return insert(name, null);
    }

    @Transactional
    public Team create(String name, Set<Long> agents, Caller by) {
        long id = insert(name, by.agentId());
        requireAgents(agents);
        agents.stream().sorted().forEach(agent -> members.join(agent, id));
        return require(id);
    }

    private long insert(String written, @Nullable Long by) {
        String name = name(written);
        long id = database.sql()
                .insertInto(TEAM)
                .set(TEAM.NAME, name)
                .set(TEAM.NAME_KEY, key(name))
                .set(TEAM.CREATED_AT, clock.instant())
                .onConflict(TEAM.NAME_KEY)
                .doNothing()
                .returning(TEAM.ID)
                .fetchOptional(TEAM.ID)
                .orElseThrow(() -> new NameTaken(name));
        events.append("team_created", by, null, Map.of("team", id, "name", name));
        return id;
    }

    /**
     * @param name null to keep it
     * @param agents null to keep them
     * @throws StaleVersion when the version in force is not the one meant
     */
    @Transactional
    public Team change(long id, @Nullable String name, @Nullable Set<Long> agents, LongPredicate meant, Caller by) {
        Team before = lock(id);
        StaleVersion.unless(meant.test(before.version()));
        if (name != null && !name(name).equals(before.name())) {
            rename(before, name(name));
        }
        if (agents != null) {
            requireAgents(agents);
            var left = new TreeSet<>(before.members());
            left.removeAll(agents);
            left.forEach(agent -> members.leave(agent, id, by.agentId()));
            agents.stream().sorted().forEach(agent -> members.join(agent, id));
        }
        Team after = require(id);
        if (after.version() != before.version()) {
            events.append(
                    "team_changed",
                    by.agentId(),
                    null,
                    Map.of("team", id, "name", after.name(), "members", after.members()));
        }
        return after;
    }

    private void rename(Team team, String name) {
        if (database.sql().fetchExists(TEAM, TEAM.NAME_KEY.eq(key(name)).and(TEAM.ID.ne(team.id())))) {
            throw new NameTaken(name);
        }
        database.sql()
                .update(TEAM)
                .set(TEAM.NAME, name)
                .set(TEAM.NAME_KEY, key(name))
                .set(TEAM.VERSION, TEAM.VERSION.plus(1))
                .where(TEAM.ID.eq(team.id()))
                .execute();
    }

    /** @throws Conflict when something still needs the team */
    @Transactional
    public void delete(long id, LongPredicate meant, Caller by) {
        Team team = lock(id);
        StaleVersion.unless(meant.test(team.version()));
        publisher.publishEvent(new TeamDeleting(id, by.agentId()));
        try {
            database.sql().deleteFrom(TEAM).where(TEAM.ID.eq(id)).execute();
        } catch (IntegrityConstraintViolationException needed) {
            throw new Conflict(Message.of("accounts.team.in_use", team.name()));
        }
        events.append("team_deleted", by.agentId(), null, Map.of("team", id, "name", team.name()));
    }

    private Team lock(long id) {
        database.sql()
                .select(TEAM.ID)
                .from(TEAM)
                .where(TEAM.ID.eq(id))
                .forUpdate()
                .fetch();
        return require(id);
    }

    private void requireAgents(Set<Long> agents) {
        members.unknownAgents(agents).stream().findFirst().ifPresent(unknown -> {
            throw new Invalid("members", "accounts.no_such_agent", Long.toString(unknown));
        });
    }

    private static String name(String written) {
        String name = written.strip();
        if (name.isEmpty()) {
            throw new Invalid("name", "web.invalid.empty");
        }
        if (name.length() > LONGEST_NAME) {
            throw new Invalid("name", "web.invalid.too_long", LONGEST_NAME);
        }
        return name;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Team team(Record row) {
        Long[] agents = row.get(MEMBERS);
        return new Team(
                row.get(TEAM.ID),
                row.get(TEAM.NAME),
                agents == null ? List.of() : List.of(agents),
                row.get(TEAM.CREATED_AT),
                row.get(TEAM.VERSION));
    }
}
