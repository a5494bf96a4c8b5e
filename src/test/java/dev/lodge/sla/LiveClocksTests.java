package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CLOCK;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static dev.lodge.schema.tenant.Tables.TICKET_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Role;
import dev.lodge.demo.Demo;
import dev.lodge.demo.DemoDesk;
import dev.lodge.sla.NewEscalationRule.NewAction;
import dev.lodge.sla.NewPolicy.NewConditions;
import dev.lodge.sla.NewPolicy.NewTarget;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Ledgers;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What the live run leaves in the table is what a replay of the ledgers finds, whatever happened. */
@LodgeTest
@Import({Replays.class, Nodes.class})
class LiveClocksTests {

    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    SlaPolicies policies;

    @Autowired
    EscalationRules rules;

    @Autowired
    PolicyVersions versions;

    @Autowired
    Ledgers ledgers;

    @Autowired
    Recounts recounts;

    @Autowired
    Timekeeping timekeeping;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TenantDatabase database;

    @Autowired
    Nodes nodes;

    @Autowired
    Replays replays;

    @Autowired
    Demo demo;

    @ParameterizedTest
    @ValueSource(longs = {7, 2026, 31_337})
    void anythingMayHappenAndAReplayFindsTheSameClocks(long seed) {
        Desk desk = cast.deskOfAcme(cast.tenant("random-" + seed, "Acme"));
        Tenants.run(desk.tenant(), () -> {
            manyPolicies();
            var random = new RandomDesk(seed, tickets, desk.caller(Role.OWNER), desk.customer(), desk.team());
            // Over the night of March in which clocks are turned, in a year that is still to come.
            Instant now = Instant.parse("2999-03-28T08:00:00Z");
            for (int i = 0; i < 250; i++) {
                now = now.plus(random.pause());
                random.happen(now);
                if (i % 5 == 0) {
                    escalate(now);
                }
                if (i == 120) {
                    edit(desk, now);
                }
            }

            assertThat(replays.differences()).isEmpty();
            assertThat(replays.clocks()).isGreaterThan(50);
            assertThat(statuses()).contains("met", "breached", "cancelled");
            assertThat(ledgerSays("escalated"))
                    .isEqualTo(LevelsReached.in(database))
                    .isPositive();
            assertThat(ledgerSays("target_missed"))
                    .isEqualTo(database.sql().fetchCount(CLOCK, CLOCK.BREACHED_AT.isNotNull()));
            assertThat(dueOtherwiseThanTheirClocks()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "globex"})
    void aReplayOfTheDemoFindsTheSameClocks(String file) {
        var tenant = DemoDesk.at("replayed-" + file, file, demo);

        Tenants.run(tenant, () -> assertThat(replays.differences()).isEmpty());
    }

    @Test
    void aTenantWithoutPoliciesHasNeitherClocksNorFactsAboutThem() {
        var tenant = cast.tenant("promises-nothing", "Globex");
        Tenants.run(tenant, () -> {
            assertThat(replays.clocks()).isZero();
            assertThat(versions.inForce()).isEmpty();
        });
    }

    private void manyPolicies() {
        var both = Promises.statuses(TicketStatus.PENDING, TicketStatus.ON_HOLD);
        var vip = new NewConditions(null, null, null, null, List.of("vip"), null);
        long first = policies.enter(
                        new NewPolicy("Very important", 1, null, vip, all(Counting.CALENDAR, 1800, 7200), both))
                .id();
        long other = policies.enter(new NewPolicy("Others", 2, null, null, all(Counting.BUSINESS, 7200, 14_400), both))
                .id();
        for (long policy : List.of(first, other)) {
            for (Metric metric : Metric.values()) {
                rules.enter(new NewEscalationRule(
                        "Warning", policy, metric, -600L, Promises.actions(Promises.notifyAssignee())));
                rules.enter(new NewEscalationRule("Breach", policy, metric, 0L, Promises.actions(raise(), tag())));
            }
        }
    }

    private static NewAction raise() {
        return new NewAction(EscalationAction.Type.RAISE_PRIORITY, null, null, null, null, null, null);
    }

    private static NewAction tag() {
        return new NewAction(EscalationAction.Type.ADD_TAG, null, null, null, null, null, "late");
    }

    private static List<@Nullable NewTarget> all(Counting time, long urgent, long other) {
        var targets = new ArrayList<@Nullable NewTarget>();
        for (Metric metric : Metric.values()) {
            for (Priority priority : Priority.values()) {
                targets.add(new NewTarget(metric, priority, priority == Priority.URGENT ? urgent : other, time));
            }
        }
        return targets;
    }

    /** The important ones get less time, and all open tickets are compared with the policies again. */
    private void edit(Desk desk, Instant now) {
        var policy = policies.all(desk.caller(Role.OWNER)).getFirst();
        var written = policy.written();
        policies.replace(
                desk.caller(Role.OWNER),
                policy.id(),
                new NewPolicy(
                        policy.name(),
                        1,
                        null,
                        written.conditions(),
                        all(Counting.CALENDAR, 1200, 5400),
                        written.pauseIn()),
                version -> true);
        var recount = new PolicyRecount(recounts, versions, ledgers, timekeeping, new Moment(transactions, () -> now));
        while (recount.next().filter(due -> !due.isAfter(now)).isPresent()) {
            recount.run();
        }
    }

    private void escalate(Instant now) {
        nodes.at(now).run();
    }

    private int ledgerSays(String type) {
        return database.sql().fetchCount(TICKET_EVENT, TICKET_EVENT.TYPE.eq(type));
    }

    private List<String> statuses() {
        return database.sql().selectDistinct(CLOCK.STATUS).from(CLOCK).fetch(CLOCK.STATUS);
    }

    /** Tickets that are due at another moment than the first of their clocks that can still be fulfilled. */
    private List<Long> dueOtherwiseThanTheirClocks() {
        var first = org.jooq.impl.DSL.field(org.jooq
                .impl
                .DSL
                .select(org.jooq.impl.DSL.min(CLOCK.DUE_AT))
                .from(CLOCK)
                .where(CLOCK.TICKET_ID.eq(TICKET.ID), CLOCK.ENDED_AT.isNull()));
        return database.sql()
                .select(TICKET.ID)
                .from(TICKET)
                .where(TICKET.DUE_BY_HAND.isFalse(), TICKET.DUE_AT.isDistinctFrom(first))
                .fetch(TICKET.ID);
    }
}
