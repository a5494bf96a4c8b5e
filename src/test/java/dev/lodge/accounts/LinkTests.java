package dev.lodge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@LodgeTest
class LinkTests {

    private static final String CHOSEN = "another horse battery";

    @Autowired
    private Browsers browsers;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private Agents agents;

    @Autowired
    private TurnedClock clock;

    @Test
    void anInvitationIsAcceptedOnceAndSignsIn() {
        String path = invite(cast.acme(), "elin.once@example.test");
        var browser = browsers.at("acme.localhost");

        assertThat(browser.get(path)).hasStatusOk();
        assertThat(browser.get(path)).as("looking does not use it up").hasStatusOk();
        assertThat(browser.post(path, "name", "Elin Hagström", "password", CHOSEN))
                .hasStatus(303);

        assertThat(browser.get("/profile")).hasStatusOk().bodyText().contains("Elin Hagström");
        assertThat(browsers.at("acme.localhost").get(path)).hasStatus(404);
    }

    @Test
    void aPasswordThatDoesNotDoLeavesTheInvitationAsItWas() {
        String path = invite(cast.acme(), "elin.short@example.test");
        var browser = browsers.at("acme.localhost");

        assertThat(browser.post(path, "name", "Elin", "password", "short")).hasStatus(422);
        assertThat(browser.post(path, "name", "Elin", "password", CHOSEN)).hasStatus(303);
    }

    @Test
    void anInvitationEndsAfterSevenDays() {
        String path = invite(cast.acme(), "elin.late@example.test");

        clock.advance(Duration.ofDays(8));

        assertThat(browsers.at("acme.localhost").get(path)).hasStatus(404);
    }

    @Test
    void anInvitationToAcmeIsNothingAtGlobex() {
        cast.globex();
        String path = invite(cast.acme(), "elin.elsewhere@example.test");

        assertThat(browsers.at("globex.localhost").get(path)).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00"})
    void whatIsNoLinkIsNotFound(String token) {
        cast.acme();

        assertThat(browsers.at("acme.localhost").get("/invitation/" + token)).hasStatus4xxClientError();
        assertThat(browsers.at("acme.localhost").get("/password/" + token)).hasStatus4xxClientError();
    }

    @Test
    void aResetLinkEndsEverySessionAndTheNewestCounts() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);
        var old = browsers.at("acme.localhost");
        old.signIn(priya.email(), People.PASSWORD, "/");
        String first = reset(priya);
        String second = reset(priya);
        var browser = browsers.at("acme.localhost");

        assertThat(browser.get(first)).hasStatus(404);
        assertThat(browser.post(second, "password", CHOSEN)).hasStatus(303);

        assertThat(old.get("/profile")).hasStatus(303);
        assertThat(browsers.at("acme.localhost").signIn(priya.email(), CHOSEN, "/"))
                .hasStatus(303);
    }

    @Test
    void anInvitationIsNoResetLink() {
        String path = invite(cast.acme(), "elin.purpose@example.test");

        assertThat(browsers.at("acme.localhost").get(path.replace("/invitation/", "/password/")))
                .hasStatus(404);
    }

    private String invite(Tenant tenant, String email) {
        return Tenants.in(
                tenant,
                () -> agents.invite(new NewAgent(new EmailAddress(email), "Elin", Role.LIGHT_AGENT, Set.of()))
                        .path());
    }

    private String reset(Somebody agent) {
        return Tenants.in(cast.acme(), () -> agents.resetLink(agent.id(), null).path());
    }
}
