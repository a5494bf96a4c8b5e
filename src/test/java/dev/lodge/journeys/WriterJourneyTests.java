package dev.lodge.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An article from its first word until it says again what it once said, and those who read it meanwhile. */
@LodgeTest
@EnabledIf("dev.lodge.journeys.InstalledBrowser#exists")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WriterJourneyTests {

    private static final String ADDRESS = "/help/articles/wash-a-tent";

    @Autowired
    Cast cast;

    @LocalServerPort
    int port;

    Desk acme;
    Desk globex;

    @BeforeAll
    void twoDesks() {
        acme = cast.deskOfAcme(cast.tenant("read-acme", "Acme"));
        globex = cast.deskOfGlobex(cast.tenant("read-globex", "Globex"));
    }

    @Test
    void anArticleIsWrittenReviewedPublishedChangedAndRestoredAtADesk() {
        writes(acme, globex, Visitor::atADesk);
    }

    @Test
    void anArticleIsWrittenReviewedPublishedChangedAndRestoredOnAPhone() {
        writes(globex, acme, Visitor::onAPhoneInTheDark);
    }

    @Test
    void theContentsBesideAnArticleMarkThePartThatIsBeingRead() {
        try (var manager = Visitor.atADesk(acme.host(), port);
                var reader = Visitor.atADesk(acme.host(), port)) {
            manager.signIn(acme.person(Role.MANAGER).email(), People.PASSWORD);
            manager.goTo("/knowledge/new");
            manager.fill("Title", "Dry a tent");
            manager.fill("Text", "## Outside\n\n" + "Wait.\n\n".repeat(40) + "## Inside\n\n" + "Wait.\n\n".repeat(40));
            manager.press("Publish");
            manager.sees("Saved and published");
            reader.goTo("/help/articles/dry-a-tent");

            reader.follow("Inside");
            assertThat(reader.find(".l-toc [aria-current]")).hasText("Inside");
            reader.follow("Outside");
            assertThat(reader.find(".l-toc [aria-current]")).hasText("Outside");
        }
    }

    /** A browser of some kind, opened on a host. */
    private interface Device {
        Visitor on(String host, int port);
    }

    private void writes(Desk desk, Desk other, Device device) {
        try (var agent = device.on(desk.host(), port);
                var manager = device.on(desk.host(), port);
                var reader = device.on(desk.host(), port);
                var next = device.on(other.host(), port)) {
            agent.signIn(desk.person(Role.AGENT).email(), People.PASSWORD);
            manager.signIn(desk.person(Role.MANAGER).email(), People.PASSWORD);

            sendsToReview(agent);
            assertThat(reader.goTo(ADDRESS).status()).isEqualTo(404);
            publishes(manager);
            reader.goTo(ADDRESS);
            reader.sees("By hand, with soap.");
            reader.findsThePageAccessible();

            changes(manager, "With soap, in a machine.");
            reader.goTo(ADDRESS);
            reader.sees("With soap, in a machine.");
            restoresTheFirst(manager);
            reader.goTo(ADDRESS);
            reader.sees("By hand, with soap.");
            reader.doesNotSee("in a machine");

            int there = next.goTo(ADDRESS).status();
            assertThat(there == 404
                            || !next.page().content().contains(desk.tenant().name()))
                    .as("it is not the neighbours'")
                    .isTrue();
        }
    }

    private static void sendsToReview(Visitor agent) {
        agent.goTo("/knowledge");
        agent.findsThePageAccessible();
        agent.goTo("/knowledge/new");
        agent.fill("Title", "Wash a tent");
        agent.fill("Text", "## How\n\nBy hand, with **soap**.");
        assertThat(agent.find("#preview strong")).hasText("soap");
        agent.findsThePageAccessible();
        assertThat(agent.find("button:text-is('Publish')")).hasCount(0);
        agent.press("Send to review");
        agent.sees("waiting for review");
        agent.isAt(Pattern.compile("/knowledge/\\d+"));
        agent.findsThePageAccessible();
    }

    private static void publishes(Visitor manager) {
        manager.goTo("/knowledge?status=in_review");
        manager.findsThePageAccessible();
        manager.follow("Wash a tent");
        manager.isAt(Pattern.compile("/knowledge/\\d+"));
        manager.press("Publish");
        manager.sees("Saved and published");
        manager.findsThePageAccessible();
    }

    private static void changes(Visitor manager, String words) {
        manager.fill("Text", words);
        assertThat(manager.find("#preview")).containsText(words);
        manager.press("Save");
        manager.sees("Saved and published");
        assertThat(manager.find("#body")).hasValue(words);
    }

    private static void restoresTheFirst(Visitor manager) {
        manager.follow("See what changed");
        manager.isAt(Pattern.compile("/knowledge/\\d+/versions"));
        assertThat(manager.find(".l-diff-gone").last()).containsText("By hand");
        assertThat(manager.find(".l-diff-new").last()).containsText("in a machine");
        manager.findsThePageAccessible();
        manager.follow("Version 1");
        manager.isAt(Pattern.compile("/knowledge/\\d+/versions\\?version=1"));
        manager.press("Restore this version");
        manager.sees("Says again what it said in version 1");
        assertThat(manager.find("#body")).hasValue("## How\n\nBy hand, with **soap**.");
    }
}
