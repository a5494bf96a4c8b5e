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

/** Two people of one desk on one ticket. */
@LodgeTest
@EnabledIf("dev.lodge.journeys.InstalledBrowser#exists")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConflictJourneyTests {

    private static final String STOPPED = "Not sent yet: this happened while you were writing.";

    @Autowired
    Cast cast;

    @LocalServerPort
    int port;

    Desk acme;

    @BeforeAll
    void aDesk() {
        acme = cast.deskOfAcme(cast.tenant("crowded-acme", "Acme"));
    }

    @Test
    void theSecondReplyStopsAtWhatTheFirstSaidKeepsItsTextAndIsSentKnowingly() {
        try (var mia = reading(Role.OWNER);
                var priya = reading(Role.AGENT)) {
            priya.fill("Message", "I will look at it on Monday.");
            mia.fill("Message", "A new one is on its way.");
            mia.press("Send");
            assertThat(mia.find("#thread")).containsText("A new one is on its way.");

            priya.press("Send");
            assertThat(priya.find("#composer")).containsText(STOPPED);
            assertThat(priya.find("#composer .l-news")).containsText("Mia");
            assertThat(priya.find("#thread")).containsText("A new one is on its way.");
            assertThat(priya.find("#thread")).not().containsText("I will look at it on Monday.");
            assertThat(priya.find("#body")).hasValue("I will look at it on Monday.");

            priya.fill("Message", "It leaves our house today.");
            priya.press("Send");
            assertThat(priya.find("#thread")).containsText("It leaves our house today.");
            assertThat(priya.find("#composer")).not().containsText(STOPPED);
            assertThat(priya.find("#body")).hasValue("");
        }
    }

    @Test
    void aPropertyThatAColleagueChangedMeanwhileIsShownBeforeItIsChangedAgain() {
        try (var mia = reading(Role.OWNER);
                var priya = reading(Role.AGENT)) {
            mia.change("priority", "Urgent", priority -> priority.selectOption("urgent"));

            priya.find("#prop-priority").click();
            priya.find("#details select[name=priority]").selectOption("low");
            priya.find("#details form[action$='/priority']").getByText("Save").click();
            assertThat(priya.find("#details")).containsText("Not changed: this happened since you opened the page.");
            assertThat(priya.find("#prop-priority")).containsText("Urgent");

            priya.change("priority", "Low", priority -> priority.selectOption("low"));
        }
    }

    private Visitor reading(Role role) {
        var person = acme.person(role);
        return Visitor.atADesk(acme.host(), port)
                .signIn(person.email(), People.PASSWORD)
                .goTo("/tickets/" + acme.ticket());
    }
}
