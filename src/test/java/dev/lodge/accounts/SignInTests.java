package dev.lodge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.People.Somebody;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LodgeTest
class SignInTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Browsers browsers;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private TurnedClock clock;

    @Test
    void aPageLeadsToSignInAndBackAgain() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);
        var browser = browsers.at("acme.localhost");

        assertThat(browser.get("/profile")).hasStatus(303).hasHeader("Location", "/signin?next=%2Fprofile");
        assertThat(browser.signIn(priya.email(), People.PASSWORD, "/profile"))
                .hasStatus(303)
                .hasHeader("Location", "/profile");
        assertThat(browser.get("/profile")).hasStatusOk().bodyText().contains("Priya Raman");
    }

    @Test
    void aCustomerWhoComesUponTheAgentsSignInIsShownTheWayToTheHelpCenter() {
        cast.acme();

        assertThat(browsers.at("acme.localhost").get("/signin"))
                .hasStatusOk()
                .bodyText()
                .contains("<a href=\"/\">Customers: to the help center</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.test/", "//evil.test", "/\\evil.test", "javascript:alert(1)"})
    void aReturnAddressElsewhereIsNotFollowed(String next) {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);

        MvcTestResult answer = browsers.at("acme.localhost").signIn(priya.email(), People.PASSWORD, next);

        assertThat(answer).hasStatus(303).hasHeader("Location", "/tickets");
    }

    @Test
    void theSecretOfASessionIsNewAtEachSignIn() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);
        var browser = browsers.at("acme.localhost");

        browser.signIn(priya.email(), People.PASSWORD, "/");
        Cookie first = browser.cookie("lodge_session");
        browser.signIn(priya.email(), People.PASSWORD, "/");

        assertThat(browser.cookie("lodge_session").getValue()).isNotEqualTo(first.getValue());
        assertThat(browsers.at("acme.localhost").with(first).get("/profile")).hasStatus(303);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);

        MvcTestResult answer = browsers.at("acme.localhost").signIn(priya.email(), People.PASSWORD, "/");

        assertThat(answer.getResponse().getHeaders("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("lodge_session=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax")
                        && !cookie.contains("Domain"));
    }

    @Test
    void aSessionOfAcmeIsNothingAtGlobex() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);
        cast.globex();
        var browser = browsers.at("acme.localhost");
        browser.signIn(priya.email(), People.PASSWORD, "/");

        assertThat(browsers.at("globex.localhost")
                        .with(browser.cookie("lodge_session"))
                        .get("/profile"))
                .hasStatus(303);
    }

    @Test
    void withoutItsTokenAFormChangesNothing() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);
        var browser = browsers.at("acme.localhost");
        browser.signIn(priya.email(), People.PASSWORD, "/");

        assertThat(http.post()
                        .uri("http://acme.localhost/profile")
                        .cookie(browser.cookie("lodge_session"))
                        .param("name", "Somebody Else"))
                .hasStatus(403);
        assertThat(http.patch()
                        .uri("http://acme.localhost/api/agents/" + priya.id())
                        .cookie(browser.cookie("lodge_session"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(403)
                .hasContentType("application/problem+json");
    }

    @Test
    void aTokenAgainstCrossSiteRequestsIsGoodForItsOwnSessionOnly() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);
        Somebody tom = people.somebody(cast.acme(), "Tom Okafor", Role.AGENT);
        var hers = browsers.at("acme.localhost");
        hers.signIn(priya.email(), People.PASSWORD, "/");
        var his = browsers.at("acme.localhost");
        his.signIn(tom.email(), People.PASSWORD, "/");

        assertThat(http.post()
                        .uri("http://acme.localhost/profile")
                        .cookie(hers.cookie("lodge_session"))
                        .param("_csrf", his.token("/profile"))
                        .param("name", "Somebody Else"))
                .hasStatus(403);
    }

    @Test
    void aBurstOfWrongPasswordsDoesNotExceedTheLimit() throws Exception {
        Somebody priya = people.somebody(cast.tenant("bursts", "Bursts"), "Priya Raman", Role.AGENT);
        Callable<Integer> attempt = () -> token("bursts.localhost", priya.email(), "not the password")
                .getResponse()
                .getStatus();

        long tried;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    callers.invokeAll(Stream.generate(() -> attempt).limit(30).toList());
            tried = 0;
            for (var answer : answers) {
                tried += answer.get() == 401 ? 1 : 0;
            }
        }

        assertThat(tried).isEqualTo(10);
        assertThat(token("bursts.localhost", priya.email(), People.PASSWORD))
                .hasStatus(429)
                .headers()
                .containsHeader(HttpHeaders.RETRY_AFTER);
        clock.advance(Duration.ofMinutes(16));
        assertThat(token("bursts.localhost", priya.email(), People.PASSWORD)).hasStatusOk();
    }

    @Test
    void anotherPasswordEndsEveryOtherSession() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);
        var here = browsers.at("acme.localhost");
        here.signIn(priya.email(), People.PASSWORD, "/");
        var there = browsers.at("acme.localhost");
        there.signIn(priya.email(), People.PASSWORD, "/");

        assertThat(here.post("/profile/password", "current", People.PASSWORD, "password", "another horse battery"))
                .hasStatus(303);

        assertThat(here.get("/profile")).hasStatusOk();
        assertThat(there.get("/profile")).hasStatus(303);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);
        var browser = browsers.at("acme.localhost");
        browser.signIn(priya.email(), People.PASSWORD, "/");
        Cookie session = browser.cookie("lodge_session");

        assertThat(browser.post("/signout")).hasStatus(303).hasHeader("Location", "/signin");

        assertThat(browsers.at("acme.localhost").with(session).get("/profile")).hasStatus(303);
    }

    @Test
    void aSessionEndsWhenItIsNotUsed() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);
        var browser = browsers.at("acme.localhost");
        browser.signIn(priya.email(), People.PASSWORD, "/");

        clock.advance(Duration.ofDays(13));
        assertThat(browser.get("/profile")).hasStatusOk();
        clock.advance(Duration.ofDays(13));
        assertThat(browser.get("/profile")).hasStatusOk();
        clock.advance(Duration.ofDays(15));
        assertThat(browser.get("/profile")).hasStatus(303);
    }

    @Test
    void headersOfAProxyThatSignsPeopleInAreIgnored() {
        Somebody mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);

        assertThat(http.get()
                        .uri("http://acme.localhost/api/me")
                        .header("X-Remote-User", mia.email())
                        .header("X-Forwarded-User", mia.email())
                        .header("Remote-User", mia.email()))
                .hasStatus(401);
    }

    @Test
    void everyAnswerTellsBrowsersToTrustNothingElse() {
        cast.acme();

        assertThat(browsers.at("acme.localhost").get("/signin"))
                .hasStatusOk()
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                                + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .headers()
                .doesNotContainHeader("Strict-Transport-Security");
    }

    private MvcTestResult token(String host, String email, String password) {
        return http.post()
                .uri("http://" + host + "/api/auth/token")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
                .exchange();
    }
}
