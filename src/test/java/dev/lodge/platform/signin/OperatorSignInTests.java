package dev.lodge.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.platform.OperatorVisit;
import dev.lodge.platform.Operators;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LodgeTest
class OperatorSignInTests {

    private static final String PASSWORD = "a long enough password";

    @Autowired
    MockMvcTester http;

    @Autowired
    Operators operators;

    @Autowired
    Cast cast;

    @Autowired
    TurnedClock clock;

    String email = "";

    @BeforeEach
    void anOperator() {
        email = UUID.randomUUID() + "@lodge.example";
        operators.create(email, "Nora Kessler", PASSWORD);
    }

    @Test
    void anOperatorSignsInAndOutAgain() {
        var visit = new OperatorVisit(http).signIn(email, PASSWORD);

        assertThat(visit.look("/operator/tenants")).hasStatusOk().bodyText().contains("Nora Kessler");
        assertThat(visit.send("/operator/signout", Map.of())).hasStatus(303);
        assertThat(visit.look("/operator/tenants")).hasStatus(303);
    }

    @Test
    void withoutSignInPagesLeadThereAndBack() {
        assertThat(new OperatorVisit(http).look("/operator/tenants?search=acme"))
                .hasStatus(303)
                .hasHeader("Location", "/operator/signin?next=%2Foperator%2Ftenants%3Fsearch%3Dacme");
    }

    @Test
    void aWrongAddressAndAWrongPasswordGetTheSameAnswer() {
        var visit = new OperatorVisit(http);
        visit.look("/operator/signin");

        assertThat(visit.send("/operator/signin", Map.of("email", email, "password", "not the password")))
                .hasStatus(422)
                .bodyText()
                .contains("do not belong together");
        assertThat(visit.send("/operator/signin", Map.of("email", "x" + email, "password", PASSWORD)))
                .hasStatus(422)
                .bodyText()
                .contains("do not belong together");
    }

    @Test
    void afterTooManyAttemptsTheRightPasswordHasToWaitToo() {
        var visit = new OperatorVisit(http);
        visit.look("/operator/signin");
        for (int attempt = 0; attempt < 10; attempt++) {
            visit.send("/operator/signin", Map.of("email", email, "password", "not the password"));
        }

        assertThat(visit.send("/operator/signin", Map.of("email", email, "password", PASSWORD)))
                .hasStatus(429)
                .headers()
                .containsHeader("Retry-After");

        clock.advance(Duration.ofMinutes(16));
        assertThat(visit.send("/operator/signin", Map.of("email", email, "password", PASSWORD)))
                .hasStatus(303);
    }

    @Test
    void aReturnAddressOnAnotherHostIsNotFollowed() {
        var visit = new OperatorVisit(http);
        visit.look("/operator/signin");

        assertThat(visit.send(
                        "/operator/signin", Map.of("email", email, "password", PASSWORD, "next", "//evil.example/")))
                .hasHeader("Location", "/operator/tenants");
    }

    @Test
    void theSessionEndsWhenItIsNotUsed() {
        var visit = new OperatorVisit(http).signIn(email, PASSWORD);

        clock.advance(Duration.ofDays(15));

        assertThat(visit.look("/operator/tenants")).hasStatus(303);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var visit = new OperatorVisit(http).signIn(email, PASSWORD);

        cast.tenant("nakatomi", "Nakatomi");
        assertThat(visit.send("/operator/tenants/nakatomi/suspend", Map.of("reason", "x", "_csrf", "made-up")))
                .hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operator", "/operator/signin", "/operator/tenants", "/operator/tenants/acme"})
    void onATenantsHostNothingOfTheConsoleExistsNotEvenWithTheOperatorsCookie(String path) {
        cast.acme();
        var visit = new OperatorVisit(http).signIn(email, PASSWORD);

        assertThat(visit.carriedTo("acme.localhost").look(path)).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tickets", "/customers", "/api/tickets", "/api/me", "/signin", "/settings/members"})
    void onThePlatformsHostNoDeskExists(String path) {
        var visit = new OperatorVisit(http).signIn(email, PASSWORD);

        assertThat(visit.look(path)).hasStatus(404);
    }

    @Test
    void aLinkLetsItsHolderChooseAPasswordOnceAndEndsTheSessions() {
        var before = new OperatorVisit(http).signIn(email, PASSWORD);
        String link = URI.create(operators.reset(email)).getPath();
        var visit = new OperatorVisit(http);

        assertThat(visit.look(link)).hasStatusOk().bodyText().contains(email);
        assertThat(visit.send(link, Map.of("password", "short"))).hasStatus(422);
        assertThat(visit.send(link, Map.of("password", "another long password")))
                .hasStatus(303);

        assertThat(visit.send(link, Map.of("password", "a third long password")))
                .hasStatus(404);
        assertThat(before.look("/operator/tenants")).hasStatus(303);
        assertThat(operators.signsInWith(email, "another long password")).isTrue();
    }

    @Test
    void aLinkThatExpiredDoesNotWork() {
        String link = URI.create(operators.reset(email)).getPath();

        clock.advance(Duration.ofHours(2));

        assertThat(new OperatorVisit(http).look(link)).hasStatus(404);
    }
}
