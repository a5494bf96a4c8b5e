package dev.lodge.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.platform.Operators;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who runs the platform: from a tenant's first day to its last address. */
@LodgeTest
@EnabledIf("dev.lodge.journeys.InstalledBrowser#exists")
class OperatorJourneyTests {

    private static final String PASSWORD = "a long enough password";

    @Autowired
    Operators operators;

    @Autowired
    Cast cast;

    @LocalServerPort
    int port;

    @Test
    void aTenantIsCreatedEnteredSuspendedResumedAndReachedByAnotherHost() {
        cast.acme();
        operators.create("nora@journeys.example", "Nora Kessler", PASSWORD);
        try (var nora = Visitor.atADesk("localhost", port);
                var peter = Visitor.atADesk("initech.localhost", port);
                var guest = Visitor.atADesk("help.initech.localhost", port)) {
            nora.goTo("/operator/tenants");
            nora.enter("nora@journeys.example", PASSWORD);
            nora.isAt("/operator/tenants");

            nora.follow("New tenant");
            nora.fill("Name", "Initech");
            nora.fill("Slug", "initech");
            nora.fill("Address of the owner", "peter@initech.example");
            nora.press("Create the tenant");
            nora.sees("Initech is ready:");
            var link = URI.create(nora.find("#invitation").inputValue());
            assertThat(link.getHost()).isEqualTo("initech.localhost");

            peter.goTo(link.getPath());
            peter.sees("Welcome to Initech");
            peter.fill("Your name", "Peter Gibbons");
            peter.fill("New password", "eight loud bitterns");
            peter.press("Accept the invitation");
            peter.isAt("/tickets");
            peter.sees("No tickets yet");
            String colour = peter.accent();

            nora.follow("Open Initech");
            nora.isAt("/operator/tenants/initech");
            nora.fill("Reason", "The invoice of May is open");
            nora.press("Suspend Initech");
            nora.sees("Initech is suspended.");
            peter.goTo("/tickets");
            peter.sees("Initech is paused");
            peter.doesNotSee("invoice");
            assertThat(peter.find(".l-mark")).isVisible();

            nora.press("Resume Initech");
            nora.sees("Initech is served again.");
            peter.goTo("/tickets");
            peter.sees("No tickets yet");
            assertThat(peter.accent()).isEqualTo(colour);

            guest.goTo("/signin");
            guest.doesNotSee("Initech");
            nora.fill("Another host", "help.initech.localhost");
            nora.press("Add the domain");
            nora.sees("help.initech.localhost leads to this desk now.");
            guest.goTo("/signin");
            guest.sees("Sign in to Initech");
        }
    }
}
