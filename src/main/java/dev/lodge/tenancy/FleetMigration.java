package dev.lodge.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Brings the schemas of all tenants up to date. The registry knows each one's version, so nothing to do costs one query. Each tenant
 * is its own transaction that holds the tenant's registry row: that row's lock is the lease by which several nodes share the work, and
 * a run that was killed leaves no trace of the tenant it was at. The first tenant goes alone; if it fails, nobody else is tried.
 */
@Component
public class FleetMigration {

    private static final Logger log = LoggerFactory.getLogger(FleetMigration.class);
    private static final int SIDE_BY_SIDE = 4;

    private final OwnerDatabase owner;
    private final PlatformSchema platform;
    private final KnownSites known;
    private final Migrations migrations;

    @Autowired
    FleetMigration(OwnerDatabase owner, PlatformSchema platform, KnownSites known) {
        this(owner, platform, known, TenantSchema.MIGRATIONS);
    }

    /** @param migrations what tenants' schemas are brought up to; tests have smaller ones */
    FleetMigration(OwnerDatabase owner, PlatformSchema platform, KnownSites known, Migrations migrations) {
        this.owner = owner;
        this.platform = platform;
        this.known = known;
        this.migrations = migrations;
    }

    /**
     * How a run ended.
     *
     * @param migrated how many tenants this run brought up to date
     * @param failed what went wrong, by slug; those tenants are as they were and are shown as under maintenance
     * @param untried how many were left alone because the first one failed
     */
    public record Outcome(int migrated, Map<String, String> failed, int untried) {}

    private record Behind(long id, String slug) {}

    /** The number of the last migration that a tenant's schema has in this release. */
    public static int latest() {
        return TenantSchema.MIGRATIONS.latest();
    }

    /** How many tenants lack a migration of this release. */
    public int behind() {
        return owner.inTransaction((connection, sql) -> sql.fetchSingle(
                        "select count(*) from platform.tenant where schema_version < ?", migrations.latest())
                .into(Integer.class));
    }

    /** Migrates the platform's schema, then the tenant named or all that are behind. */
    public Outcome run(Optional<TenantSlug> only) {
        platform.migrate();
        List<Behind> waiting = waiting(only);
        Map<String, String> failed = new ConcurrentSkipListMap<>();
        AtomicInteger migrated = new AtomicInteger();
        if (waiting.isEmpty()) {
            return new Outcome(0, failed, 0);
        }
        try (var session = owner.session()) {
            migrate(session, waiting.getFirst(), migrated, failed);
        }
        List<Behind> rest = waiting.subList(1, waiting.size());
        if (!failed.isEmpty()) {
            return new Outcome(0, new TreeMap<>(failed), rest.size());
        }
        sideBySide(new ConcurrentLinkedQueue<>(rest), migrated, failed);
        known.forget();
        return new Outcome(migrated.get(), new TreeMap<>(failed), 0);
    }

    private void sideBySide(ConcurrentLinkedQueue<Behind> waiting, AtomicInteger migrated, Map<String, String> failed) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < SIDE_BY_SIDE; i++) {
                running.add(workers.submit(() -> {
                    try (var session = owner.session()) {
                        for (Behind next = waiting.poll(); next != null; next = waiting.poll()) {
                            migrate(session, next, migrated, failed);
                        }
                    }
                }));
            }
            for (Future<?> worker : running) {
                join(worker);
            }
        }
    }

    private void migrate(
            OwnerDatabase.Session session, Behind tenant, AtomicInteger migrated, Map<String, String> failed) {
        try {
            if (session.inTransaction((connection, sql) -> migrateLeased(connection, sql, tenant))) {
                migrated.incrementAndGet();
            }
        } catch (DataAccessException | IllegalStateException failure) {
            log.error("Tenant {} could not be migrated", tenant.slug(), failure);
            failed.put(tenant.slug(), String.valueOf(failure.getMessage()));
        }
    }

    /** Whether there was something to do: another node may hold the lease or be done already. */
    private boolean migrateLeased(Connection connection, DSLContext sql, Behind tenant) throws SQLException {
        sql.execute("set local lock_timeout = '5s'");
        Record row = sql.fetchOne(
                "select schema_version, schema_name, role_name from platform.tenant where id = ? for update skip locked",
                tenant.id());
        int latest = migrations.latest();
        if (row == null || row.get("schema_version", Integer.class) >= latest) {
            return false;
        }
        Tenant.Space space = new Tenant.Space(row.get("schema_name", String.class), row.get("role_name", String.class));
        TenantSchema.migrate(connection, space, row.get("schema_version", Integer.class), migrations);
        sql.execute("update platform.tenant set schema_version = ? where id = ?", latest, tenant.id());
        News.announce(sql);
        return true;
    }

    private List<Behind> waiting(Optional<TenantSlug> only) {
        return owner.inTransaction((connection, sql) -> sql.fetch(
                        "select id, slug from platform.tenant where schema_version < ? and (? or slug = ?) order by id",
                        migrations.latest(),
                        only.isEmpty(),
                        only.map(TenantSlug::value).orElse(""))
                .map(row -> new Behind(row.get("id", Long.class), row.get("slug", String.class))));
    }

    private static void join(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException unexpected) {
            throw new IllegalStateException(unexpected.getCause());
        }
    }
}
