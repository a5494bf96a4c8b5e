package dev.lodge.jobs;

import static dev.lodge.schema.platform.Tables.SCHEDULED_TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.database.TestDatabase;
import dev.lodge.tenancy.FleetMigration;
import dev.lodge.tenancy.Lifecycle;
import dev.lodge.tenancy.NoTenantBound;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a run does and how it leaves what it took up. */
@LodgeTest
@Import(Stage.Machinery.class)
class RunTests {

    @Autowired
    Cast cast;

    @Autowired
    Stage.Machinery machinery;

    @Autowired
    TenantDatabase database;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    DeadLetters letters;

    @Autowired
    TurnedClock clock;

    Stage stage;
    Tenant acme;
    Tenant globex;
    Instant now;

    @BeforeEach
    void setTheStage() throws SQLException {
        acme = cast.tenant("jobs-acme", "Acme");
        globex = cast.tenant("jobs-globex", "Globex");
        Errands.prepare(acme);
        Errands.prepare(globex);
        stage = new Stage(machinery, clock);
        now = clock.instant();
    }

    @Test
    void workIsDoneAtItsMomentForItsTenantAndThenNothingIsScheduled() {
        stage.give(acme, now.plusSeconds(60));
        stage.give(globex, now.plusSeconds(3600));

        assertThat(stage.due.run(acme)).isEmpty();
        clock.advance(Duration.ofSeconds(61));
        assertThat(stage.due.run(acme)).hasSize(1);

        assertThat(stage.done(acme)).containsExactly(1);
        assertThat(stage.scheduled(acme)).isEmpty();
        assertThat(stage.done(globex)).containsExactly(0);
        assertThat(stage.scheduled(globex)).isPresent();
    }

    @Test
    void aTenantWithMuchToDoDelaysAnotherByOneShareOnly() {
        stage.errands.share = 10;
        stage.give(acme, Collections.nCopies(100, now).toArray(Instant[]::new));
        Tenants.run(globex, () -> stage.errands.add(now));

        var order = new ArrayList<Tenant>();
        stage.errands.after = () -> {
            order.add(Tenants.current());
            if (order.size() == 2) {
                Tenants.run(globex, () -> stage.jobs.wake(Errands.NAME, now));
            }
        };
        stage.due.run();

        assertThat(order).hasSize(11);
        assertThat(order.indexOf(globex)).isEqualTo(2);
        assertThat(stage.done(acme)).containsOnly(1);
    }

    @Test
    void workThatFailsIsTriedAgainLaterAndLaterAndAWakeDoesNotHastenIt() {
        stage.errands.retries = new Retries(5, Duration.ofSeconds(10), 3, Duration.ofMinutes(1));
        stage.errands.before = failing("The post office is closed");
        stage.give(acme, now);

        for (int longest : List.of(10, 30, 60, 60)) {
            assertThat(stage.due.run(acme)).hasSize(1);
            stage.give(acme, now);
            assertThat(Duration.between(clock.instant(), stage.scheduled(acme).orElseThrow()))
                    .isBetween(Duration.ofSeconds(longest / 2 - 2), Duration.ofSeconds(longest));
            clock.advance(Duration.ofSeconds(longest));
        }
        stage.errands.before = () -> {};
        stage.due.run(acme);

        assertThat(stage.done(acme)).hasSize(5).containsOnly(1);
        assertThat(stage.scheduled(acme)).isEmpty();
    }

    @Test
    void workThatFailsForTheLastTimeIsADeadLetterUntilAnOperatorReplaysItForTheSameTenant() {
        stage.errands.retries = new Retries(1, Duration.ZERO, 1, Duration.ZERO);
        stage.errands.before = failing("The post office is closed");
        stage.give(acme, now);
        stage.due.run(acme);
        assertThat(stage.scheduled(acme)).isEmpty();
        assertThat(letterOf(acme)).singleElement().satisfies(letter -> {
            assertThat(letter.work()).isEqualTo(Errands.NAME);
            assertThat(letter.failures()).isEqualTo(1);
            assertThat(letter.error()).isEqualTo("IllegalStateException: The post office is closed");
        });
        stage.errands.before = () -> assertThat(Tenants.current()).isEqualTo(acme);

        assertThat(letters.replay(globex, Errands.NAME)).isFalse();
        assertThat(letters.replay(acme, Errands.NAME)).isTrue();
        stage.due.run();

        assertThat(stage.done(acme)).containsExactly(1);
        assertThat(letterOf(acme)).isEmpty();
        assertThat(stage.scheduled(globex)).isEmpty();
    }

    @Test
    void afterADeadLetterTheNextCauseHasTheWorkTriedAnew() {
        stage.errands.retries = new Retries(1, Duration.ZERO, 1, Duration.ZERO);
        stage.errands.before = failing("closed");
        stage.give(acme, now);
        stage.due.run(acme);
        stage.give(acme, now);
        stage.due.run(acme);
        assertThat(letterOf(acme))
                .singleElement()
                .extracting(DeadLetter::failures)
                .isEqualTo(2);

        stage.errands.before = () -> {};
        stage.give(acme, now);
        stage.due.run(acme);

        assertThat(stage.done(acme)).containsExactly(1, 1, 1);
        assertThat(letterOf(acme)).isEmpty();
    }

    @Test
    void aDeadLetterTellsNothingOutOfATenantsRows() {
        stage.errands.retries = new Retries(1, Duration.ZERO, 1, Duration.ZERO);
        stage.errands.before = () -> database.sql().execute("select 'canary-of-acme'::integer");
        stage.give(acme, now);

        stage.due.run(acme);

        assertThat(letterOf(acme))
                .singleElement()
                .extracting(DeadLetter::error)
                .isEqualTo("DataException: SQL state 22P02");
    }

