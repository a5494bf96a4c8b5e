package dev.lodge.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An agent's day, at Acme and with Globex next door. */
@LodgeTest
@EnabledIf("dev.lodge.journeys.InstalledBrowser#exists")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentJourneyTests {

    @Autowired
    Cast cast;

    @LocalServerPort
    int port;

    Desk acme;
    Desk globex;

    @BeforeAll
    void twoDesks() {
        acme = cast.deskOfAcme(cast.tenant("day-acme", "Acme"));
        globex = cast.deskOfGlobex(cast.tenant("day-globex", "Globex"));
    }

    @Test
    void whoMistypesThePasswordReadsSoAndGetsInWithTheRightOne() {
        try (var priya = Visitor.atADesk(acme.host(), port)) {
            priya.goTo("/tickets");
            priya.isAt("/signin?next=%2Ftickets");
            priya.sees("Sign in to Acme");

            priya.enter(acme.person(Role.AGENT).email(), "not the password");
            priya.sees("This email and password do not belong together here.");

            priya.enter(acme.person(Role.AGENT).email(), People.PASSWORD);
            priya.isAt("/tickets");
            priya.sees("Zipper stuck");
        }
    }

    @Test
    void theAddressHoldsWhatTheListShowsAndBackLeadsThroughIt() {
        try (var priya = signedIn(acme);
                var leo = signedIn(globex)) {
            priya.goTo("/tickets/new");
            priya.fill("Customer", "hannah@ridgeline.example");
            priya.fill("Subject", "Invoice is missing");
            priya.fill("Description", "Hannah rang about the *March* one.");
            priya.press("Create ticket");
            priya.isAt(Pattern.compile("/tickets/\\d+"));

            priya.goTo("/tickets");
            priya.find("input[type=search]").fill("invoice");
            priya.type("Enter");
            priya.isAt("/tickets?search=invoice");
            assertThat(priya.find(".l-row")).hasCount(1);
            leo.goTo("/tickets?search=invoice");
            leo.sees("Nothing found for “invoice”");

            priya.goTo("/tickets");
            priya.find(".l-filters summary").first().click();
            priya.find(".l-filterform").getByLabel("High").check();
            priya.press("Show these");
            priya.isAt("/tickets?priority=high");
            priya.sees("Zipper stuck");
            assertThat(priya.row("Invoice is missing")).hasCount(0);

            priya.follow("Remove filter Priority is high");
            priya.isAt("/tickets");
            assertThat(priya.row("Invoice is missing")).hasCount(1);

            priya.find(".l-filters summary").nth(1).click();
            priya.follow("Newest");
            priya.isAt("/tickets?ordering=-created_at");
            assertThat(priya.find(".l-row").first()).containsText("Invoice is missing");

            priya.goBack();
            priya.isAt("/tickets");
            assertThat(priya.find(".l-row").first()).containsText("Zipper stuck");
            priya.goBack();
            priya.isAt("/tickets?priority=high");
            assertThat(priya.row("Invoice is missing")).hasCount(0);
        }
    }

    @Test
    void aTicketIsAnsweredNotedAndChangedInPlaceAndTheListShowsIt() {
        try (var priya = signedIn(acme)) {
            priya.follow("Zipper stuck");
            priya.isAt("/tickets/" + acme.ticket());

            priya.fill("Message", "Send it in, **we pay** the parcel.");
            priya.press("Send");
            assertThat(priya.find(".l-msg-agent strong")).hasText("we pay");

            priya.find("label:has(#mode-note)").click();
            priya.fill("Message", "Same batch as last week.");
            priya.press("Add internal note");
            Locator note = priya.find(".l-msg-note").last();
            assertThat(note).containsText("Same batch as last week.");
            assertThat(note).containsText("customers never see this");
            assertThat(note.locator("> div"))
                    .not()
                    .hasCSS("background-color", colourOf(priya.find(".l-msg-agent > div")));

            priya.change("status", "On hold", status -> status.selectOption("on_hold"));
            priya.change("priority", "Urgent", priority -> priority.selectOption("urgent"));
            priya.change(
                    "assignee",
                    "Mia Lindqvist",
                    assignee -> assignee.selectOption(new SelectOption().setLabel("Mia Lindqvist")));
            priya.change("tags", "batch-7", tags -> tags.fill("repair, batch-7"));
            priya.isAt("/tickets/" + acme.ticket());

            priya.follow("Back to the list");
            priya.isAt("/tickets");
            for (String shown : List.of("On hold", "urgent priority", "batch-7")) {
                assertThat(priya.row("Zipper stuck")).containsText(shown);
            }
            assertThat(priya.row("Zipper stuck").getByTitle("Mia Lindqvist")).isVisible();
        }
    }

    @Test
    void aSessionOfOneDeskIsNothingAtTheOtherAndEndsWithSigningOut() {
        try (var priya = signedIn(acme);
                var elsewhere = Visitor.atADesk(globex.host(), port)) {
            Cookie session = priya.session();
            elsewhere.carry(session);
            elsewhere.goTo("/tickets/" + globex.ticket());
            elsewhere.isAt(Pattern.compile("/signin\\?next=.*"));
            elsewhere.sees("Sign in to Globex");

            priya.press("Sign out");
            priya.isAt("/signin");
            priya.carry(session);
            priya.goTo("/tickets");
            priya.isAt("/signin?next=%2Ftickets");
        }
    }

    private Visitor signedIn(Desk desk) {
        return Visitor.atADesk(desk.host(), port).signIn(desk.person(Role.AGENT).email(), People.PASSWORD);
    }

    private static String colourOf(Locator message) {
        return (String) message.first().evaluate("message => getComputedStyle(message).backgroundColor");
    }
}
