package dev.lodge.portal;

import static dev.lodge.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Role;
import dev.lodge.customers.Customers;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How customers come in, and how nobody else does. */
@LodgeTest
@Import(HelpCenter.class)
class CustomerSignInTests {

    @Autowired
    HelpCenter help;

    @Autowired
    WritingDesk writing;

    @Autowired
    Customers customers;

    @Autowired
    TurnedClock clock;

    Tenant acme;
    Tenant globex;
    String hannah;

    @BeforeEach
    void bothHelpCentersAreOpen() {
        acme = help.acme();
        globex = help.globex();
        hannah = HelpCenter.address();
        help.decide(acme, true, false, false);
    }

    @Test
    void aLinkSignsInWhenItsButtonIsPressedAndOnlyOnce() {
        var browser = help.at(acme);
        assertThat(browser.post("/portal/signin", "email", hannah, "next", "/requests?status=all"))
                .hasStatusOk();
        String link = help.link(acme, hannah);

        assertThat(help.at(acme).get(link)).as("a scanner of mail looks").hasStatusOk();
        assertThat(help.knows(acme, hannah)).as("looking does nothing").isFalse();
        assertThat(browser.post(link)).hasStatus(303).hasHeader("Location", "/requests?status=all");

        assertThat(browser.get("/requests")).hasStatusOk();
        assertThat(help.knows(acme, hannah)).isTrue();
        assertThat(help.at(acme).get(link)).hasStatus(404);
        assertThat(help.at(acme).post(link)).hasStatus4xxClientError();
    }

