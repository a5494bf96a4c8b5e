package dev.lodge.sla;

import static dev.lodge.schema.tenant.Tables.CLOCK;
import static dev.lodge.schema.tenant.Tables.TICKET_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.Role;
import dev.lodge.jobs.DueWork;
import dev.lodge.sla.NewEscalationRule.NewAction;
import dev.lodge.sla.NewPolicy.NewTarget;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.Ledgers;
import dev.lodge.tickets.NewMessage;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Tickets;
import dev.lodge.tickets.Visibility;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Each level of escalation happens once for each clock, whoever tries. */
@LodgeTest
@Import({Told.class, Nodes.class})
class EscalationTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Cast cast;

    @Autowired
    TurnedClock clock;

    @Autowired
    DueWork work;

    @Autowired
    Tickets tickets;

    @Autowired
    SlaPolicies policies;

    @Autowired
    EscalationRules rules;

    @Autowired
    Ledgers ledgers;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TenantDatabase database;

    @Autowired
    Nodes nodes;

    @Autowired
    Told told;

    @Test
    void aWarningAndABreachComeAtTheirMomentsAndOnlyForTheTenantConcerned() {
        // What the cast promises for its own ticket counts business hours, and comes due in none of this hour.
        clock.advanceTo(DayOfWeek.SUNDAY);
        var desk = desk("escalates-on-time", warning(), breach());
        var other = desk("escalates-nothing", warning(), breach());
        long number = Tenants.in(desk.tenant(), () -> lodge(desk));
        work.run(desk.tenant());
        work.run(other.tenant());

        clock.advance(HOUR.minusMinutes(10).plusSeconds(1));
        work.run(desk.tenant());
        work.run(other.tenant());
        assertThat(told.of("escalates-on-time")).containsExactly(line(desk, number, "Warning"));

        clock.advance(Duration.ofMinutes(10));
        assertThat(work.run(other.tenant())).isEmpty();
        work.run(desk.tenant());
        work.run(desk.tenant());
        assertThat(told.of("escalates-on-time"))
                .containsExactly(
                        line(desk, number, "Breach"),
                        line(desk, number, "Warning"),
                        line(desk, number, "first_response breached"));
        assertThat(told.of("escalates-nothing")).isEmpty();
        Tenants.run(desk.tenant(), () -> {
            assertThat(tickets.details(desk.caller(Role.OWNER), number).priority())
                    .isEqualTo(Priority.HIGH);
            assertThat(tickets.details(desk.caller(Role.OWNER), number).tags()).containsExactly("late");
            assertThat(tickets.details(desk.caller(Role.OWNER), number).slaStatus())
                    .isEqualTo("breached");
        });
    }

    @Test
    void whatIsAnsweredBeforeItsMomentIsNotEscalated() {
        var desk = desk("escalates-no-more", warning(), breach());
        Tenants.run(desk.tenant(), () -> {
            long number = lodge(desk);
            tickets.write(
                    desk.caller(Role.OWNER), number, new NewMessage("Here.", Visibility.PUBLIC, null), Channel.WEB);
        });

        clock.advance(HOUR.plusHours(1));
        work.run(desk.tenant());

        assertThat(told.of("escalates-no-more")).isEmpty();
    }

    @Test
    void twoNodesWhoseClocksAreTenMinutesApartEscalateEachOnce() throws Exception {
        var desk = desk("two-nodes", warning(), breach());
        List<Long> numbers = Tenants.in(
                desk.tenant(),
                () -> IntStream.range(0, 30).mapToObj(i -> lodge(desk)).toList());
        Instant late = clock.instant().plus(HOUR).plusSeconds(5);

        var together = new CyclicBarrier(2);
        var both = List.of(late, late.plus(Duration.ofMinutes(10))).stream()
                .map(now -> CompletableFuture.runAsync(() -> Tenants.run(desk.tenant(), () -> {
                    await(together);
                    for (int i = 0; i < 5; i++) {
                        nodes.at(now).run();
                    }
                })))
                .toList();
        for (var node : both) {
            node.get();
        }
        Tenants.run(desk.tenant(), () -> nodes.at(late.plus(HOUR)).run());

        assertThat(told.of("two-nodes")).doesNotHaveDuplicates().hasSize(3 * numbers.size());
        Tenants.run(desk.tenant(), () -> {
            assertThat(facts("escalated")).isEqualTo(2 * numbers.size());
            assertThat(facts("target_missed")).isEqualTo(numbers.size());
        });
    }

    @Test
    void aRunThatIsCutOffInTheMiddleLeavesNothingAndIsRepeatedWhole() {
        var desk = desk("cut-off", warning(), breach());
        Tenants.run(desk.tenant(), () -> {
            long number = lodge(desk);
            Instant late = clock.instant().plus(HOUR).plusSeconds(5);
            assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                        nodes.at(late).run();
                        throw new IllegalStateException("The node is gone");
                    }))
                    .hasMessage("The node is gone");
            assertThat(LevelsReached.in(database)).isZero();
            assertThat(facts("escalated")).isZero();

            nodes.at(late).run();
            nodes.at(late).run();

            assertThat(LevelsReached.in(database)).isEqualTo(2);
            assertThat(facts("escalated")).isEqualTo(2);
            assertThat(tickets.details(desk.caller(Role.OWNER), number).priority())
                    .isEqualTo(Priority.HIGH);
        });
    }

    @Test
    void aTicketThatCannotBeEscalatedKeepsNoOtherFromIt() {
        var desk = desk("one-fails", breach());
        Tenants.run(desk.tenant(), () -> {
            long first = lodge(desk);
            long second = lodge(desk);
            told.refuse(first);
            Instant late = clock.instant().plus(HOUR).plusSeconds(5);

            nodes.at(late).run();
            assertThat(told.of("one-fails"))
                    .contains(line(desk, second, "Breach"))
                    .doesNotContain(line(desk, first, "Breach"));
            assertThat(nodes.at(late).next()).hasValue(late.plus(Duration.ofMinutes(5)));

            told.refuse(0);
            nodes.at(late.plus(Duration.ofMinutes(6))).run();
            assertThat(told.of("one-fails")).contains(line(desk, first, "Breach"));
        });
    }

    @Test
    void aTicketThatSomebodyHoldsIsLeftForTheNextRun() {
        var desk = desk("held", breach());
        Tenants.run(desk.tenant(), () -> {
            long number = lodge(desk);
            Instant late = clock.instant().plus(HOUR).plusSeconds(5);
            transactions.executeWithoutResult(status -> {
                ledgers.lock(database.sql().select(CLOCK.TICKET_ID).from(CLOCK).fetch(CLOCK.TICKET_ID));
                CompletableFuture.runAsync(() ->
                                Tenants.run(desk.tenant(), () -> nodes.at(late).run()))
                        .join();
            });
            assertThat(told.of("held")).isEmpty();

            nodes.at(late).run();

            assertThat(told.of("held")).contains(line(desk, number, "Breach"));
        });
    }

    @Test
    void aLevelMadeAfterItsMomentIsNotMadeUpFor() {
        var desk = desk("too-late");
        Tenants.run(desk.tenant(), () -> {
            lodge(desk);
            clock.advance(HOUR.plusMinutes(30));
            long policy = policies.all(desk.caller(Role.OWNER)).getFirst().id();
            rules.enter(level(policy, "Breach", 0, Promises.notifyAssignee()));
            rules.enter(level(policy, "An hour late", 3600, Promises.notifyAssignee()));
        });

        work.run(desk.tenant());
        assertThat(told.of("too-late")).noneMatch(line -> line.endsWith(" Breach"));
        clock.advance(HOUR.minusMinutes(29));
        work.run(desk.tenant());

        assertThat(told.of("too-late")).anyMatch(line -> line.endsWith(" An hour late"));
    }

    @Test
    void solvedTicketsCloseAfterTheTenantsDays() {
        var desk = desk("closes-itself");
        long number = Tenants.in(desk.tenant(), () -> {
            long lodged = lodge(desk);
            tickets.changeStatus(desk.caller(Role.OWNER), lodged, TicketStatus.SOLVED, version -> true);
            return lodged;
        });
        work.run(desk.tenant());
        clock.advance(Duration.ofDays(4).minusMinutes(1));
        work.run(desk.tenant());
        assertThat(status(desk, number)).isEqualTo(TicketStatus.SOLVED);

        clock.advance(Duration.ofMinutes(2));
        work.run(desk.tenant());

        assertThat(status(desk, number)).isEqualTo(TicketStatus.CLOSED);
    }

    private TicketStatus status(Desk desk, long number) {
        return Tenants.in(
                desk.tenant(),
                () -> tickets.details(desk.caller(Role.OWNER), number).status());
    }

    private record Step(String name, long offset, NewAction... actions) {}

    private static Step warning() {
        return new Step("Warning", -600, Promises.notifyAssignee());
    }

    private static Step breach() {
        return new Step(
                "Breach",
                0,
                Promises.notifyAssignee(),
                new NewAction(EscalationAction.Type.RAISE_PRIORITY, null, null, null, null, null, null),
                new NewAction(EscalationAction.Type.ADD_TAG, null, null, null, null, null, "late"));
    }

    /** With a policy before all others that promises the first response to normal tickets within an hour. */
    private Desk desk(String slug, Step... steps) {
        var desk = cast.deskOfAcme(cast.tenant(slug, "Acme"));
        Tenants.run(desk.tenant(), () -> {
            long policy = policies.enter(new NewPolicy(
                            "Within an hour",
                            1,
                            null,
                            null,
                            Promises.targets(
                                    new NewTarget(Metric.FIRST_RESPONSE, Priority.NORMAL, 3600L, Counting.CALENDAR),
                                    new NewTarget(Metric.FIRST_RESPONSE, Priority.HIGH, 3600L, Counting.CALENDAR)),
                            null))
                    .id();
            for (var step : steps) {
                rules.enter(level(policy, step.name(), step.offset(), step.actions()));
            }
        });
        return desk;
    }

    private static NewEscalationRule level(long policy, String name, long offset, NewAction... actions) {
        return new NewEscalationRule(name, policy, Metric.FIRST_RESPONSE, offset, Promises.actions(actions));
    }

    private long lodge(Desk desk) {
        var request = new NewTicket(
                "Tent pole snapped", "Twice.", Priority.NORMAL, desk.customer(), null, null, null, List.of(), null);
        return tickets.receive(request, Channel.EMAIL).id();
    }

    private int facts(String type) {
        return database.sql().fetchCount(TICKET_EVENT, TICKET_EVENT.TYPE.eq(type));
    }

    private static String line(Desk desk, long number, String what) {
        return "%s: %d %s".formatted(desk.tenant().slug(), number, what);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