    @Test
    void workOfASuspendedTenantWaitsAndGoesOnWhenItIsResumed() {
        stage.give(acme, now);
        lifecycle.suspend(acme.slug(), "Unpaid");
        stage.due.run(acme);
        assertThat(stage.done(acme)).containsExactly(0);
        assertThat(stage.scheduled(acme))
                .hasValueSatisfying(moment -> assertThat(moment).isAfter(clock.instant()));

        lifecycle.resume(acme.slug());
        stage.due.run(acme);

        assertThat(stage.done(acme)).containsExactly(1);
    }

    @Test
    void whatATenantsTablesSayIsScheduledThoughThePlatformKnowsNothingOfIt() throws SQLException {
        Errands.prepare(acme);
        Tenants.run(acme, () -> stage.errands.add(now, now.plusSeconds(60)));
        assertThat(stage.due.run(acme)).isEmpty();

        assertThat(stage.wakeups.wake(acme)).containsExactly(Map.entry(Errands.NAME, now));
        assertThat(stage.wakeups.wake(globex)).isEmpty();
        stage.due.run(acme);

        assertThat(stage.done(acme)).containsExactly(1, 0);
        assertThat(stage.scheduled(acme)).contains(now.plusSeconds(60));
        assertThat(stage.scheduled(globex)).isEmpty();
    }

    @Test
    void aTenantWhoseSchemaIsOlderIsNotWoken() throws SQLException {
        Tenants.run(acme, () -> stage.errands.add(now));

        assertThat(stage.wakeups.wake(behind(acme))).isEmpty();

        assertThat(stage.scheduled(acme)).isEmpty();
    }

    private Tenant behind(Tenant tenant) throws SQLException {
        schemaVersionOfAcme(FleetMigration.latest() - 1);
        try {
            return machinery.registry().bySlug(tenant.slug()).orElseThrow();
        } finally {
            schemaVersionOfAcme(FleetMigration.latest());
        }
    }

    @Test
    void aTenantWhoseSchemaIsOlderIsLeftAloneUntilItIsMigrated() throws SQLException {
        stage.give(acme, now);
        schemaVersionOfAcme(FleetMigration.latest() - 1);
        stage.due.run(acme);
        assertThat(stage.done(acme)).containsExactly(0);

        schemaVersionOfAcme(FleetMigration.latest());
        clock.advance(Duration.ofMinutes(1));
        stage.due.run(acme);

        assertThat(stage.done(acme)).containsExactly(1);
    }

    @Test
    void withoutATenantNoWorkIsDone() {
        assertThatThrownBy(() -> stage.errands.run()).isInstanceOf(NoTenantBound.class);
        assertThatThrownBy(() -> stage.errands.next()).isInstanceOf(NoTenantBound.class);
    }

    @Test
    void workOfATenantThatIsNoMoreIsDropped() {
        long gone = 4_000_000_000L;
        stage.schedule.put(Errands.NAME, gone, now);
        Run run = stage.due
                .takeUp(SCHEDULED_TASKS.TASK_INSTANCE.eq(Long.toString(gone)))
                .orElseThrow();

        stage.runs.carryOut(run, () -> false);

        assertThat(machinery
                        .platform()
                        .sql()
                        .fetchExists(SCHEDULED_TASKS, SCHEDULED_TASKS.TASK_INSTANCE.eq(Long.toString(gone))))
                .isFalse();
    }

    @Test
    void aStalledRunThatWasTakenOverChangesNothingAnymore() {
        stage.give(acme, now, now.plusSeconds(3600));
        Run stalled = stage.takeUp(acme);
        stage.errands.before = () -> {
            stage.errands.before = () -> {};
            stage.runs.lost(stalled, "stalled");
            stage.due.run(acme);
        };

        stage.runs.carryOut(stalled, () -> false);

        assertThat(stage.done(acme)).containsExactly(1, 0);
        assertThat(stage.scheduled(acme)).contains(now.plusSeconds(3600));
        assertThat(stage.row(acme).orElseThrow().getConsecutiveFailures()).isZero();
    }

    @Test
    void workThatTakesItsNodesDownIsADeadLetterAfterAFewOfThem() {
        stage.errands.retries = new Retries(2, Duration.ZERO, 1, Duration.ZERO);
        stage.give(acme, now);

        stage.runs.lost(stage.takeUp(acme), "first");
        stage.runs.lost(stage.takeUp(acme), "second");

        assertThat(stage.scheduled(acme)).isEmpty();
        assertThat(letterOf(acme))
                .singleElement()
                .extracting(DeadLetter::error)
                .asString()
                .contains("second");
    }

    @Test
    void aRunThatBreaksOffBecauseItsNodeStopsIsNobodysFailure() {
        stage.errands.before = failing("interrupted");
        stage.give(acme, now);

        stage.runs.carryOut(stage.takeUp(acme), () -> true);

        assertThat(stage.row(acme)).hasValueSatisfying(row -> {
            assertThat(row.getPicked()).isFalse();
            assertThat(row.getConsecutiveFailures()).isNull();
            assertThat(row.getExecutionTime()).isBeforeOrEqualTo(clock.instant());
        });
    }

    private static Runnable failing(String why) {
        return () -> {
            throw new IllegalStateException(why);
        };
    }

    private List<DeadLetter> letterOf(Tenant tenant) {
        return letters.newest(100).stream()
                .filter(letter -> letter.tenant().equals(tenant.slug()))
                .toList();
    }

    private void schemaVersionOfAcme(int version) throws SQLException {
        try (Connection owner = TestDatabase.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(
                    "update platform.tenant set schema_version = %d where id = %d".formatted(version, acme.id()));
        }
    }
}
