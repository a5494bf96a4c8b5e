package dev.lodge.notifications;

import static dev.lodge.schema.tenant.Tables.NOTIFICATION;
import static dev.lodge.schema.tenant.Tables.ROLE;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Membership;
import dev.lodge.accounts.Role;
import dev.lodge.accounts.TicketScope;
import dev.lodge.jobs.DueWork;
import dev.lodge.notifications.Newsroom.Agent;
import dev.lodge.notifications.Newsroom.Sent;
import dev.lodge.sla.ClockBreached;
import dev.lodge.sla.Escalated;
import dev.lodge.sla.Metric;
import dev.lodge.sla.Recipient;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.TicketSeen;
import dev.lodge.tickets.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What agents are told, from what happens to a ticket to the mail in the box. */
@LodgeTest
@Import({Newsroom.class, DueWork.class})
class NoticesTests {

    @Autowired
    Newsroom news;

    @Autowired
    Inbox inbox;

    @Autowired
    Preferences preferences;

    @Autowired
    Tickets tickets;

    @Autowired
    Membership membership;

    @Autowired
    TenantDatabase database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    DueWork due;

    @Autowired
    TurnedClock clock;

    Tenant acme;
    Tenant globex;
    long returns;
    Agent mia;
    Agent priya;
    Agent tom;
    Agent leo;

    @BeforeEach
    void bothDesksAreInTheRoom() {
        acme = news.acme();
        globex = news.globex();
        returns = news.team(acme);
        mia = news.hire(acme, "Mia Lindqvist", Role.OWNER);
        priya = news.hire(acme, "Priya Raman", Role.AGENT, returns);
        tom = news.hire(acme, "Tom Okafor", Role.AGENT, returns);
        leo = news.hire(globex, "Leo Martins", Role.AGENT);
    }

