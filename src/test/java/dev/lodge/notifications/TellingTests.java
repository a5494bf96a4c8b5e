package dev.lodge.notifications;

import static dev.lodge.notifications.NoticeKind.ASSIGNED;
import static dev.lodge.notifications.NoticeKind.CUSTOMER_REPLIED;
import static dev.lodge.notifications.NoticeKind.MENTIONED;
import static dev.lodge.notifications.NoticeKind.NEW_IN_TEAM;
import static dev.lodge.notifications.NoticeKind.SLA_BREACHED;
import static dev.lodge.notifications.NoticeKind.SLA_WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Colleague;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Role;
import dev.lodge.accounts.TeamRef;
import dev.lodge.accounts.TicketScope;
import dev.lodge.sla.Recipient;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.TicketStatus;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is told what, as a table. */
class TellingTests {

    private static final long RETURNS = 71;
    private static final long SHIPPING = 72;

    private static final Colleague MIA = colleague(1, Role.OWNER);
    private static final Colleague KARIN = colleague(2, Role.MANAGER, RETURNS);
    private static final Colleague PRIYA = colleague(3, Role.AGENT, RETURNS);
    private static final Colleague TOM = colleague(4, Role.AGENT, RETURNS, SHIPPING);
    private static final Colleague SOFIA = colleague(5, Role.AGENT, SHIPPING);

    private static final List<Colleague> DESK = List.of(MIA, KARIN, PRIYA, TOM, SOFIA);
    private static final TicketFact REPLIED_BY_CUSTOMER = new TicketFact.CustomerReplied();
    private static final TicketFact NOTED = new TicketFact.Noted();

    @Test
    void whoeverGetsATicketIsToldExceptByThemselves() {
        assertThat(told(MIA, PRIYA, RETURNS, assigned(PRIYA))).isEqualTo(Map.of(3L, ASSIGNED));
        assertThat(told(null, PRIYA, RETURNS, assigned(PRIYA))).isEqualTo(Map.of(3L, ASSIGNED));
        assertThat(told(PRIYA, PRIYA, RETURNS, assigned(PRIYA))).isEmpty();
        assertThat(told(MIA, PRIYA, RETURNS, opened(PRIYA))).isEqualTo(Map.of(3L, ASSIGNED));
        assertThat(told(MIA, null, RETURNS, new TicketFact.AssigneeChanged(ref(PRIYA), null)))
                .isEmpty();
    }

    @Test
    void aTeamIsToldOfWhatComesInAndNobodyHas() {
        var all = Map.of(2L, NEW_IN_TEAM, 3L, NEW_IN_TEAM, 4L, NEW_IN_TEAM);

        assertThat(told(null, null, RETURNS, opened(null))).isEqualTo(all);
        assertThat(told(MIA, null, RETURNS, movedTo(RETURNS))).isEqualTo(all);
        assertThat(told(TOM, null, RETURNS, movedTo(RETURNS))).isEqualTo(Map.of(2L, NEW_IN_TEAM, 3L, NEW_IN_TEAM));
        assertThat(told(MIA, SOFIA, RETURNS, movedTo(RETURNS))).isEmpty();
        assertThat(told(null, null, null, opened(null))).isEmpty();
    }

    @Test
    void aCustomersWordsGoToWhoeverHasTheTicketOrElseToTheTeam() {
        assertThat(told(null, PRIYA, RETURNS, REPLIED_BY_CUSTOMER)).isEqualTo(Map.of(3L, CUSTOMER_REPLIED));
        assertThat(told(null, null, SHIPPING, REPLIED_BY_CUSTOMER))
                .isEqualTo(Map.of(4L, CUSTOMER_REPLIED, 5L, CUSTOMER_REPLIED));
        assertThat(told(null, null, null, REPLIED_BY_CUSTOMER)).isEmpty();
    }

    @Test
    void whoIsMentionedIsToldButNobodyElseOfANote() {
        assertThat(said(MIA, PRIYA, RETURNS, Set.of(4L, 1L), NOTED)).isEqualTo(Map.of(4L, MENTIONED));
        assertThat(told(MIA, PRIYA, RETURNS, NOTED)).isEmpty();
    }

    @Test
    void ofOneActEachHearsOnceAndTheMostSpecific() {
        assertThat(said(MIA, PRIYA, RETURNS, Set.of(3L), NOTED, assigned(PRIYA)))
                .isEqualTo(Map.of(3L, MENTIONED));
        assertThat(told(null, PRIYA, RETURNS, assigned(PRIYA), REPLIED_BY_CUSTOMER))
                .isEqualTo(Map.of(3L, ASSIGNED));
        assertThat(told(null, null, RETURNS, movedTo(RETURNS), REPLIED_BY_CUSTOMER)
                        .values())
                .containsOnly(CUSTOMER_REPLIED);
    }

    @Test
    void otherFactsAreToldToNobody() {
        for (var fact : List.of(
                new TicketFact.Replied(),
                new TicketFact.StatusChanged(TicketStatus.OPEN, TicketStatus.SOLVED),
                new TicketFact.PriorityChanged(Priority.LOW, Priority.URGENT),
                new TicketFact.TagsChanged(List.of("vip"), List.of()))) {
            assertThat(told(MIA, PRIYA, RETURNS, fact)).as(fact.toString()).isEmpty();
        }
    }

