package dev.lodge.sla;

import static dev.lodge.schema.platform.Tables.SCHEDULED_TASKS;
import static dev.lodge.schema.tenant.Tables.NOTIFICATION;
import static dev.lodge.schema.tenant.Tables.OUTGOING_MAIL;
import static dev.lodge.schema.tenant.Tables.TICKET_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.Role;
import dev.lodge.jobs.DueWork;
import dev.lodge.jobs.Node;
import dev.lodge.jobs.TestNodes;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A node is killed in the midst of an escalation, and another one finishes it. */
@LodgeTest
@Import(TestNodes.class)
class KilledNodeTests {

    @Autowired
    Cast cast;

    @Autowired
    TurnedClock clock;

    @Autowired
    Promises promises;

    @Autowired
    Tickets tickets;

    @Autowired
    TenantDatabase database;

    @Autowired
    PlatformDatabase platform;

    @Autowired
    DueWork work;

    @Autowired
    TestNodes nodes;

    Node survivor;

    @AfterEach
    void stopTheSurvivor() {
        survivor.stop();
    }

    @ParameterizedTest
    @EnumSource
    void eachLevelHappensOnceAndIsToldOnceThoughTheNodeIsKilled(EscalatingNode.Point point) throws Exception {
        survivor = nodes.hasty();
        var desk = cast.deskOfAcme(cast.tenant("killed-" + point.ordinal(), "Acme"));
        Tenants.run(desk.tenant(), () -> {
            promises.answersWithinAnHour();
            lodgeForPriya(desk);
            lodgeForPriya(desk);
        });
        clock.advance(Duration.ofMinutes(2));
        work.run(desk.tenant());
        clock.advance(Duration.ofHours(1));

        try (var killed = EscalatingNode.stallingAt(point, desk.tenant(), clock)) {
            assertThat(killed.untilStalled()).as("what it said besides").doesNotContain("Exception");
            survivor.start();
            killed.kill();

            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> isDone(desk));
        }
        survivor.stop();
        clock.advance(Duration.ofMinutes(2));
        work.run(desk.tenant());

        assertThat(facts(desk))
                .containsExactlyInAnyOrder(
                        "escalated", "escalated", "escalated", "escalated", "target_missed", "target_missed");
        assertThat(noticesOfClocks(desk))
                .containsExactlyInAnyOrder("sla_warning", "sla_warning", "sla_breached", "sla_breached");
        assertThat(mailsToPriya(desk))
                .as("one of the assignments, one of the clocks")
                .hasSize(2);
    }

    private void lodgeForPriya(Desk desk) {
        var request = new NewTicket(
                "Tent pole snapped", "Twice.", Priority.NORMAL, desk.customer(), null, null, null, List.of(), null);
        long number = tickets.receive(request, Channel.EMAIL).id();
        tickets.assign(desk.caller(Role.OWNER), number, desk.agent(), version -> true);
    }

    /** Whether all levels are reached and no node has the tenant's clocks in hand, not even a dead one. */
    private boolean isDone(Desk desk) {
        boolean inHand = platform.sql()
                .fetchExists(
                        SCHEDULED_TASKS,
                        SCHEDULED_TASKS.TASK_NAME.eq(Timekeeping.WORK),
                        SCHEDULED_TASKS.TASK_INSTANCE.eq(
                                Long.toString(desk.tenant().id())),
                        SCHEDULED_TASKS.PICKED.isTrue());
        return !inHand && Tenants.in(desk.tenant(), () -> LevelsReached.in(database)) == 4;
    }

    private List<String> facts(Desk desk) {
        return Tenants.in(
                desk.tenant(),
                () -> database.sql()
                        .select(TICKET_EVENT.TYPE)
                        .from(TICKET_EVENT)
                        .where(TICKET_EVENT.TYPE.in("escalated", "target_missed"))
                        .fetch(TICKET_EVENT.TYPE));
    }

    private List<String> noticesOfClocks(Desk desk) {
        return Tenants.in(
                desk.tenant(),
                () -> database.sql()
                        .select(NOTIFICATION.KIND)
                        .from(NOTIFICATION)
                        .where(NOTIFICATION.AGENT_ID.eq(desk.agent()), NOTIFICATION.KIND.startsWith("sla_"))
                        .fetch(NOTIFICATION.KIND));
    }

    private List<String> mailsToPriya(Desk desk) {
        String address = desk.person(Role.AGENT).email();
        return Tenants.in(
                desk.tenant(),
                () -> database.sql()
                        .select(OUTGOING_MAIL.KIND)
                        .from(OUTGOING_MAIL)
                        .where(OUTGOING_MAIL.TO_ADDRESS.eq(address), OUTGOING_MAIL.KIND.like(DSL.inline("agent_%")))
                        .fetch(OUTGOING_MAIL.KIND));
    }
}
