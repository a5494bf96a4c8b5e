package dev.lodge.platform.health;

import dev.lodge.tenancy.FullDisk;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.PlatformSchema;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether requests can be served: the database answers and has room, and the platform's schema is the one this release was made for. */
@Component
class Readiness {

    private static final Logger log = LoggerFactory.getLogger(Readiness.class);

    /** Written by hand: the table is made by the migrations' runner, so no class was generated for it. */
    private static final Table<?> MIGRATION = DSL.table(DSL.name("platform", "schema_migration"));

    private static final Field<Integer> VERSION = DSL.field(DSL.name("version"), Integer.class);
    private static final Field<String> SCOPE = DSL.field(DSL.name("scope"), String.class);

    /** Numbers that take about a megabyte. */
    private static final int NUMBERS = 40_000;

    private final PlatformDatabase platform;
    private final PlatformSchema schema;
    private final FullDisk disk;

    Readiness(PlatformDatabase platform, PlatformSchema schema, FullDisk disk) {
        this.platform = platform;
        this.schema = schema;
        this.disk = disk;
    }

    /** What stands in the way; empty when ready. */
    List<String> obstacles() {
        try {
            int found = platform.sql()
                    .select(DSL.coalesce(DSL.max(VERSION), DSL.inline(0)))
                    .from(MIGRATION)
                    .where(SCOPE.eq("platform"))
                    .fetchSingle()
                    .value1();
            if (found < schema.latest()) {
                return List.of("The platform's schema is at version %d and this release needs %d."
                        .formatted(found, schema.latest()));
            }
            return disk.isMet(this::write) ? List.of("The disk of the database is full.") : List.of();
        } catch (DataAccessException | IllegalStateException silent) {
            log.warn("Not ready: {}", silent.getMessage());
            return List.of("The database does not answer.");
        }
    }

    /** Has the server write a file of a megabyte beside the tables, which it drops at once; no table is touched for it. */
    private void write() {
        platform.inTransaction(sql -> {
            sql.select(here("work_mem", "64kB"), here("temp_tablespaces", "")).fetch();
            return sql.selectCount()
                    .from(DSL.generateSeries(DSL.inline(1), DSL.inline(NUMBERS)))
                    .fetchSingle()
                    .value1();
        });
    }

    /** A setting for the transaction under way. */
    private static Field<String> here(String setting, String value) {
        return DSL.function("set_config", String.class, DSL.inline(setting), DSL.inline(value), DSL.inline(true));
    }
}
