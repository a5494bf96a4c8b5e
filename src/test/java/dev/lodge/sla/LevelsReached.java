package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CLOCK;

import dev.lodge.tenancy.TenantDatabase;
import java.util.Objects;
import org.jooq.impl.DSL;

/** What clocks remember of escalations. */
public final class LevelsReached {

    private LevelsReached() {}

    /** How many levels the tenant's clocks reached in all. */
    public static int in(TenantDatabase database) {
        return Objects.requireNonNull(database.sql()
                        .select(DSL.coalesce(DSL.sum(DSL.cardinality(CLOCK.LEVELS_REACHED)), DSL.inline(0)))
                        .from(CLOCK)
                        .fetchSingle()
                        .value1())
                .intValue();
    }
}
