package dev.lodge.accounts;

import static dev.lodge.Answers.text;
import static dev.lodge.schema.tenant.Tables.ACCOUNT_LINK;
import static dev.lodge.schema.tenant.Tables.OUTGOING_MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.email.KeptMails;
import dev.lodge.jobs.DueWork;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Links by mail: to who forgot the password, and to who is invited. The desk has no mail server, so its mails are kept. */
@LodgeTest
class ForgottenPasswordTests {

    private static final String CHOSEN = "another horse battery";
    private static final Pattern LINK = Pattern.compile("<https?://[^/>]+(/(?:password|invitation)/[\\w-]{43})>");

    @Autowired
    private Browsers browsers;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private DueWork due;

    @Autowired
    private KeptMails kept;

    @Autowired
    private TenantDatabase database;

    @Autowired
    private TurnedClock clock;

    private Tenant desk;
    private Somebody priya;
    private String unknown;

    @BeforeEach
    void nobodyHasAskedLately() {
        desk = cast.tenant("forgetful", "Forgetful");
        cast.tenant("forgetful-too", "Forgetful too");
        priya = people.somebody(desk, "Priya Raman", Role.AGENT);
        unknown = UUID.randomUUID() + "@example.test";
        clock.advance(Duration.ofMinutes(16));
    }

    @Test
    void aLinkComesByMailWorksOnceAndAtNoOtherDesk() {
        ask(priya.email());
        due.run(desk);
        String path = linkTo(priya.email());

        assertThat(browsers.at("forgetful-too.localhost").get(path)).hasStatus(404);
        assertThat(browsers.at("forgetful.localhost").post(path, "password", CHOSEN))
                .hasStatus(303);
        assertThat(browsers.at("forgetful.localhost").get(path)).hasStatus(404);
        assertThat(browsers.at("forgetful.localhost").signIn(priya.email(), CHOSEN, "/"))
                .hasStatus(303);
    }

    @Test
    void theAnswerIsGivenBeforeAnybodyLooksWhetherTheAddressIsKnown() {
        var forKnown = ask(priya.email());
        var forUnknown = ask(unknown);

        assertThat(links()).isZero();
        assertThat(forKnown.getResponse().getStatus()).isEqualTo(303);
        assertThat(forUnknown.getResponse().getStatus()).isEqualTo(303);
        assertThat(forUnknown.getResponse().getHeader("Location"))
                .isEqualTo(forKnown.getResponse().getHeader("Location"));
        due.run(desk);
        assertThat(mailsTo(unknown)).isEmpty();
        assertThat(mailsTo(priya.email())).hasSize(1);
    }

    @Test
    void askingIsThrottledForEverybodyAlikeAndSigningInIsNot() {
        List<Integer> forKnown = askElevenTimes(priya.email());
        List<Integer> forUnknown = askElevenTimes(unknown);

        assertThat(forKnown).endsWith(429).containsOnlyOnce(429);
        assertThat(forUnknown).isEqualTo(forKnown);
        assertThat(browsers.at("forgetful.localhost").signIn(priya.email(), People.PASSWORD, "/"))
                .hasStatus(303);
        due.run(desk);
        assertThat(mailsTo(priya.email())).as("mails of ten requests").hasSize(1);
    }

    @Test
    void whoAsksAgainAtOnceKeepsTheLinkThatIsOnItsWay() {
        ask(priya.email());
        due.run(desk);
        String first = linkTo(priya.email());

        ask(priya.email());
        due.run(desk);

        assertThat(mailsTo(priya.email())).hasSize(1);
        assertThat(browsers.at("forgetful.localhost").get(first)).hasStatusOk();
    }

    @Test
    void whoIsOutGetsNothingAndWhoIsInvitedGetsTheInvitationAgain() {
        var mia = signedIn("Mia Lindqvist", Role.OWNER);
        invite(mia, "elin.forgot@example.test");
        String first = linkTo("elin.forgot@example.test");
        assertThat(mia.post(memberPage(priya.id()) + "/deactivate")).hasStatus(303);

        ask(priya.email());
        ask("elin.forgot@example.test");
        due.run(desk);

        assertThat(mailsTo(priya.email())).isEmpty();
        assertThat(browsers.at("forgetful.localhost").get(first)).hasStatus(404);
        assertThat(browsers.at("forgetful.localhost").get(linkTo("elin.forgot@example.test")))
                .hasStatusOk();
    }

    @Test
    void anInvitationIsMailedToWhoIsInvitedAndShownOnceToWhoInvites() {
        var mia = signedIn("Mia Lindqvist", Role.OWNER);
        String page = text(invite(mia, "elin.mailed@example.test"));
        String path = linkTo("elin.mailed@example.test");

        assertThat(page).contains(path, "elin.mailed@example.test");
        assertThat(mailsTo("elin.mailed@example.test").getLast()).contains("Mia Lindqvist invites you");
        assertThat(browsers.at("forgetful.localhost").post(path, "name", "Elin", "password", CHOSEN))
                .hasStatus(303);
    }

    @Test
    void theDatabaseAloneLetsNobodyIn() {
        ask(priya.email());
        due.run(desk);
        String token = linkTo(priya.email()).replaceAll(".*/", "");

        List<String> rows = Tenants.in(
                desk,
                () -> database.sql().selectFrom(OUTGOING_MAIL).fetch().stream()
                        .map(row -> row.formatJSON()
                                + (row.getSealedBody() == null
                                        ? ""
                                        : new String(row.getSealedBody(), StandardCharsets.ISO_8859_1)))
                        .toList());

        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
    }

    @Test
    void whatIsNoAddressIsNamedAndHostsWithoutADeskKnowNoAgents() {
        assertThat(ask("no address")).hasStatus(422).bodyText().contains("aria-invalid=\"true\"");
        assertThat(browsers.at("localhost").get("/signin/forgot")).hasStatus(404);
        assertThat(browsers.at("forgetful.localhost").get("/signin")).bodyText().contains("href=\"/signin/forgot\"");
    }

    private MvcTestResult ask(String email) {
        return browsers.at("forgetful.localhost").post("/signin/forgot", "email", email);
    }

    private List<Integer> askElevenTimes(String email) {
        return IntStream.rangeClosed(1, 11)
                .mapToObj(time -> ask(email).getResponse().getStatus())
                .toList();
    }

    private Browsers.Browser signedIn(String name, Role role) {
        var browser = browsers.at("forgetful.localhost");
        browser.signIn(people.somebody(desk, name, role).email(), People.PASSWORD, "/");
        return browser;
    }

    private static MvcTestResult invite(Browsers.Browser by, String email) {
        return by.post("/settings/members/invite", "email", email, "name", "Elin", "role", "LIGHT_AGENT");
    }

    private static String memberPage(long id) {
        return "/settings/members/" + id;
    }

    private int links() {
        return Tenants.in(desk, () -> database.sql().fetchCount(ACCOUNT_LINK, ACCOUNT_LINK.AGENT_ID.eq(priya.id())));
    }

    private String linkTo(String email) {
        var found = LINK.matcher(mailsTo(email).getLast());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** The texts of the mails to an address, the oldest first. */
    private List<String> mailsTo(String email) {
        return Tenants.in(
                desk,
                () -> kept.newest(100).reversed().stream()
                        .filter(row -> row.toAddress().equals(email))
                        .map(row -> kept.find(row.id()).orElseThrow().text())
                        .toList());
    }
}
