package dev.lodge.accounts;

import static dev.lodge.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.People.Somebody;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LodgeTest
class TokenSignInTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private TurnedClock clock;

    @Test
    void addressAndPasswordGiveATokenThatSaysWhoOneIs() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);

        MvcTestResult issued = signIn("acme.localhost", priya.email().toUpperCase(), People.PASSWORD);
        assertThat(issued)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.token")
                .asString()
                .startsWith("lodge_");

        assertThat(me("acme.localhost", priya.bearer()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.role")
                .isEqualTo("agent");
    }

    @Test
    void theWordTokenWorksInPlaceOfBearer() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);

        assertThat(me("acme.localhost", priya.bearer().replace("Bearer", "Token")))
                .hasStatusOk();
    }

    @Test
    void withoutATokenTheApiAsksForOne() {
        assertThat(http.get().uri("http://acme.localhost/api/me"))
                .hasStatus(401)
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .hasContentType("application/problem+json");
    }

    @Test
    void aTokenOfAcmeIsNothingAtGlobex() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.OWNER);
        cast.globex();

        assertThat(me("globex.localhost", priya.bearer())).hasStatus(401);
    }

    @Test
    void anUnknownAddressAndAWrongPasswordGetTheSameAnswer() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);

        MvcTestResult wrong = signIn("acme.localhost", priya.email(), "not the password");
        MvcTestResult unknown = signIn("acme.localhost", "nobody@example.test", "not the password");

        assertThat(wrong).hasStatus(401);
        assertThat(text(unknown)).isEqualTo(text(wrong));
    }

    @Test
    void aTokenEndsWhenItExpires() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);

        clock.advance(Duration.ofDays(366));

        assertThat(me("acme.localhost", priya.bearer())).hasStatus(401);
    }

    @Test
    void aTokenNeverMayMoreThanItsScopes() {
        Somebody mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);
        String reading = people.token(cast.acme(), mia, TokenScope.READ);

        assertThat(me("acme.localhost", reading))
                .bodyJson()
                .extractingPath("$.permissions")
                .asArray()
                .containsExactly(
                        "ticket_read",
                        "customer_read",
                        "article_read",
                        "agent_read",
                        "team_read",
                        "sla_read",
                        "report_read",
                        "signed_in");
    }

    private MvcTestResult me(String host, String authorization) {
        return http.get()
                .uri("http://" + host + "/api/me")
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .exchange();
    }

    private MvcTestResult signIn(String host, String email, String password) {
        return http.post()
                .uri("http://" + host + "/api/auth/token")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
                .exchange();
    }
}
