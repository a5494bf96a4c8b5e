package dev.lodge.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who looks after a desk's mail: its words, and whether it goes out. */
@LodgeTest
@EnabledIf("dev.lodge.journeys.InstalledBrowser#exists")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailJourneyTests {

    @Autowired
    Cast cast;

    @LocalServerPort
    int port;

    Desk acme;

    @BeforeAll
    void aDesk() {
        acme = cast.deskOfAcme(cast.tenant("written-acme", "Acme"));
    }

    @Test
    void theMailIsSeenWhileItsWordsAreWritten() {
        try (var mia = signedIn()) {
            mia.goTo("/settings/mail/templates/test");
            mia.fill("Subject", "News from {{desk}}");
            assertThat(mia.find(".l-previewbar")).containsText("News from Acme");
            mia.fill("Text", "Come **in**, {{recipient}}.");
            assertThat(mia.page().frameLocator("iframe").locator("strong")).hasText("in");
            mia.fill("Text", "Come in, {{stranger}}.");
            mia.sees("{{stranger}} is no placeholder of this mail.");
            mia.fill("Text", "Come in, {{recipient}}.");
            mia.press("Save template");
            mia.sees("These are your own words.");
            mia.press("Go back to Lodge's words");
            mia.press("Reset Test mail");
            mia.sees("This is what Lodge says until you save something else.");
        }
    }

    @Test
    void aTestMailSaysInPlaceWhatBecameOfIt() {
        try (var mia = signedIn()) {
            mia.goTo("/settings/mail");
            mia.press("Send a test mail to me");
            assertThat(mia.find("#test")).containsText("There is no mail server");
            mia.isAt("/settings/mail");
            mia.goTo("/settings/mail/log?status=kept");
            assertThat(mia.row("Test mail from Acme")).hasCount(1);
        }
    }

    private Visitor signedIn() {
        return Visitor.atADesk(acme.host(), port).signIn(acme.person(Role.OWNER).email(), People.PASSWORD);
    }
}