    @Test
    void whoDoesNotSeeTheTicketIsNotTold() {
        for (var scope : TicketScope.values()) {
            var ola = new Colleague(
                    new Caller(9, "Ola", Role.AGENT, Role.AGENT.permissions(), scope, Set.of(SHIPPING)),
                    new EmailAddress("ola@acme.example"),
                    Locale.ENGLISH,
                    ZoneOffset.UTC);
            var word = List.of(new Word(MENTIONED, new Audience.One(9)));

            assertThat(Telling.said(word, List.of(ola), 1L, 3L, RETURNS).containsKey(9L))
                    .as("of somebody else in another team with %s", scope)
                    .isEqualTo(scope == TicketScope.ALL);
            assertThat(Telling.said(word, List.of(ola), 1L, 3L, SHIPPING).containsKey(9L))
                    .as("of somebody else in their team with %s", scope)
                    .isEqualTo(scope == TicketScope.ALL || scope == TicketScope.TEAM_OWN_UNASSIGNED);
            assertThat(Telling.said(word, List.of(ola), 1L, null, RETURNS).containsKey(9L))
                    .as("of nobody with %s", scope)
                    .isEqualTo(scope != TicketScope.OWN);
            assertThat(Telling.said(word, List.of(ola), 1L, 9L, RETURNS)).containsKey(9L);
        }
    }

    @Test
    void aClockIsToldToThoseWhomItsLevelNames() {
        assertThat(escalated(SLA_WARNING, PRIYA, RETURNS, new Recipient.Assignee()))
                .isEqualTo(Map.of(3L, SLA_WARNING));
        assertThat(escalated(SLA_BREACHED, null, SHIPPING, new Recipient.Assignee()))
                .as("while nobody has it the team is meant")
                .isEqualTo(Map.of(4L, SLA_BREACHED, 5L, SLA_BREACHED));
        assertThat(escalated(SLA_BREACHED, PRIYA, RETURNS, new Recipient.Agent(5)))
                .isEqualTo(Map.of(5L, SLA_BREACHED));
        assertThat(escalated(SLA_BREACHED, PRIYA, RETURNS, new Recipient.Address("boss@elsewhere.example")))
                .isEmpty();
    }

    @Test
    void managersAreThoseOfTheTeamOrAllOrWhoeverStandsIn() {
        var managers = new Recipient.Managers();

        assertThat(escalated(SLA_BREACHED, PRIYA, RETURNS, managers)).containsOnlyKeys(2L);
        assertThat(escalated(SLA_BREACHED, PRIYA, SHIPPING, managers)).containsOnlyKeys(2L);
        var words = Telling.about(SLA_BREACHED, List.of(managers), 3L, RETURNS);
        assertThat(Telling.said(words, List.of(MIA, PRIYA, TOM), null, 3L, RETURNS))
                .containsOnlyKeys(1L);
    }

    private static Map<Long, NoticeKind> told(
            @Nullable Colleague by, @Nullable Colleague assignee, @Nullable Long team, TicketFact... facts) {
        return said(by, assignee, team, Set.of(), facts);
    }

    private static Map<Long, NoticeKind> said(
            @Nullable Colleague by,
            @Nullable Colleague assignee,
            @Nullable Long team,
            Set<Long> mentioned,
            TicketFact... facts) {
        Long actor = by == null ? null : by.id();
        Long holder = assignee == null ? null : assignee.id();
        var words = Telling.about(new Happening(actor, List.of(facts), holder, team, mentioned));
        return Telling.said(words, DESK, actor, holder, team);
    }

    private static Map<Long, NoticeKind> escalated(
            NoticeKind kind, @Nullable Colleague assignee, @Nullable Long team, Recipient recipient) {
        Long holder = assignee == null ? null : assignee.id();
        return Telling.said(Telling.about(kind, List.of(recipient), holder, team), DESK, null, holder, team);
    }

    private static TicketFact assigned(Colleague to) {
        return new TicketFact.AssigneeChanged(null, ref(to));
    }

    private static TicketFact movedTo(long team) {
        return new TicketFact.TeamChanged(null, new TeamRef(team, "A team"));
    }

    private static TicketFact opened(@Nullable Colleague assignee) {
        return new TicketFact.Opened(
                TicketStatus.NEW,
                Priority.NORMAL,
                Channel.WEB,
                12L,
                assignee == null ? null : ref(assignee),
                new TeamRef(RETURNS, "Returns"),
                null,
                null);
    }

    private static AgentRef ref(Colleague agent) {
        return new AgentRef(agent.id(), agent.name());
    }

    private static Colleague colleague(long id, Role role, Long... teams) {
        return new Colleague(
                new Caller(id, "Agent " + id, role, role.permissions(), TicketScope.ALL, Set.of(teams)),
                new EmailAddress("agent" + id + "@acme.example"),
                Locale.ENGLISH,
                ZoneOffset.UTC);
    }
}