    @Test
    void whoGetsATicketIsToldByWhomAndTheDeskNextDoorHearsNothing() {
        long number = news.lodge(acme, mia, "Boots leak", null, priya, returns);

        assertThat(read(priya)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.ASSIGNED);
            assertThat(notice.number()).isEqualTo(number);
            assertThat(notice.by()).isEqualTo("Mia Lindqvist");
            assertThat(notice.unread()).isTrue();
        });
        assertThat(news.told(acme, tom)).isEmpty();
        assertThat(news.told(globex, leo)).isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatTheyDidThemselves() {
        long number = news.lodge(acme, priya, "Boots leak", null, priya, returns);
        news.note(acme, priya, number, "I, @Priya Raman, look at it.");
        news.assign(acme, priya, number, tom);
        news.assign(acme, tom, number, null);

        assertThat(news.told(acme, priya)).isEmpty();
        assertThat(news.told(acme, tom)).containsExactly("assigned");
    }

    @Test
    void theTeamIsToldOfANewTicketAndOfACustomersWordsWhileNobodyHasIt() {
        long ines = news.customer(acme, "Ines Duarte", "ines@one.example");
        long number = news.ask(acme, ines, "Zipper stuck", returns);
        news.hear(acme, ines, number, "Are you there?");
        news.assign(acme, mia, number, tom);
        news.hear(acme, ines, number, "Hello?");

        assertThat(news.told(acme, priya)).containsExactly("new_in_team", "customer_replied");
        assertThat(news.told(acme, tom))
                .containsExactly("new_in_team", "customer_replied", "assigned", "customer_replied");
        assertThat(read(tom).getFirst().by()).isEqualTo("Ines Duarte");
        assertThat(read(tom).getFirst().excerpt()).isEqualTo("Hello?");
    }

    @Test
    void whoeverIsMentionedInANoteIsTold() {
        long number = news.lodge(acme, mia, "Boots leak", null, priya, null);
        // Other tests have people of the same names here: a full name means them too, so ask for this one.
        news.note(acme, mia, number, "@Tom Okafor knows this, not orders@priya.example.");

        assertThat(news.told(acme, tom)).containsExactly("mentioned");
        assertThat(news.told(acme, priya)).containsExactly("assigned");
    }

    @Test
    void whoIsOutIsToldNothing() {
        long number = news.lodge(acme, mia, "Boots leak", null, null, null);
        Tenants.run(acme, () -> membership.deactivate(tom.id(), mia.caller()));

        news.note(acme, mia, number, "@Tom Okafor?");
        escalate(
                number,
                600,
                Set.of(
                        new Recipient.Agent(tom.id()),
                        new Recipient.Address(tom.signsIn().email())));

        assertThat(news.told(acme, tom)).isEmpty();
        assertThat(news.mailed(acme, tom.signsIn().email())).isEmpty();
    }

    @Test
    void whatSomebodyMayNotSeeIsNeitherToldNorCountedNorMailed() {
        long number = news.lodge(acme, mia, "Boots leak", null, priya, returns);
        var narrow = new Caller(
                priya.id(), "Priya Raman", Role.AGENT, Role.AGENT.permissions(), TicketScope.OWN, Set.of(returns));
        assertThat(Tenants.<Long, RuntimeException>in(acme, () -> inbox.unread(narrow)))
                .isOne();
        scope("own");
        try {
            news.assign(acme, mia, number, mia);
            news.note(acme, mia, number, "@Priya Raman was here.");

            assertThat(news.told(acme, priya)).containsExactly("assigned");
            assertThat(Tenants.<Long, RuntimeException>in(acme, () -> inbox.unread(narrow)))
                    .isZero();
            assertThat(Tenants.<Long, RuntimeException>in(acme, () -> inbox.count(narrow, false)))
                    .isZero();
            assertThat(news.at(acme, () -> inbox.newest(narrow, false, 10))).isEmpty();
            laterMailGoesOut();
            assertThat(news.mailed(acme, priya.signsIn().email())).isEmpty();
        } finally {
            scope("all");
        }
    }

    @Test
    void severalNoticesGoOutInOneMailAndOneAloneInItsOwn() {
        news.lodge(acme, mia, "Boots leak", null, priya, returns);
        news.lodge(acme, mia, "Tent <b>pole</b> snapped", null, priya, returns);
        long third = news.lodge(acme, mia, "Zipper stuck", null, tom, returns);
        due.run(acme);
        assertThat(news.mailed(acme, priya.signsIn().email())).isEmpty();

        laterMailGoesOut();
        laterMailGoesOut();

        assertThat(news.mailed(acme, priya.signsIn().email())).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo("agent_digest");
            assertThat(mail.subject()).isEqualTo("2 notifications from Acme");
            assertThat(mail.text()).contains("Boots leak", "Mia Lindqvist assigned this to you", "/notifications");
            assertThat(mail.html()).contains("Tent &lt;b&gt;pole&lt;/b&gt;").doesNotContain("<b>pole");
            assertThat(mail.automatic()).isTrue();
        });
        assertThat(news.mailed(acme, tom.signsIn().email())).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo("agent_notice");
            assertThat(mail.text()).contains("http://news-acme.localhost", "/tickets/" + third);
        });
    }

    @Test
    void whatIsReadMeanwhileIsNotMailed() {
        long read = news.lodge(acme, mia, "Boots leak", null, priya, returns);
        news.lodge(acme, mia, "Zipper stuck", null, priya, returns);

        Tenants.run(acme, () -> events.publishEvent(new TicketSeen(read, priya.id())));
        laterMailGoesOut();

        assertThat(news.mailed(acme, priya.signsIn().email()))
                .singleElement()
                .extracting(Sent::kind, Sent::subject)
                .satisfies(mail -> assertThat(mail.toString()).contains("agent_notice", "Zipper stuck"));
    }

    @Test
    void theWishesOfEachDecideByWhichWaysTheyAreTold() {
        wish(priya, NoticeKind.ASSIGNED, new Channels(false, true));
        wish(tom, NoticeKind.ASSIGNED, new Channels(false, false));

        news.lodge(acme, mia, "Boots leak", null, priya, returns);
        news.lodge(acme, mia, "Zipper stuck", null, tom, returns);
        laterMailGoesOut();

        assertThat(read(priya)).isEmpty();
        assertThat(news.mailed(acme, priya.signsIn().email())).hasSize(1);
        assertThat(news.told(acme, tom)).isEmpty();
    }

    @Test
    void aBreachAndALevelAtTheSameMomentAreOneNoticeAndALaterLevelAnother() {
        long number = news.lodge(acme, mia, "Boots leak", null, priya, returns);
        Instant dueAt = clock.instant();
        var assignee = Set.<Recipient>of(new Recipient.Assignee());

        tell(new ClockBreached(id(number), number, Metric.RESOLUTION, dueAt));
        tell(new ClockBreached(id(number), number, Metric.RESOLUTION, dueAt));
        tell(new Escalated(id(number), number, Metric.RESOLUTION, "At once", 0, dueAt, assignee));
        tell(new Escalated(id(number), number, Metric.RESOLUTION, "Later", 900, dueAt, assignee));
        tell(new Escalated(id(number), number, Metric.NEXT_RESPONSE, "Soon", -900, dueAt, assignee));

        assertThat(news.told(acme, priya)).containsExactly("assigned", "sla_breached", "sla_breached", "sla_warning");
    }

    @Test
    void anAddressOutsideIsMailedAtOnce() {
        long number = news.lodge(acme, mia, "Boots leak", null, priya, returns);

        escalate(number, -600, Set.of(new Recipient.Address("boss@elsewhere.example")));

        assertThat(news.mailed(acme, "boss@elsewhere.example")).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo("escalation_notice");
            assertThat(mail.subject()).startsWith(number + " Boots leak: Resolution is due");
        });
    }

    @Test
    void ofSeveralAddressesThoseOfAgentsAreToldInTheDeskAndTheOthersByMailAboutEachTicket() {
        long boots = news.lodge(acme, mia, "Boots leak", null, null, null);
        long zipper = news.lodge(acme, mia, "Zipper stuck", null, null, null);
        var recipients = Set.<Recipient>of(
                new Recipient.Address("chief@elsewhere.example"),
                new Recipient.Address("auditor@elsewhere.example"),
                new Recipient.Address(priya.signsIn().email().toUpperCase(Locale.ROOT)));

        Tenants.run(
                acme,
                () -> transactions.executeWithoutResult(status -> {
                    events.publishEvent(escalated(boots, -600, recipients));
                    events.publishEvent(escalated(zipper, -600, recipients));
                }));

        assertThat(news.told(acme, priya)).containsExactly("sla_warning", "sla_warning");
        assertThat(news.mailed(acme, "chief@elsewhere.example")).hasSize(2);
        assertThat(news.mailed(acme, "auditor@elsewhere.example")).hasSize(2);
        assertThat(news.mailed(acme, priya.signsIn().email()))
                .extracting(Sent::kind)
                .doesNotContain("escalation_notice");
    }

    @Test
    void twoWhoAssignTheSameTicketAtOnceMakeOneNotice() throws Exception {
        long number = news.lodge(acme, mia, "Boots leak", null, null, returns);
        var start = new CountDownLatch(1);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var acts = List.of(mia, tom).stream()
                    .map(by -> both.submit(() -> {
                        start.await();
                        news.assign(acme, by, number, priya);
                        return by;
                    }))
                    .toList();
            start.countDown();
            for (var act : acts) {
                act.get();
            }
        }

        assertThat(news.told(acme, priya)).containsExactly("new_in_team", "assigned");
    }

    @Test
    void whatIsUndoneIsToldToNobody() {
        Tenants.run(
                acme,
                () -> transactions.executeWithoutResult(status -> {
                    tickets.open(
                            mia.caller(),
                            new NewTicket(
                                    "Boots leak", "At the seam.", null, null, null, priya.id(), null, List.of(), null),
                            Channel.WEB);
                    status.setRollbackOnly();
                }));

        assertThat(news.told(acme, priya)).isEmpty();
    }

    @Test
    void whatHappenedLongBeforeItIsToldIsHistory() {
        var before = clock.instant().minus(Duration.ofHours(2));
        var longBefore = clock.instant().minus(Duration.ofDays(2));
        var request = new NewTicket("Boots leak", "At the seam.", null, null, null, priya.id(), null, List.of(), null);

        Tenants.run(acme, () -> tickets.at(longBefore).open(mia.caller(), request, Channel.WEB));
        Tenants.run(acme, () -> tickets.at(before).open(mia.caller(), request, Channel.WEB));
        laterMailGoesOut();

        assertThat(news.told(acme, priya)).containsExactly("assigned");
        assertThat(news.mailed(acme, priya.signsIn().email())).isEmpty();
    }

    @Test
    void nobodyReadsOrMarksWhatAColleagueOrTheDeskNextDoorWasTold() {
        news.lodge(acme, mia, "Boots leak", null, priya, returns);
        long id = read(priya).getFirst().id();

        assertThat(Tenants.<Integer, RuntimeException>in(acme, () -> inbox.read(tom.caller(), List.of(id))))
                .isZero();
        assertThat(Tenants.<Integer, RuntimeException>in(globex, () -> inbox.read(leo.caller(), List.of(id))))
                .isZero();
        assertThat(read(priya).getFirst().unread()).isTrue();
        assertThat(Tenants.<Integer, RuntimeException>in(acme, () -> inbox.read(priya.caller(), List.of(id))))
                .isOne();
    }

    @Test
    void noticesAreForgottenAfterNinetyDays() {
        news.lodge(acme, mia, "Boots leak", null, priya, returns);
        Tenants.run(
                acme,
                () -> database.sql()
                        .update(NOTIFICATION)
                        .set(NOTIFICATION.CREATED_AT, clock.instant().minus(Duration.ofDays(92)))
                        .where(NOTIFICATION.AGENT_ID.eq(priya.id()))
                        .execute());

        laterMailGoesOut();

        assertThat(news.told(acme, priya)).isEmpty();
    }

    private List<NoticeRow> read(Agent agent) {
        return news.at(acme, () -> inbox.newest(agent.caller(), false, 50));
    }

    private void laterMailGoesOut() {
        clock.advance(Duration.ofSeconds(61));
        due.run(acme);
    }

    private void wish(Agent agent, NoticeKind kind, Channels channels) {
        Tenants.run(acme, () -> preferences.save(agent.id(), new Wishes(Map.of(kind, channels)), any -> true));
    }

    private void escalate(long number, long offset, Set<Recipient> recipients) {
        tell(escalated(number, offset, recipients));
    }

    private Escalated escalated(long number, long offset, Set<Recipient> recipients) {
        return new Escalated(id(number), number, Metric.RESOLUTION, "A level", offset, clock.instant(), recipients);
    }

    private void tell(Object event) {
        Tenants.run(acme, () -> transactions.executeWithoutResult(status -> events.publishEvent(event)));
    }

    private long id(long number) {
        return news.at(
                acme,
                () -> database.sql()
                        .select(TICKET.ID)
                        .from(TICKET)
                        .where(TICKET.NUMBER.eq(number))
                        .fetchSingle(TICKET.ID));
    }

    private void scope(String scope) {
        Tenants.run(
                acme,
                () -> database.sql()
                        .update(ROLE)
                        .set(ROLE.TICKET_SCOPE, scope)
                        .where(ROLE.NAME.eq("agent"))
                        .execute());
    }
}
