package dev.lodge.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who looks after a desk: its people, its looks, its tokens. */
@LodgeTest
@EnabledIf("dev.lodge.journeys.InstalledBrowser#exists")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminJourneyTests {

    @Autowired
    Cast cast;

    @LocalServerPort
    int port;

    Desk acme;
    Desk globex;

    @BeforeAll
    void twoDesks() {
        acme = cast.deskOfAcme(cast.tenant("kept-acme", "Acme"));
        globex = cast.deskOfGlobex(cast.tenant("kept-globex", "Globex"));
    }

    @Test
    void whoIsInvitedChoosesAPasswordAndSeesWhatTheRoleMay() {
        try (var mia = signedIn(acme);
                var tom = Visitor.atADesk(acme.host(), port)) {
            mia.goTo("/settings/members");
            mia.follow("Invite");
            mia.fill("Email", "tom@acme.example");
            mia.fill("Name", "Tom");
            mia.find("#role").selectOption("agent");
            mia.press("Create invitation");
            mia.sees("Pass this invitation on to Tom.");
            var link = URI.create(mia.find("#address").inputValue());
            assertThat(link.getHost()).isEqualTo(acme.host());

            tom.goTo(link.getPath());
            tom.sees("Welcome to Acme");
            tom.fill("Your name", "Tom Okafor");
            tom.fill("New password", "seven quiet herons");
            tom.press("Accept the invitation");
            tom.isAt("/tickets");
            tom.sees("Tom Okafor");
            tom.sees("Zipper stuck");
            tom.goTo("/settings/members");
            assertThat(tom.row("mia")).hasCount(1);
            assertThat(tom.find("a[href='/settings/members/invite']")).hasCount(0);
            tom.goTo("/settings/branding");
            tom.sees("Not yours to do");

            tom.goTo(link.getPath());
            tom.sees("This link does not work");
            mia.goTo("/settings/members?search=okafor");
            assertThat(mia.row("tom@acme.example")).containsText("Active");
        }
    }

    @Test
    void aNewNameAndColourShowEverywhereAtOnceAndNowhereElse() {
        try (var mia = signedIn(acme);
                var outside = Visitor.atADesk(acme.host(), port);
                var next = Visitor.atADesk(globex.host(), port)) {
            outside.goTo("/signin");
            next.goTo("/signin");
            String before = outside.accent();
            String neighbours = next.accent();

            mia.goTo("/settings/branding");
            mia.fill("Name", "Acme Outdoor");
            mia.fill("Accent colour", "#a3195b");
            var real = mia.page().frameLocator("iframe[name='real-page']");
            assertThat(real.locator(".l-brand")).containsText("Acme Outdoor");
            assertThat(real.locator("link[href='/theme.css?draft=a3195b']")).hasCount(1);
            outside.goTo("/signin");
            outside.sees("Sign in to Acme");
            assertThat(outside.accent()).isEqualTo(before);
            mia.press("Save branding");
            mia.sees("Branding saved");
            mia.goTo("/tickets");
            assertThat(mia.find(".l-brand")).hasText("Acme Outdoor");
            assertThat(mia.accent()).isEqualTo("#a3195b").isNotEqualTo(before);

            outside.goTo("/signin");
            outside.sees("Sign in to Acme Outdoor");
            assertThat(outside.accent()).isEqualTo(mia.accent());
            next.goTo("/signin");
            next.sees("Sign in to Globex");
            assertThat(next.accent()).isEqualTo(neighbours);
        }
    }

    @Test
    void aTokenIsShownOnceWorksAndStopsWhenRevoked() {
        try (var mia = signedIn(acme);
                var program = Visitor.atADesk(acme.host(), port)) {
            program.goTo("/signin");
            mia.goTo("/settings/tokens");
            mia.fill("Name", "Parcel tracking");
            mia.press("Create token");
            mia.sees("It is shown only now.");
            String token = mia.find("#token").inputValue();
            mia.press("Copy");
            mia.sees("Copied");

            assertThat(program.asks("/api/tickets/", token)).isEqualTo(200);
            assertThat(program.asks("/api/tickets/", token + "x")).isEqualTo(401);

            mia.follow("Back to API tokens");
            mia.isAt("/settings/tokens");
            assertThat(mia.page().content()).contains("Parcel tracking").doesNotContain(token);
            mia.press("Revoke Parcel tracking");
            mia.sees("The token is revoked.");
            assertThat(mia.row("Parcel tracking")).containsText("Revoked");
            assertThat(program.asks("/api/tickets/", token)).isEqualTo(401);
        }
    }

    private Visitor signedIn(Desk desk) {
        return Visitor.atADesk(desk.host(), port).signIn(desk.person(Role.OWNER).email(), People.PASSWORD);
    }
}
