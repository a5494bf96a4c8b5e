package dev.lodge.notifications;

import static dev.lodge.schema.tenant.Tables.NOTIFICATION_PREFERENCE;

import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.TenantDatabase;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How agents want to be told. */
@Component
class Preferences {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TenantDatabase database;
    private final InstantSource clock;

    Preferences(TenantDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param version 0 for who never chose */
    record Chosen(Wishes wishes, long version) {}

    /** An agent who chose nothing is left out. */
    Map<Long, Wishes> of(Collection<Long> agents) {
        if (agents.isEmpty()) {
            return Map.of();
        }
        var ids = agents.toArray(Long[]::new);
        return database.renderedOnce("notification preferences", sql -> preferences(sql, ids), (Object) ids)
                .fetchMap(
                        row -> row.get(NOTIFICATION_PREFERENCE.AGENT_ID),
                        row -> read(row.get(NOTIFICATION_PREFERENCE.CHOICES)));
    }

    private static Select<?> preferences(DSLContext sql, Long[] agents) {
        return sql.select(NOTIFICATION_PREFERENCE.AGENT_ID, NOTIFICATION_PREFERENCE.CHOICES)
                .from(NOTIFICATION_PREFERENCE)
                .where(NOTIFICATION_PREFERENCE.AGENT_ID.eq(DSL.any(agents)));
    }

    Chosen of(long agent) {
        return database.sql()
                .select(NOTIFICATION_PREFERENCE.CHOICES, NOTIFICATION_PREFERENCE.VERSION)
                .from(NOTIFICATION_PREFERENCE)
                .where(NOTIFICATION_PREFERENCE.AGENT_ID.eq(agent))
                .fetchOptional(row -> new Chosen(read(row.value1()), row.value2()))
                .orElseGet(() -> new Chosen(Wishes.USUAL, 0));
    }

    /** @throws StaleVersion unless the version found is the one that the caller means */
    @Transactional
    public Chosen save(long agent, Wishes wishes, LongPredicate expected) {
        // The row is made before it is locked, so that two who choose first do not pass each other.
        database.sql()
                .insertInto(NOTIFICATION_PREFERENCE)
                .set(NOTIFICATION_PREFERENCE.AGENT_ID, agent)
                .set(NOTIFICATION_PREFERENCE.CHOICES, write(Wishes.USUAL))
                .set(NOTIFICATION_PREFERENCE.UPDATED_AT, clock.instant())
                .set(NOTIFICATION_PREFERENCE.VERSION, 0L)
                .onConflictDoNothing()
                .execute();
        long version = database.sql()
                .select(NOTIFICATION_PREFERENCE.VERSION)
                .from(NOTIFICATION_PREFERENCE)
                .where(NOTIFICATION_PREFERENCE.AGENT_ID.eq(agent))
                .forUpdate()
                .fetchSingle(NOTIFICATION_PREFERENCE.VERSION);
        StaleVersion.unless(expected.test(version));
        database.sql()
                .update(NOTIFICATION_PREFERENCE)
                .set(NOTIFICATION_PREFERENCE.CHOICES, write(wishes))
                .set(NOTIFICATION_PREFERENCE.UPDATED_AT, clock.instant())
                .set(NOTIFICATION_PREFERENCE.VERSION, version + 1)
                .where(NOTIFICATION_PREFERENCE.AGENT_ID.eq(agent))
                .execute();
        return new Chosen(wishes, version + 1);
    }

    private static JSONB write(Wishes wishes) {
        ObjectNode all = JSON.createObjectNode();
        wishes.chosen()
                .forEach((kind, channels) -> all.putObject(kind.code())
                        .put("in_app", channels.inApp())
                        .put("by_mail", channels.byMail()));
        return JSONB.valueOf(all.toString());
    }

    /** Kinds that another release knows are passed over. */
    private static Wishes read(JSONB stored) {
        var all = JSON.readTree(stored.data());
        var chosen = new EnumMap<NoticeKind, Channels>(NoticeKind.class);
        for (var kind : NoticeKind.values()) {
            var one = all.path(kind.code());
            if (one.isObject()) {
                chosen.put(
                        kind,
                        new Channels(
                                one.path("in_app").asBoolean(kind.usual().inApp()),
                                one.path("by_mail").asBoolean(kind.usual().byMail())));
            }
        }
        return new Wishes(chosen);
    }
}