    @Test
    void aLinkEndsAfterTwentyMinutesAndItsRowWithIt() {
        help.at(acme).post("/portal/signin", "email", hannah);
        String link = help.link(acme, hannah);

        clock.advance(Duration.ofMinutes(21));

        assertThat(help.at(acme).get(link)).hasStatus(404);
        assertThat(help.mails(acme, hannah)).as("no other mail comes of it").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoLinkIsNotFound(String token) {
        assertThat(help.at(acme).get("/portal/signin/" + token)).hasStatus(404);
    }

    @Test
    void aLinkAndASessionOfAcmeAreNothingAtGlobex() {
        help.at(acme).post("/portal/signin", "email", hannah);
        String link = help.link(acme, hannah);
        assertThat(help.at(globex).get(link)).hasStatus(404);

        var browser = help.customer(acme, hannah);
        Cookie session = browser.cookie("lodge_portal");

        assertThat(help.at(globex).with(session).get("/requests"))
                .hasStatus(303)
                .hasHeader("Location", "/portal/signin?next=%2Frequests");
    }

    @Test
    void knownAndUnknownAddressesAreAnsweredTheSameAndCostTheSame() {
        help.decide(acme, false, false, false);
        String known = HelpCenter.address();
        Tenants.run(acme, () -> customers.findOrCreate(new EmailAddress(known), clock.instant()));

        var toKnown = help.at(acme).post("/portal/signin", "email", known);
        var toUnknown = help.at(acme).post("/portal/signin", "email", hannah);

        assertThat(toKnown).hasStatusOk();
        assertThat(toUnknown).hasStatusOk();
        assertThat(bodyOf(toKnown)).isEqualTo(bodyOf(toUnknown).replace(hannah, known));
        assertThat(help.mails(acme, known)).hasSize(1);
        assertThat(help.mails(acme, hannah)).as("sign-up is off").isEmpty();
        assertThat(help.at(acme).get("/portal/signin")).hasStatusOk();
    }

    @Test
    void theMailHoldsNothingOfTheFormAndFewGoToOneAddressOverAllTenants() {
        for (Tenant tenant : List.of(acme, globex)) {
            for (int i = 0; i < 8; i++) {
                help.at(tenant).post("/portal/signin", "email", hannah, "next", "/kanarienvogel");
            }
        }

        var all = new ArrayList<>(help.mails(acme, hannah));
        all.addAll(help.mails(globex, hannah));
        assertThat(all).hasSize(10).allSatisfy(mail -> assertThat(mail.all()).doesNotContain("kanarienvogel"));
    }

    @Test
    void whoAsksTooOftenWaitsWhetherKnownOrNot() {
        for (int i = 0; i < 10; i++) {
            help.at(acme).post("/portal/signin", "email", hannah);
        }

        assertThat(help.at(acme).post("/portal/signin", "email", hannah))
                .hasStatus(429)
                .headers()
                .containsHeader("Retry-After");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.test/", "//evil.test", "/\\evil.test", "javascript:alert(1)"})
    void aReturnAddressElsewhereIsNotFollowed(String next) {
        var browser = help.at(acme);
        browser.post("/portal/signin", "email", hannah, "next", next);

        assertThat(browser.post(help.link(acme, hannah))).hasStatus(303).hasHeader("Location", "/requests");
    }

    @Test
    void whoWritesAboutAnArticleAndSignsInFirstComesBackToIt() {
        var article = writing.publish(acme, HelpCenter.subject(), "Wax it twice a year.");
        String form = "/requests/new?article=" + article.id();
        var browser = help.at(acme);

        assertThat(browser.get(form))
                .hasStatus(303)
                .hasHeader("Location", "/portal/signin?next=/requests/new?article%3D" + article.id());
        assertThat(browser.open("/portal/signin?next=/requests/new?article%3D" + article.id()))
                .bodyText()
                .contains("name=\"next\" value=\"" + form + "\"");
        browser.post("/portal/signin", "email", hannah, "next", form);
        assertThat(browser.post(help.link(acme, hannah))).hasStatus(303).hasHeader("Location", form);

        help.decide(acme, true, true, false);
        assertThat(help.at(acme).get(form))
                .bodyText()
                .contains("href=\"/portal/signin?next=/requests/new?article%3D" + article.id() + "\"");
    }

    @Test
    void aCustomerIsNoAgentAndAnAgentIsNoCustomer() {
        var customer = help.customer(acme, hannah);
        var agent = help.agent(acme, Role.OWNER);

        assertThat(customer.get("/tickets")).hasStatus(303).hasHeader("Location", "/signin?next=%2Ftickets");
        assertThat(customer.get("/signin")).as("and is not led in a circle").hasStatusOk();
        assertThat(customer.get("/api/tickets")).hasStatus(401);
        assertThat(agent.get("/requests")).hasStatus(403);
        assertThat(agent.get("/portal/signin")).hasStatusOk().bodyText().contains("Mia Lindqvist");
        assertThat(agent.with(customer.cookie("lodge_portal")).get("/tickets"))
                .as("who is both is an agent")
                .hasStatusOk();
    }

    @Test
    void aSessionsSecretIsNewAtEachSignInAndLeavesWithTheCustomer() {
        var browser = help.customer(acme, hannah);
        Cookie first = browser.cookie("lodge_portal");
        browser.post("/portal/signin", "email", hannah);
        browser.post(help.link(acme, hannah));
        Cookie second = browser.cookie("lodge_portal");

        assertThat(second.getValue()).isNotEqualTo(first.getValue());
        assertThat(help.at(acme).with(first).get("/requests")).hasStatus(303);
        assertThat(browser.post("/portal/signout")).hasStatus(303);
        assertThat(help.at(acme).with(second).get("/requests")).hasStatus(303);
    }

    @Test
    void whoIsForgottenIsOutAtOnce() {
        var browser = help.customer(acme, hannah);
        var owner = help.hire(acme, "Mia Lindqvist", Role.OWNER);

        Tenants.run(acme, () -> customers.anonymize(owner, help.idOf(acme, hannah)));

        assertThat(browser.get("/requests")).hasStatus(303);
    }

    @Test
    void aPasswordIsOptionalAndEndsOtherSessionsWhenItChanges() {
        var browser = help.customer(acme, hannah);
        var elsewhere = help.customer(acme, hannah);

        assertThat(browser.post("/portal/profile/password", "password", "short"))
                .hasStatus(422);
        assertThat(browser.post("/portal/profile/password", "password", "correct horse battery"))
                .hasStatus(303);

        assertThat(elsewhere.get("/requests")).hasStatus(303);
        assertThat(browser.get("/requests")).hasStatusOk();
        var third = help.at(acme);
        assertThat(third.post("/portal/signin/password", "email", hannah, "password", "wrong horse battery"))
                .hasStatus(422);
        assertThat(third.post("/portal/signin/password", "email", hannah, "password", "correct horse battery"))
                .hasStatus(303)
                .hasHeader("Location", "/requests");
        assertThat(help.at(globex)
                        .post("/portal/signin/password", "email", hannah, "password", "correct horse battery"))
                .hasStatus(422);
        assertThat(browser.post("/portal/profile/password", "password", "other horse battery"))
                .as("without the current one")
                .hasStatus(422);
        assertThat(browser.post("/portal/profile/password", "current", "correct horse battery", "remove", "true"))
                .hasStatus(303);
        assertThat(help.at(acme).post("/portal/signin/password", "email", hannah, "password", "correct horse battery"))
                .hasStatus(422);
    }

    @Test
    void wrongPasswordsAreCountedAndALinkIsStillToBeHad() {
        help.customer(acme, hannah).post("/portal/profile/password", "password", "correct horse battery");
        for (int i = 0; i < 10; i++) {
            help.at(acme).post("/portal/signin/password", "email", hannah, "password", "guess number " + i);
        }

        assertThat(help.at(acme).post("/portal/signin/password", "email", hannah, "password", "correct horse battery"))
                .hasStatus(429);
        assertThat(help.at(acme).post("/portal/signin", "email", hannah)).hasStatusOk();
    }

    @Test
    void sessionsAreSeenAndEndedByTheirOwnerAlone() {
        var browser = help.customer(acme, hannah);
        var stranger = help.customer(acme, HelpCenter.address());
        String page = bodyOf(browser.get("/portal/profile"));
        var other = help.customer(acme, hannah);
        String id =
                bodyOf(browser.get("/portal/profile")).replaceAll("(?s).*/portal/profile/sessions/(\\d+)/end.*", "$1");

        assertThat(page).doesNotContain("/end\"");
        assertThat(stranger.post("/portal/profile/sessions/" + id + "/end")).hasStatus(404);
        assertThat(browser.post("/portal/profile/sessions/" + id + "/end")).hasStatus(303);
        assertThat(other.get("/requests")).hasStatus(303);
    }

    @Test
    void aFormWithoutTheTokenOfItsOwnSessionDoesNothing() {
        var browser = help.customer(acme, hannah);
        String foreign = help.customer(acme, HelpCenter.address()).token("/portal/profile");

        assertThat(browser.token("/portal/profile")).isNotEqualTo(foreign);
        assertThat(help.at(acme)
                        .with(browser.cookie("lodge_portal"))
                        .with(new Cookie("lodge_csrf", foreign))
                        .send("/portal/profile", foreign, "name", "Stolen"))
                .hasStatus(403);
    }

    @Test
    void theTenantsHostIsNeededAndThePlatformHasNoHelpCenter() {
        assertThat(help.at(acme).get("/")).hasStatusOk();
        assertThat(help.atPlatform().get("/portal/signin")).hasStatus(404);
        assertThat(help.atPlatform().get("/requests")).hasStatus(404);
        assertThat(help.atPlatform().get("/requests/new")).hasStatus(404);
    }

    private static String bodyOf(MvcTestResult answer) {
        return text(answer)
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("data-header=\"X-CSRF-Token\" content=\"[^\"]*\"", "");
    }
}
