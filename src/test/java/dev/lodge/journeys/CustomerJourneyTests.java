package dev.lodge.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.email.KeptMails;
import dev.lodge.jobs.DueWork;
import dev.lodge.tenancy.Tenants;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody with a question: at Acme from a desk in the light, at Globex from a phone in the dark. */
@LodgeTest
@EnabledIf("dev.lodge.journeys.InstalledBrowser#exists")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerJourneyTests {

    @Autowired
    Cast cast;

    @Autowired
    DueWork due;

    @Autowired
    KeptMails kept;

    @LocalServerPort
    int port;

    Desk acme;
    Desk globex;

    @BeforeAll
    void twoDesks() {
        acme = cast.deskOfAcme(cast.tenant("asked-acme", "Acme"));
        globex = cast.deskOfGlobex(cast.tenant("asked-globex", "Globex"));
    }

    @Test
    void aQuestionIsLookedUpAskedAnsweredSolvedAndOpenedAgainAtADesk() {
        try (var hannah = Visitor.atADesk(acme.host(), port)) {
            asks(hannah, "hannah@ridgeline.example", acme);
        }
    }

    @Test
    void aQuestionIsLookedUpAskedAnsweredSolvedAndOpenedAgainOnAPhone() {
        try (var erik = Visitor.onAPhoneInTheDark(globex.host(), port)) {
            asks(erik, "erik@ridgeline.example", globex);
        }
    }

    private void asks(Visitor asker, String email, Desk desk) {
        readsAndSaysItHelped(asker);
        asker.follow("Write to us");
        signsInByTheLink(asker, email, desk);
        String request = sendsARequest(asker);
        isAnswered(desk, request);

        asker.goTo(request);
        asker.sees("Which batch is it?");
        asker.sees("Waiting for you");
        asker.findsThePageAccessible();
        asker.fill("Your answer", "It says 24-11B.");
        asker.press("Send");
        asker.sees("Your answer has arrived.");
        asker.press("Mark as solved");
        asker.sees("This is solved.");
        asker.sees("Marked as solved.");
        asker.findsThePageAccessible();
        asker.goTo("/requests");
        asker.doesNotSee("Tent zipper is stuck");
        asker.findsThePageAccessible();
        asker.goTo("/requests?status=solved");
        asker.follow("Tent zipper is stuck");
        asker.press("Open again");
        asker.sees("It is open again.");
        asker.isAt(Pattern.compile(request));

        isNobodyNextDoor(asker, desk == acme ? globex : acme, request);
    }

    private static void readsAndSaysItHelped(Visitor asker) {
        asker.goTo("/");
        asker.findsThePageAccessible();
        asker.find("input[type=search]").pressSequentially("zippr");
        asker.find("#found a").first().waitFor();
        asker.findsThePageAccessible();
        asker.type("Enter");
        asker.isAt("/help/search?q=zippr");
        asker.findsThePageAccessible();
        asker.find("#found").getByText("Care for your zipper").click();
        asker.isAt("/help/articles/care-for-your-zipper?language=en");
        asker.sees("Wax it twice a year.");
        asker.find("#vote button").first().waitFor();
        asker.findsThePageAccessible();
        asker.press("Yes");
        asker.sees("Noted. It helps us to write better.");
        asker.findsThePageAccessible();
    }

    private void signsInByTheLink(Visitor asker, String email, Desk desk) {
        asker.isAt(Pattern.compile("/portal/signin\\?next=.*"));
        asker.sees("Sign in to " + desk.tenant().name());
        asker.findsThePageAccessible();
        asker.fill("Email", email);
        asker.press("Email me a link");
        asker.sees("Look into your mail");
        asker.findsThePageAccessible();
        due.run(desk.tenant());
        asker.goTo(linkMailedTo(email, desk));
        asker.sees(email);
        asker.findsThePageAccessible();
        asker.press("Sign in");
        asker.isAt(Pattern.compile("/requests/new.*"));
    }

    private static String sendsARequest(Visitor asker) {
        asker.findsThePageAccessible();
        asker.find("#subject").pressSequentially("Tent zipper is stuck");
        assertThat(asker.find("#suggestions")).containsText("Care for your zipper");
        asker.fill("What happened?", "It does **not** move.");
        asker.findsThePageAccessible();
        asker.press("Send request");
        asker.sees("Your request has arrived.");
        assertThat(asker.find(".l-msg strong")).hasText("not");
        asker.findsThePageAccessible();
        return URI.create(asker.page().url()).getPath();
    }

    private void isAnswered(Desk desk, String request) {
        try (var agent = Visitor.atADesk(desk.host(), port)) {
            agent.signIn(desk.person(Role.AGENT).email(), People.PASSWORD);
            agent.goTo(request.replace("/requests/", "/tickets/"));
            agent.sees("Tent zipper is stuck");
            agent.fill("Message", "Which batch is it?");
            agent.press("Send");
            assertThat(agent.find("#thread")).containsText("Which batch is it?");
            agent.find("label:has(#mode-note)").click();
            agent.fill("Message", "The third of that batch.");
            agent.press("Add internal note");
            assertThat(agent.find(".l-msg-note")).containsText("The third of that batch.");
            String name = desk == acme ? "Priya Raman" : "Leo Martins";
            agent.change("assignee", name, who -> who.selectOption(new SelectOption().setLabel(name)));
            agent.change("status", "Pending", status -> status.selectOption("pending"));
        }
    }

    private void isNobodyNextDoor(Visitor asker, Desk other, String request) {
        var session = asker.page().context().cookies().stream()
                .filter(cookie -> cookie.name.endsWith("lodge_portal"))
                .findFirst()
                .orElseThrow();
        try (var elsewhere = Visitor.atADesk(other.host(), port)) {
            elsewhere.carry(session);
            elsewhere.goTo(request);
            elsewhere.isAt(Pattern.compile("/portal/signin\\?next=.*"));
            elsewhere.goTo("/");
            elsewhere.doesNotSee("Tent zipper is stuck");
        }
        assertThat(asker.page().content()).doesNotContain("The third of that batch.");
    }

    private String linkMailedTo(String email, Desk desk) {
        return Tenants.in(
                desk.tenant(),
                () -> kept.newest(100).stream()
                        .filter(row -> row.toAddress().equals(email))
                        .map(row -> kept.find(row.id()).orElseThrow().text())
                        .map(text -> text.replaceAll("(?s).*(/portal/signin/[\\w-]{43}).*", "$1"))
                        .findFirst()
                        .orElseThrow());
    }
}
