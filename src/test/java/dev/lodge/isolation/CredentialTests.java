package dev.lodge.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.Agents;
import dev.lodge.accounts.Browsers;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.NewAgent;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.isolation.Visitor.Answer;
import dev.lodge.tenancy.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What opens a door at one desk opens none next door, and nobody is taken to another desk by what a request says. */
@LodgeTest
class CredentialTests {

    @Autowired
    Cast cast;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    Browsers browsers;

    @Autowired
    Agents agents;

    @Autowired
    TurnedClock clock;

    Neighbours next;
    final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void bothDesksAreInTheRoom() {
        next = Neighbours.of(cast);
    }

    @Test
    void aTokenOfOneDeskIsNoSignInNextDoorNorAtThePlatform() {
        for (Route route : Route.ofTheApi(context)) {
            for (String host : List.of(next.globex().host(), "localhost")) {
                Answer answer = new Visitor(http, host)
                        .as(next.acme().bearer(Role.OWNER))
                        .send(route.method(), route.at("1"), route.isRead() ? null : "{}");
                if (answer.status() != (host.equals("localhost") ? 404 : 401)) {
                    wrong.add(route + " at " + host + ": " + answer);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aSessionOfOneDeskIsNoSignInNextDoor() {
        var browser = browsers.at(next.acme().host());
        browser.signIn(next.acme().person(Role.OWNER).email(), People.PASSWORD, "/profile");
        String cookie = "lodge_session=" + browser.cookie("lodge_session").getValue();
        assertThat(new Visitor(http, next.acme().host())
                        .with(HttpHeaders.COOKIE, cookie)
                        .get("/profile")
                        .status())
                .isEqualTo(200);

        var nextDoor = new Visitor(http, next.globex().host()).with(HttpHeaders.COOKIE, cookie);
        for (Route route : Route.ofTenants(context)) {
            if (route.isRead()) {
                Answer answer = nextDoor.get(route.at("1"));
                if (route.isApi() ? answer.status() != 401 : !answer.location().startsWith("/signin")) {
                    wrong.add(route + ": " + answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anInvitationOfOneDeskIsNextDoorWhatNoInvitationIs() {
        String path = Tenants.in(
                next.acme().tenant(),
                () -> agents.invite(new NewAgent(
                                new EmailAddress("invited@acme.example"), "Amina Yusuf", Role.AGENT, Set.of()))
                        .path());

        Answer own = new Visitor(http, next.acme().host()).get(path);
        Answer foreign = new Visitor(http, next.globex().host()).get(path);
        Answer nobodys = new Visitor(http, next.globex().host()).get("/invitation/" + "x".repeat(43));

        assertThat(own.body()).contains("invited@acme.example");
        assertThat(foreign.body()).doesNotContain("invited@acme.example", "Amina", "Acme");
        assertThat(withoutToken(foreign)).isEqualTo(withoutToken(nobodys));
    }

    @Test
    void whichDeskIsMeantIsSaidByTheHostAlone() {
        var visitor = new Visitor(http, next.acme().host()).as(next.acme().bearer(Role.OWNER));
        String slug = next.globex().tenant().slug().value();
        String schema = next.globex().tenant().space().schema();
        Map<String, String> claims = Map.of(
                "X-Tenant",
                slug,
                "X-Tenant-Id",
                "2",
                "X-Schema",
                schema,
                "X-Forwarded-Host",
                next.globex().host(),
                "X-Host",
                next.globex().host(),
                "X-Original-Host",
                next.globex().host(),
                "Forwarded",
                "host=" + next.globex().host(),
                "X-Original-URL",
                "http://" + next.globex().host() + "/",
                "Origin",
                "http://" + next.globex().host());
        // What counts seconds counts the same in every answer then.
        clock.stopped(() -> {
            for (Route route : Route.ofTheApi(context)) {
                if (!route.isRead()) {
                    continue;
                }
                String path = route.hasVariable() ? route.at(Subject.at(route, next.acme())) : route.path();
                Answer plain = visitor.get(path);
                claims.forEach((header, value) -> {
                    Answer claimed = visitor.with(header, value).get(path);
                    if (!claimed.body().equals(plain.body()) || claimed.status() != plain.status()) {
                        wrong.add(route + " with " + header + ": " + claimed);
                    }
                });
                Answer claimed = visitor.get(path + "?tenant=" + slug);
                if (claimed.status() != 400 && !claimed.body().equals(plain.body())) {
                    wrong.add(route + " with ?tenant: " + claimed);
                }
            }
        });

        assertThat(wrong).isEmpty();
    }

    private static String withoutToken(Answer answer) {
        return answer.shape().replaceAll("/invitation/[^\"]+", "");
    }
}
