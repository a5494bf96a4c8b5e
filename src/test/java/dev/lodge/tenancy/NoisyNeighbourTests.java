package dev.lodge.tenancy;

import static dev.lodge.schema.tenant.Tables.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** One tenant's statements hang in the database, as many as it gets in; they wait for a lock that the test holds, not for time. */
@LodgeTest
class NoisyNeighbourTests {

    private static final int LOCK = 2_102;

    @Autowired
    Cast cast;

    @Autowired
    TenantDatabase database;

    @Autowired
    TenantDataSource connections;

    @Autowired
    TransactionTemplate tenantTransactions;

    Tenant noisy;
    Tenant neighbour;
    Tenant elsewhere;

    @BeforeEach
    void twoOfThreeShareAPool() {
        noisy = cast.tenant("noisy-one", "Noisy");
        elsewhere = cast.tenant("quiet-two", "Quiet");
        neighbour = Stream.of("quiet-three", "quiet-four")
                .map(slug -> cast.tenant(slug, "Quiet"))
                .filter(quiet -> connections.poolOf(quiet) == connections.poolOf(noisy))
                .findFirst()
                .orElseThrow();
        Stream.of(noisy, neighbour).forEach(this::isServed);
    }

    @Test
    void slowStatementsOfOneTenantLeaveAConnectionToItsNeighbourAndTouchNoOtherPool() throws Exception {
        int all = connections.poolOf(noisy).pool().getMaximumPoolSize();
        var begun = new CountDownLatch(all - 1);
        var served = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection gate = locked()) {
            for (int i = 0; i < all; i++) {
                threads.submit(() -> Tenants.run(noisy, () -> hang(begun, served)));
            }
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(isServed(neighbour)).isTrue();
            assertThat(isServed(elsewhere)).isTrue();

            assertThat(served).hasValue(0);
            unlock(gate);
        }
        assertThat(served).hasValue(all);
    }

    @Test
    void aStatementThatTakesTooLongIsCancelledAndItsConnectionServesOn() {
        Tenants.run(noisy, () -> {
            assertThat(setting("statement_timeout")).isEqualTo("30s");
            assertThat(setting("lock_timeout")).isEqualTo("10s");
            assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("1min");
            assertThatThrownBy(() -> tenantTransactions.executeWithoutResult(status -> {
                        database.sql().execute("set local statement_timeout = '20ms'");
                        database.sql().execute("select pg_sleep(20)");
                    }))
                    .hasMessageContaining("statement timeout");
        });

        assertThat(isServed(noisy)).isTrue();
        assertThat(isServed(neighbour)).isTrue();
    }

    private void hang(CountDownLatch begun, AtomicInteger served) {
        tenantTransactions.executeWithoutResult(status -> {
            database.sql().execute("select 1");
            begun.countDown();
            database.sql().execute("select pg_advisory_xact_lock_shared(%d)".formatted(LOCK));
        });
        served.incrementAndGet();
    }

    private boolean isServed(Tenant tenant) {
        return Tenants.in(tenant, () -> database.sql().fetchCount(TEAM)) >= 0;
    }

    private String setting(String name) {
        return database.sql().fetchSingle("show " + name).into(String.class);
    }

    private static Connection locked() throws SQLException {
        Connection gate = TestDatabase.asOwner();
        gate.createStatement().execute("select pg_advisory_lock(%d)".formatted(LOCK));
        return gate;
    }

    private static void unlock(Connection gate) throws SQLException {
        gate.createStatement().execute("select pg_advisory_unlock(%d)".formatted(LOCK));
    }
}
