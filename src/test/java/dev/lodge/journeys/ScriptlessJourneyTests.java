package dev.lodge.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.email.KeptMails;
import dev.lodge.jobs.DueWork;
import dev.lodge.tenancy.Tenants;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The work of an agent in a browser that runs no script. */
@LodgeTest
@EnabledIf("dev.lodge.journeys.InstalledBrowser#exists")
class ScriptlessJourneyTests {

    @Autowired
    Cast cast;

    @Autowired
    DueWork due;

    @Autowired
    KeptMails kept;

    @LocalServerPort
    int port;

    @Test
    void withoutScriptsOneReadsFiltersRepliesAndNotes() {
        Desk acme = cast.deskOfAcme(cast.tenant("plain-acme", "Acme"));
        try (var priya = Visitor.withoutScripts(acme.host(), port)) {
            priya.signIn(acme.person(Role.AGENT).email(), People.PASSWORD);
            priya.find(".l-filters summary").first().click();
            priya.find(".l-filterform").getByLabel("Urgent").check();
            priya.press("Show these");
            priya.isAt("/tickets?priority=urgent");
            priya.sees("No ticket fits these filters");
            priya.follow("Remove filter Priority is urgent");
            priya.isAt("/tickets");

            priya.follow("Zipper stuck");
            priya.fill("Message", "Send it in, **we pay** the parcel.");
            priya.press("Send");
            priya.isAt(Pattern.compile("/tickets/1(\\?[^#]*)?#message-\\d+"));
            assertThat(priya.find(".l-msg-agent strong")).hasText("we pay");

            priya.find("label:has(#mode-note)").click();
            priya.fill("Message", "Same batch as last week.");
            priya.press("Add internal note");
            assertThat(priya.find(".l-msg-note").last()).containsText("Same batch as last week.");

            priya.change("status", "Pending", status -> status.selectOption("pending"));
            priya.press("Sign out");
            priya.isAt("/signin");
        }
    }

    @Test
    void withoutScriptsAForgottenPasswordIsReplacedByTheLinkInAMail() {
        Desk acme = cast.deskOfAcme(cast.tenant("plain-forgetful", "Acme"));
        String email = acme.person(Role.AGENT).email();
        try (var priya = Visitor.withoutScripts(acme.host(), port)) {
            priya.goTo("/signin");
            priya.follow("Forgot your password?");
            priya.fill("Email", email);
            priya.press("Send link");
            priya.sees("Check your email");

            due.run(acme.tenant());
            priya.goTo(linkMailedTo(email, acme));
            priya.fill("New password", "another horse battery");
            priya.press("Set password");
            priya.sees("Your password is changed.");
        }
    }

    private String linkMailedTo(String email, Desk desk) {
        return Tenants.in(
                desk.tenant(),
                () -> kept.newest(100).stream()
                        .filter(row -> row.toAddress().equals(email))
                        .map(row -> kept.find(row.id()).orElseThrow().text())
                        .map(text -> text.replaceAll("(?s).*<https?://[^/]+(/password/[\\w-]+)>.*", "$1"))
                        .findFirst()
                        .orElseThrow());
    }
}
