package dev.lodge.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The work of an agent whose hands stay on the keys. */
@LodgeTest
@EnabledIf("dev.lodge.journeys.InstalledBrowser#exists")
class KeyboardJourneyTests {

    @Autowired
    Cast cast;

    @LocalServerPort
    int port;

    @Test
    void byKeysAloneOneOpensAnswersAndReturns() {
        Desk acme = cast.deskOfAcme(cast.tenant("keyed-acme", "Acme"));
        try (var priya = Visitor.atADesk(acme.host(), port)) {
            priya.signIn(acme.person(Role.AGENT).email(), People.PASSWORD);

            priya.type("c");
            priya.isAt("/tickets/new");
            assertThat(priya.find("#customer")).isFocused();
            priya.write("hannah@ridgeline.example");
            priya.type("Tab");
            priya.write("Tent pole snapped");
            priya.type("Tab");
            priya.write("At the ferrule.");
            priya.type("Control+Enter");
            priya.isAt(Pattern.compile("/tickets/\\d+"));
            priya.type("u");
            priya.isAt("/tickets");

            priya.type("j");
            assertThat(priya.row("Zipper stuck").locator("a")).isFocused();
            priya.type("j");
            assertThat(priya.row("Tent pole snapped").locator("a")).isFocused();
            priya.type("k", "Enter");
            priya.isAt("/tickets/" + acme.ticket());

            priya.type("r");
            assertThat(priya.find("#body")).isFocused();
            priya.write("On its way?");
            priya.type("Control+Enter");
            assertThat(priya.find(".l-msg-agent").last()).containsText("On its way?");
            assertThat(priya.find("#body")).isFocused();

            priya.type("Tab", "n");
            assertThat(priya.find("#mode-note")).isChecked();
            assertThat(priya.find("#body")).isFocused();

            priya.type("Tab", "/");
            priya.isAt("/search");
            assertThat(priya.find("[name=q]")).isFocused();
            priya.write("zippre");
            assertThat(priya.row("Zipper stuck")).isVisible();
            priya.isAt("/search?q=zippre");
            priya.type("ArrowDown");
            assertThat(priya.row("Zipper stuck").locator("a")).isFocused();
            priya.type("ArrowDown", "ArrowUp", "ArrowUp");
            assertThat(priya.find("[name=q]")).isFocused();
            priya.find("[name=q]").fill("#" + acme.ticket());
            priya.type("Enter");
            priya.isAt("/tickets/" + acme.ticket());

            priya.type("?");
            assertThat(priya.find("#keys")).isVisible();
            priya.type("Escape");
            assertThat(priya.find("#keys")).isHidden();
            priya.type("u");
            priya.isAt("/tickets");
        }
    }
}
