package dev.lodge.jobs;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;

import dev.lodge.database.TestDatabase;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Work as modules have it: a table of the tenant says what is due when, and each item is done once. */
final class Errands implements TenantWork {

    static final String NAME = "errands";

    private static final Field<Long> ID = field(DSL.name("id"), Long.class);
    private static final Field<Instant> DUE_AT = field(DSL.name("due_at"), Instant.class);
    private static final Field<Integer> DONE = field(DSL.name("done"), Integer.class);

    private final TenantDatabase database;
    private final InstantSource clock;

    volatile int share = 100;
    volatile Runnable before = () -> {};
    volatile Runnable after = () -> {};
    volatile Runnable looked = () -> {};
    volatile Retries retries = Retries.STANDARD;

    Errands(TenantDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Gives the tenant an empty list of errands, and takes away what was scheduled for it. */
    static void prepare(Tenant tenant) throws SQLException {
        try (Connection owner = TestDatabase.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(
                    "drop table if exists %1$s; create table %1$s (id bigint generated always as identity primary key, due_at timestamptz not null, done integer not null default 0)"
                            .formatted("\"%s\".errand".formatted(tenant.space().schema())));
            statement.execute("delete from platform.scheduled_tasks where task_instance = '%d'".formatted(tenant.id()));
            statement.execute("delete from platform.dead_letter where tenant_id = %d".formatted(tenant.id()));
        }
    }

    void add(Instant... due) {
        for (Instant at : due) {
            database.sql().insertInto(table(), DUE_AT).values(at).execute();
        }
    }

    /** How often each was done, in the order in which they were added. */
    List<Integer> done() {
        return database.sql().select(DONE).from(table()).orderBy(ID).fetch(DONE);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> next() {
        Optional<Instant> next = database.sql()
                .select(min(DUE_AT))
                .from(table())
                .where(DONE.eq(0))
                .fetchOptional(0, Instant.class);
        looked.run();
        return next;
    }

    @Override
    public void run() {
        before.run();
        database.sql()
                .update(table())
                .set(DONE, DONE.plus(1))
                .where(ID.in(DSL.select(ID)
                        .from(table())
                        .where(DONE.eq(0), DUE_AT.le(clock.instant()))
                        .orderBy(DUE_AT, ID)
                        .limit(inline(share))
                        .forUpdate()
                        .skipLocked()))
                .execute();
        after.run();
    }

    @Override
    public Retries retries() {
        return retries;
    }

    private static Table<?> table() {
        return DSL.table(DSL.name(Tenants.current().space().schema(), "errand"));
    }
}
