package dev.lodge.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.database.TestDatabase;
import dev.lodge.tenancy.NoTenantBound;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** How work gets its moment, and that none is lost however a wake and the end of a run meet. */
@LodgeTest
@Import(Stage.Machinery.class)
class WakeTests {

    @Autowired
    Cast cast;

    @Autowired
    Stage.Machinery machinery;

    @Autowired
    TenantDatabase database;

    @Autowired
    PlatformDatabase platform;

    @Autowired
    TransactionTemplate tenantTransactions;

    @Autowired
    TurnedClock clock;

    final ExecutorService others = Executors.newCachedThreadPool();
    Stage stage;
    Tenant acme;
    Tenant globex;
    Instant now;
    Instant later;

    @BeforeEach
    void setTheStage() throws SQLException {
        acme = cast.tenant("jobs-acme", "Acme");
        globex = cast.tenant("jobs-globex", "Globex");
        Errands.prepare(acme);
        Errands.prepare(globex);
        stage = new Stage(machinery, clock);
        now = clock.instant();
        later = now.plusSeconds(3600);
    }

    @AfterEach
    void endTheOthers() {
        others.shutdownNow();
    }

    @Test
    void aTenantHasOneMomentItsEarliestAndOthersHaveNone() {
        stage.give(acme, later, later.plusSeconds(9));
        stage.give(acme, later.minusSeconds(5));
        stage.give(acme, later.plusSeconds(99));

        assertThat(stage.scheduled(acme)).contains(later.minusSeconds(5));
        assertThat(stage.scheduled(globex)).isEmpty();
    }

    @Test
    void aWakeGoesBackWithItsTransaction() {
        stage.give(acme, later);

        assertThatThrownBy(() -> Tenants.run(
                        acme,
                        () -> tenantTransactions.executeWithoutResult(transaction -> {
                            stage.jobs.wake(Errands.NAME, now);
                            throw new IllegalStateException("undone");
                        })))
                .hasMessage("undone");

        assertThat(stage.scheduled(acme)).contains(later);
    }

    @Test
    void outsideATransactionAWakeHoldsAtOnce() {
        Tenants.run(acme, () -> stage.jobs.wake(Errands.NAME, later));

        assertThat(stage.scheduled(acme)).contains(later);
    }

    @Test
    void aMomentPastMeansNowSoThatNobodyOvertakesThoseWhoWait() {
        stage.give(acme, now.minusSeconds(86_400));

        assertThat(stage.scheduled(acme))
                .hasValueSatisfying(moment -> assertThat(moment).isAfterOrEqualTo(now));
    }

