package dev.lodge.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.database.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Forty tenants, and what may happen to whoever migrates them. */
@LodgeTest
class ManyTenantsMigrationTests {

    private static final int MANY = 40;
    private static final List<Integer> EACH_ONCE = List.of(1, 2, 3);

    @Autowired
    Cast cast;

    @Test
    void whatAKilledRunLeftIsTakenUpByTheNextAndNothingRunsTwice() throws Exception {
        cast.acme();
        try (Fleet fleet = Fleet.of(MANY);
                Connection inTheWay = TestDatabase.asOwner();
                Connection broken = TestDatabase.asOwner()) {
            inTheWay.setAutoCommit(false);
            for (int stuck : new int[] {10, 14, 18, 22}) {
                fleet.obstruct(inTheWay, stuck);
            }
            fleet.obstruct(broken, 30);

            killWhenEveryWorkerIsStuck(Fleet.inAnotherProcess());
            inTheWay.rollback();
            await().atMost(30, TimeUnit.SECONDS).until(() -> Fleet.connections(false) == 0);
            assertThat(fleet.logs()).hasSize(19).containsOnly(EACH_ONCE);

            FleetMigration.Outcome resumed = Fleet.migration().run(Optional.empty());
            assertThat(resumed.migrated()).isEqualTo(MANY - 19 - 1);
            assertThat(resumed.failed()).containsOnlyKeys("fleet-30");
            assertThat(fleet.logs()).hasSize(MANY - 1).containsOnly(EACH_ONCE);

            fleet.clear(broken, 30);
            assertThat(Fleet.migration().run(Optional.empty())).isEqualTo(new FleetMigration.Outcome(1, Map.of(), 0));
            assertThat(fleet.logs()).hasSize(MANY).containsOnly(EACH_ONCE);
        }
    }

    @Test
    void twoNodesShareTheWork() throws Exception {
        cast.acme();
        Callable<Integer> node = () -> Fleet.migration().run(Optional.empty()).migrated();
        try (Fleet fleet = Fleet.of(MANY);
                var nodes = Executors.newFixedThreadPool(2)) {
            int migrated = 0;
            for (var each : nodes.invokeAll(List.of(node, node))) {
                migrated += each.get();
            }

            assertThat(migrated).isEqualTo(MANY);
            assertThat(fleet.logs()).hasSize(MANY).containsOnly(EACH_ONCE);
        }
    }

    /** Four work at once, so four that wait are all there are; each but the first had done others before. */
    private static void killWhenEveryWorkerIsStuck(Process migrating) throws InterruptedException {
        try {
            await().atMost(60, TimeUnit.SECONDS).until(() -> Fleet.connections(true) == 4);
        } finally {
            migrating.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
    }
}
