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
                var peter = Visitor.atADesk("initrode.localhost", port);
                var guest = Visitor.atADesk("help.initrode.localhost", port)) {
            nora.goTo("/operator/tenants");
            nora.enter("nora@journeys.example", PASSWORD);
            nora.isAt("/operator/tenants");

            nora.follow("New tenant");
            nora.fill("Name", "Initrode");
            nora.fill("Slug", "initrode");
            nora.fill("Address of the owner", "peter@initrode.example");
            nora.press("Create the tenant");
            nora.sees("Initrode is ready:");
            var link = URI.create(nora.find("#invitation").inputValue());
            assertThat(link.getHost()).isEqualTo("initrode.localhost");
            nora.findsThePageAccessible();

            peter.goTo(link.getPath());
            peter.sees("Welcome to Initrode");
            peter.fill("Your name", "Peter Gibbons");
            peter.fill("New password", "eight loud bitterns");
            peter.press("Accept the invitation");
            peter.isAt("/tickets");
            peter.sees("No tickets yet");
            String colour = peter.accent();

            nora.follow("Open Initrode");
            nora.isAt("/operator/tenants/initrode");
            nora.fill("Reason", "The invoice of May is open");
            nora.press("Suspend Initrode");
            nora.sees("Initrode is suspended.");
            peter.goTo("/tickets");
            peter.sees("Initrode is paused");
            peter.doesNotSee("invoice");
            assertThat(peter.find(".l-mark")).isVisible();
            assertThat(peter.accent()).isEqualTo(colour);
            peter.findsThePageAccessible();

            nora.press("Resume Initrode");
            nora.sees("Initrode is served again.");
            peter.goTo("/tickets");
            peter.sees("No tickets yet");

            guest.goTo("/signin");
            guest.doesNotSee("Initrode");
            nora.fill("Another host", "help.initrode.localhost");
            nora.press("Add the domain");
            nora.sees("help.initrode.localhost leads to this desk now.");
            guest.goTo("/signin");
            guest.sees("Sign in to Initrode");
        }
    }
}