    @Test
    void withoutATenantOrAKindOfWorkThereIsNothingToWake() {
        assertThatThrownBy(() -> stage.jobs.wake(Errands.NAME, now)).isInstanceOf(NoTenantBound.class);
        assertThatThrownBy(() -> Tenants.run(acme, () -> stage.jobs.wake("arrands", now)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no work called arrands");
    }

    @Test
    void aTenantsRoleWakesItselfAloneAndReachesNothingElseOfTheSchedule() {
        Tenants.run(acme, () -> database.sql().execute("select jobs.wake('errands', now())"));

        assertThat(stage.scheduled(acme)).isPresent();
        assertThat(stage.scheduled(globex)).isEmpty();
        for (String statement : List.of(
                "insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version) values ('errands', '%d', now(), false, 1)"
                        .formatted(globex.id()),
                "select * from platform.scheduled_tasks",
                "delete from platform.dead_letter",
                "select platform.await_wakes('errands', '%d')".formatted(globex.id()))) {
            assertThatThrownBy(() -> Tenants.run(acme, () -> database.sql().execute(statement)))
                    .hasMessageContaining("permission denied for schema platform");
        }
    }

    @Test
    void theBareLoginAndThePlatformsRoleWakeNobody() throws SQLException {
        String wake = "select jobs.wake('errands', now())";
        try (Connection login = TestDatabase.asApplication();
                var statement = login.createStatement()) {
            assertThatThrownBy(() -> statement.execute(wake)).hasMessageContaining("No tenant's role is in force");
        }
        assertThatThrownBy(() -> platform.sql().execute(wake)).hasMessageContaining("No tenant's role is in force");
    }

    @Test
    void whatTenantsMayUseOfThePlatformIsThatFunctionAlone() throws SQLException {
        try (Connection owner = TestDatabase.asOwner()) {
            List<String> found =
                    DSL.using(owner, SQLDialect.POSTGRES).fetch("""
                            select proname || case when prosecdef and proconfig::text like '%search_path=pg_catalog, pg_temp%' then '' else ' unsafe' end
                            from pg_proc where pronamespace = 'jobs'::regnamespace
                            union all select relname from pg_class where relnamespace = 'jobs'::regnamespace""").getValues(0, String.class);

            assertThat(found).containsExactly("wake");
        }
    }

    @Test
    void theEndOfARunWaitsForWhoWokeDuringItAndFindsTheirWork() {
        stage.give(acme, now);
        Run run = stage.takeUp(acme);
        var told = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        CompletableFuture<Void> writer = aside(() -> Tenants.run(
                acme,
                () -> tenantTransactions.executeWithoutResult(transaction -> {
                    stage.errands.add(later);
                    database.sql().fetch("select jobs.wake('errands', {0})", DSL.val(later));
                    told.countDown();
                    await(commit);
                })));
        await(told);

        CompletableFuture<Void> end = aside(() -> stage.runs.carryOut(run, () -> false));
        untilSomebodyWaitsForTheLock(1);
        assertThat(end).isNotDone();
        commit.countDown();
        join(writer, end);

        assertThat(stage.scheduled(acme)).contains(later);
        assertThat(stage.done(acme)).containsExactly(1, 0);
    }

    @Test
    void whoWakesWhileTheEndIsDecidedWaitsAndThenSchedulesAnewThoughTheyHoldAllConnections() {
        stage.give(acme, now);
        Run run = stage.takeUp(acme);
        var looked = new CountDownLatch(1);
        var decide = new CountDownLatch(1);
        stage.errands.looked = () -> {
            looked.countDown();
            await(decide);
        };
        CompletableFuture<Void> end = aside(() -> stage.runs.carryOut(run, () -> false));
        await(looked);

        // The tenant's pool has four connections: the end has one, three writers wait with theirs, three for one.
        var writers = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 6; i++) {
            Instant moment = later.plusSeconds(i);
            writers.add(aside(() -> stage.give(acme, moment)));
        }
        untilSomebodyWaitsForTheLock(3);
        assertThat(writers).noneMatch(CompletableFuture::isDone);
        decide.countDown();
        join(end);
        writers.forEach(WakeTests::join);

        assertThat(stage.scheduled(acme)).contains(later);
    }

    @Test
    void twoWhoAreTheFirstToWakeLeaveOneRowAtTheEarlierMoment() {
        var told = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        CompletableFuture<Void> first = aside(() -> Tenants.run(
                acme,
                () -> tenantTransactions.executeWithoutResult(transaction -> {
                    database.sql().fetch("select jobs.wake('errands', {0})", DSL.val(later));
                    told.countDown();
                    await(commit);
                })));
        await(told);

        CompletableFuture<Void> second = aside(() -> stage.give(acme, later.minusSeconds(60)));
        untilSomebodyWaitsForARow();
        commit.countDown();
        join(first, second);

        assertThat(stage.scheduled(acme)).contains(later.minusSeconds(60));
    }

    private CompletableFuture<Void> aside(Runnable act) {
        return CompletableFuture.runAsync(act, others);
    }

    private static void untilSomebodyWaitsForTheLock(int waiting) {
        untilSeen("select count(*) >= %d from pg_locks where locktype = 'advisory' and not granted".formatted(waiting));
    }

    private static void untilSomebodyWaitsForARow() {
        untilSeen("select count(*) >= 1 from pg_locks where locktype = 'transactionid' and not granted");
    }

    private static void untilSeen(String question) {
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> {
            try (Connection owner = TestDatabase.asOwner()) {
                return DSL.using(owner, SQLDialect.POSTGRES)
                        .fetchSingle(question)
                        .into(Boolean.class);
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @SafeVarargs
    private static void join(CompletableFuture<Void>... acts) {
        CompletableFuture.allOf(acts).orTimeout(20, TimeUnit.SECONDS).join();
    }
}
