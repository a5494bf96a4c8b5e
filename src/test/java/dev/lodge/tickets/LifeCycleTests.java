package dev.lodge.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.AgentDeactivated;
import dev.lodge.accounts.AgentLeftTeam;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Role;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Forbidden;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A ticket's life from new to closed, with both tenants in the room. */
@LodgeTest
class LifeCycleTests {

    private static final Instant MONDAY = Instant.parse("2026-03-09T14:20:00Z");

    @Autowired
    private Cast cast;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Conversation conversation;

    @Autowired
    private TenantDatabase database;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void aNewTicketThatIsAssignedIsOpen() {
        atAcme(desk -> {
            var priya = desk.agent("Priya Raman", Role.AGENT);
            var ticket = tickets.open(priya, Desk.request("Tent pole snapped"), Channel.API);
            assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);

            var assigned = tickets.assign(priya, ticket.id(), priya.agentId(), any -> true);

            assertThat(assigned.status()).isEqualTo(TicketStatus.OPEN);
            assertThat(types(priya, ticket)).containsExactly("opened", "assignee_changed", "status_changed");
        });
    }

    @Test
    void setTheStatusItHasAndNothingHappens() {
        atAcme(desk -> {
            var priya = desk.agent("Priya Raman", Role.AGENT);
            var ticket = tickets.open(priya, Desk.request("Tent pole snapped"), Channel.API);

            var same = tickets.changeStatus(priya, ticket.id(), TicketStatus.NEW, any -> true);

            assertThat(same).isEqualTo(ticket);
            assertThat(types(priya, ticket)).containsExactly("opened");
        });
    }

    @Test
    void whoeverSolvesAnUnassignedTicketBecomesItsAssignee() {
        atAcme(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            var ticket = tickets.open(tom, Desk.request("Discount code not accepted"), Channel.API);

            var solved = tickets.changeStatus(tom, ticket.id(), TicketStatus.SOLVED, any -> true);

            assertThat(solved.assignee()).isNotNull().extracting("id").isEqualTo(tom.agentId());
            assertThat(solved.solvedAt()).isNotNull();
            assertThatExceptionOfType(Conflict.class)
                    .isThrownBy(() -> tickets.assign(tom, ticket.id(), null, any -> true));
        });
    }

    @Test
    void aCustomersMessageOpensWhatWaitsOrIsSolved() {
        atAcme(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            for (var waiting : List.of(TicketStatus.PENDING, TicketStatus.ON_HOLD, TicketStatus.SOLVED)) {
                var ticket = tickets.open(tom, Desk.requestBy("hannah@ridgeline.example", "Pole"), Channel.API);
                tickets.write(tom, ticket.id(), new NewMessage("On its way.", null, waiting), Channel.WEB);

                var heard = tickets.receiveReply(hannah(ticket), ticket.id(), "Thank you", Channel.EMAIL);

                assertThat(heard.status()).isEqualTo(TicketStatus.OPEN);
                assertThat(heard.solvedAt()).isNull();
            }
        });
    }

    @Test
    void aCustomersMessageOnAClosedTicketBecomesOneThatFollowsIt() {
        atAcme(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            var closed = closedTicket(desk);

            var next = tickets.receiveReply(hannah(closed), closed.id(), "It snapped again", Channel.EMAIL);

            assertThat(next.id()).isNotEqualTo(closed.id());
            assertThat(next.follows()).isEqualTo(closed.id());
            assertThat(next.status()).isEqualTo(TicketStatus.NEW);
            assertThat(next.description()).isEqualTo("It snapped again");
            assertThat(types(tom, closed)).endsWith("followed_up");
        });
    }

    @Test
    void aStrangerIsNotHeardOnSomebodysTicket() {
        atAcme(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            var hers = tickets.open(tom, Desk.requestBy("hannah@ridgeline.example", "Pole"), Channel.API);
            var his = tickets.open(tom, Desk.requestBy("marcus@trailhead.example", "Invoice"), Channel.API);

            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> tickets.receiveReply(hannah(hers), his.id(), "Hello", Channel.EMAIL));
        });
    }

    @Test
    void onlyTagsOfAClosedTicketChange() {
        atAcme(desk -> {
            var mia = desk.agent("Mia Lindqvist", Role.OWNER);
            var closed = closedTicket(desk).id();

            var tagged = tickets.update(mia, closed, TicketChanges.none().tags(List.of("Warranty")), any -> true);

            assertThat(tagged.tags()).containsExactly("warranty");
            assertConflict(
                    () -> tickets.update(mia, closed, TicketChanges.none().subject("Other"), any -> true));
            assertConflict(
                    () -> tickets.update(mia, closed, TicketChanges.none().dueAt(MONDAY), any -> true));
            assertConflict(() -> tickets.assign(mia, closed, null, any -> true));
            assertConflict(() -> tickets.changeStatus(mia, closed, TicketStatus.OPEN, any -> true));
            assertConflict(() -> tickets.forceClose(mia, closed, "Twice", any -> true));
            assertConflict(
                    () -> tickets.write(mia, closed, new NewMessage("Note", Visibility.INTERNAL, null), Channel.WEB));
        });
    }

    @Test
    void anIllegalTransitionNamesTheAllowedOnes() {
        atAcme(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            var ticket = tickets.open(tom, Desk.request("Pole"), Channel.API);

            assertThatExceptionOfType(Conflict.class)
                    .isThrownBy(() -> tickets.changeStatus(tom, ticket.id(), TicketStatus.CLOSED, any -> true))
                    .satisfies(refusal -> assertThat(refusal.members())
                            .containsEntry("allowed", List.of("open", "pending", "on_hold", "solved")));
        });
    }

    @Test
    void onlyAManagerForcesATicketClosedAndSaysWhy() {
        atAcme(desk -> {
            var karin = desk.agent("Karin Holm", Role.MANAGER);
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            var ticket = tickets.open(tom, Desk.request("Advertising"), Channel.API);

            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> tickets.forceClose(tom, ticket.id(), "Spam", any -> true));
            var closed = tickets.forceClose(karin, ticket.id(), "Advertising, nothing to answer", any -> true);

            assertThat(closed.status()).isEqualTo(TicketStatus.CLOSED);
            assertThat(conversation.newestEvents(karin, ticket.id(), 10))
                    .extracting(RecordedEvent::data)
                    .contains(new TicketFact.ForceClosed("Advertising, nothing to answer"));
        });
    }

    @Test
    void theRuleClosesWhatWasSolvedLongEnoughAgo() {
        atAcme(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            var old = tickets.at(MONDAY).open(tom, Desk.request("Old"), Channel.API);
            var recent = tickets.at(MONDAY).open(tom, Desk.request("Recent"), Channel.API);
            tickets.at(MONDAY).changeStatus(tom, old.id(), TicketStatus.SOLVED, any -> true);
            tickets.at(MONDAY.plus(Duration.ofDays(3)))
                    .changeStatus(tom, recent.id(), TicketStatus.SOLVED, any -> true);

            tickets.at(MONDAY.plus(Duration.ofDays(5))).closeSolvedBefore(MONDAY.plus(Duration.ofDays(1)));

            var closed = tickets.details(tom, old.id());
            assertThat(closed.status()).isEqualTo(TicketStatus.CLOSED);
            assertThat(closed.closedAt()).isEqualTo(MONDAY.plus(Duration.ofDays(5)));
            assertThat(tickets.details(tom, recent.id()).status()).isEqualTo(TicketStatus.SOLVED);
        });
    }

    @Test
    void theFirstReplyIsRememberedAndANoteIsNone() {
        atAcme(desk -> {
            var tom = desk.agent("Tom Okafor", Role.AGENT);
            var ticket = tickets.at(MONDAY).open(tom, Desk.request("Pole"), Channel.API);

            tickets.at(MONDAY.plusSeconds(60))
                    .write(tom, ticket.id(), new NewMessage("Look", Visibility.INTERNAL, null), Channel.WEB);
            assertThat(tickets.details(tom, ticket.id()).firstRespondedAt()).isNull();
            for (int minute = 2; minute < 4; minute++) {
                tickets.at(MONDAY.plusSeconds(60L * minute))
                        .write(tom, ticket.id(), new NewMessage("Hello", null, null), Channel.WEB);
            }

            var answered = tickets.details(tom, ticket.id());
            assertThat(answered.firstRespondedAt()).isEqualTo(MONDAY.plusSeconds(120));
            assertThat(answered.status()).isEqualTo(TicketStatus.OPEN);
            assertThat(answered.assignee()).isNull();
        });
    }

    @Test
    void leavingATeamGivesBackItsTicketsAndNoOthers() {
        atAcme(desk -> {
            var mia = desk.agent("Mia Lindqvist", Role.OWNER);
            var sofia = desk.agent("Sofia Marek", Role.AGENT);
            long orders = desk.team("Orders");
            long returns = desk.team("Returns and warranty");
            var left = tickets.open(mia, Desk.request("A", null, sofia.agentId(), orders), Channel.API);
            var kept = tickets.open(mia, Desk.request("B", null, sofia.agentId(), returns), Channel.API);

            inTransaction(() -> events.publishEvent(new AgentLeftTeam(sofia.agentId(), orders, mia.agentId())));

            assertThat(tickets.details(mia, left.id()).assignee()).isNull();
            assertThat(tickets.details(mia, left.id()).team()).isNotNull();
            assertThat(tickets.details(mia, kept.id()).assignee()).isNotNull();
            assertThat(types(mia, left)).endsWith("assignee_changed");
        });
    }

    @Test
    void aDeactivatedAgentKeepsOnlyWhatIsSolved() {
        atAcme(desk -> {
            var mia = desk.agent("Mia Lindqvist", Role.OWNER);
            var leaving = desk.agent("Malin Berg", Role.AGENT);
            var open = tickets.open(mia, Desk.request("A", null, leaving.agentId(), null), Channel.API);
            var solved = tickets.open(mia, Desk.request("B", null, leaving.agentId(), null), Channel.API);
            tickets.changeStatus(mia, solved.id(), TicketStatus.SOLVED, any -> true);

            inTransaction(() -> events.publishEvent(new AgentDeactivated(leaving.agentId(), mia.agentId())));

            assertThat(tickets.details(mia, open.id()).assignee()).isNull();
            assertThat(tickets.details(mia, solved.id()).assignee()).isNotNull();
        });
    }

    private TicketDetails closedTicket(Desk desk) {
        var mia = desk.agent("Mia Lindqvist", Role.OWNER);
        var ticket = tickets.open(mia, Desk.requestBy("hannah@ridgeline.example", "Pole"), Channel.API);
        tickets.changeStatus(mia, ticket.id(), TicketStatus.SOLVED, any -> true);
        return tickets.close(ticket.id());
    }

    private static long hannah(TicketDetails ticket) {
        var customer = ticket.customer();
        if (customer == null) {
            throw new AssertionError("The ticket has no customer");
        }
        return customer.id();
    }

    private List<String> types(Caller caller, TicketDetails ticket) {
        return conversation.newestEvents(caller, ticket.id(), 100).stream()
                .map(RecordedEvent::type)
                .toList();
    }

    private static void assertConflict(Runnable act) {
        assertThatExceptionOfType(Conflict.class).isThrownBy(act::run);
    }

    private void inTransaction(Runnable work) {
        transactions.executeWithoutResult(transaction -> work.run());
    }

    private void atAcme(Consumer<Desk> work) {
        cast.globex();
        Tenants.run(cast.acme(), () -> work.accept(new Desk(database)));
    }
}
