package dev.lodge.jobs;

import static dev.lodge.schema.platform.Tables.SCHEDULED_TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.tenancy.Tenant;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Nodes at work: with threads, with each other, and killed. They follow the machine's clock, as their heartbeats do. */
@LodgeTest
@Import(Stage.Machinery.class)
class NodeTests {

    private static final Duration HEARTBEAT = Duration.ofMillis(200);
    private static final InstantSource CLOCK =
            () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);

    @Autowired
    Cast cast;

    @Autowired
    Stage.Machinery machinery;

    Stage here;
    Stage there;
    Node first;
    Node second;
    Tenant acme;
    Tenant globex;
    Instant now;

    @BeforeEach
    void setTheStage() throws SQLException {
        acme = cast.tenant("jobs-acme", "Acme");
        globex = cast.tenant("jobs-globex", "Globex");
        Errands.prepare(acme);
        Errands.prepare(globex);
        here = new Stage(machinery, CLOCK);
        there = new Stage(machinery, CLOCK);
        first = here.node(HEARTBEAT);
        second = there.node(HEARTBEAT);
        now = CLOCK.instant();
    }

    @AfterEach
    void stopTheNodes() {
        first.stop();
        second.stop();
    }

    @Test
    void twoNodesShareTheWorkAndEachEffectHappensOnce() {
        Set<String> who = ConcurrentHashMap.newKeySet();
        here.errands.share = 1;
        there.errands.share = 1;
        here.errands.before = () -> who.add("first");
        there.errands.before = () -> who.add("second");
        here.give(acme, Collections.nCopies(60, now).toArray(Instant[]::new));
        here.give(globex, Collections.nCopies(60, now).toArray(Instant[]::new));

        first.start();
        second.start();

        soon().untilAsserted(() -> assertThat(here.scheduled(acme).or(() -> here.scheduled(globex)))
                .isEmpty());
        assertThat(here.done(acme)).hasSize(60).containsOnly(1);
        assertThat(here.done(globex)).hasSize(60).containsOnly(1);
        assertThat(who).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void whatARequestOfThisNodeCausesIsTakenUpWithoutWaitingForTheNextLook() {
        Node slow = here.node(HEARTBEAT, 60_000, 4);
        slow.start();
        try {
            soon().untilAsserted(() -> {
                here.give(acme, CLOCK.instant());
                assertThat(here.done(acme)).contains(1);
            });
        } finally {
            slow.stop();
        }
    }

    @Test
    void aNodeThatStopsLetsItsRunFinish() throws InterruptedException {
        var running = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        here.errands.before = () -> {
            running.countDown();
            awaitQuietly(finish);
        };
        here.give(acme, now);
        first.start();
        assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();

        Thread stopping = Thread.ofVirtual().start(first::stop);
        finish.countDown();
        stopping.join(Duration.ofSeconds(20));

        assertThat(here.done(acme)).containsExactly(1);
        assertThat(here.scheduled(acme)).isEmpty();
    }

    @Test
    void aKindOfWorkThatThisReleaseDoesNotKnowIsLeftForThoseWhoDo() {
        here.schedule.put("of_a_later_release", acme.id(), now.minus(Duration.ofDays(30)));
        here.give(acme, now);

        first.start();
        soon().untilAsserted(() -> assertThat(here.done(acme)).containsExactly(1));
        first.stop();

        var left = machinery
                .platform()
                .sql()
                .fetchSingle(SCHEDULED_TASKS, SCHEDULED_TASKS.TASK_NAME.eq("of_a_later_release"));
        assertThat(left.getPicked()).isFalse();
        assertThat(left.getExecutionTime()).isEqualTo(now.minus(Duration.ofDays(30)));
        left.delete();
    }

    @ParameterizedTest
    @EnumSource
    void aRunWhoseNodeIsKilledIsTakenOverAndItsEffectHappensOnce(ErrandNode.Point point) throws Exception {
        try (var other = ErrandNode.stallingAt(point)) {
            here.give(acme, now);
            assertThat(other.untilStalled()).as("what it said besides").doesNotContain("Exception");
            first.start();
            assertThat(here.row(acme))
                    .hasValueSatisfying(row -> assertThat(row.getPicked()).isTrue());

            other.kill();

            soon().untilAsserted(() -> assertThat(here.scheduled(acme)).isEmpty());
            assertThat(here.done(acme)).containsExactly(1);
        }
    }

    @Test
    void aNodeOfAnotherTimeOfDayRepeatsNoEffect() {
        InstantSource ahead = () -> CLOCK.instant().plus(Duration.ofMinutes(10));
        var early = new Stage(machinery, ahead);
        Node hasty = early.node(HEARTBEAT);
        here.errands.share = 1;
        early.errands.share = 1;
        here.give(acme, Collections.nCopies(40, now).toArray(Instant[]::new));

        first.start();
        hasty.start();
        try {
            soon().untilAsserted(() -> assertThat(here.done(acme)).containsOnly(1));
        } finally {
            hasty.stop();
        }
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(30, TimeUnit.SECONDS).pollInterval(Duration.ofMillis(50));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
