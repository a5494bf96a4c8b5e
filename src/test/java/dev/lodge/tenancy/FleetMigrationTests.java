package dev.lodge.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A tenant is put back to "before the first migration" by hand: its schema emptied and its version in the registry 0. */
@LodgeTest
class FleetMigrationTests {

    @Autowired
    Cast cast;

    @Autowired
    FleetMigration migration;

    @Autowired
    TenantRegistry registry;

    @Test
    void whenEveryTenantIsUpToDateThereIsNothingToDo() {
        cast.acme();

        assertThat(migration.run(Optional.empty())).isEqualTo(new FleetMigration.Outcome(0, Map.of(), 0));
    }

    @Test
    void aTenantThatIsBehindIsBroughtUpToDate() throws SQLException {
        Tenant tenant = cast.tenant("behind-one", "Behind");
        putBack(tenant, true);

        FleetMigration.Outcome outcome = migration.run(Optional.of(tenant.slug()));

        assertThat(outcome.migrated()).isOne();
        assertThat(registry.bySlug(tenant.slug()).orElseThrow().schemaVersion())
                .isEqualTo(TenantSchema.MIGRATIONS.latest());
    }

    @Test
    void oneThatFailsIsReportedAndLeftAsItWasWhileTheOthersGoOn() throws SQLException {
        Tenant first = cast.tenant("behind-two", "Behind");
        Tenant broken = cast.tenant("behind-three", "Behind");
        Tenant last = cast.tenant("behind-four", "Behind");
        putBack(first, true);
        putBack(broken, false);
        putBack(last, true);

        FleetMigration.Outcome outcome = migration.run(Optional.empty());
        int versionOfBroken = registry.bySlug(broken.slug()).orElseThrow().schemaVersion();
        repair(broken);

        assertThat(outcome.migrated()).isEqualTo(2);
        assertThat(outcome.failed()).containsOnlyKeys("behind-three");
        assertThat(versionOfBroken).isZero();
    }

    @Test
    void whenTheFirstOneFailsNobodyElseIsTried() throws SQLException {
        Tenant canary = cast.tenant("behind-five", "Behind");
        Tenant other = cast.tenant("behind-six", "Behind");
        putBack(canary, false);
        putBack(other, true);

        FleetMigration.Outcome outcome = migration.run(Optional.empty());
        repair(canary);

        assertThat(outcome)
                .extracting(FleetMigration.Outcome::migrated, FleetMigration.Outcome::untried)
                .containsExactly(0, 1);
        assertThat(migration.run(Optional.empty()).migrated()).isOne();
    }

    private static void putBack(Tenant tenant, boolean emptied) throws SQLException {
        if (emptied) {
            asOwner("""
                    do $$ declare t text; begin
                      for t in select tablename from pg_tables where schemaname = '%1$s' loop
                        execute format('drop table %%I.%%I cascade', '%1$s', t);
                      end loop;
                    end $$""".formatted(tenant.space().schema()));
        }
        asOwner("update platform.tenant set schema_version = 0 where id = " + tenant.id());
    }

    private static void repair(Tenant tenant) throws SQLException {
        asOwner("update platform.tenant set schema_version = %d where id = %d"
                .formatted(TenantSchema.MIGRATIONS.latest(), tenant.id()));
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = TestDatabase.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
