package dev.lodge.tickets.page;

import static dev.lodge.Answers.text;
import static dev.lodge.schema.tenant.Tables.IDEMPOTENCY_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LodgeTest
@Import(People.class)
class NewTicketTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private TenantDatabase database;

    @Autowired
    private TurnedClock clock;

    private Asking mia;

    @BeforeEach
    void mia() {
        mia = at(cast.acme(), "Mia Lindqvist", Role.OWNER);
    }

    @Test
    void theFormLodgesATicketWithAllThatWasFilledIn() {
        var sent = mia.send(
                "/tickets/new",
                "customer",
                "luca@alpina.example",
                "subject",
                "Refund for a pack",
                "description",
                "Sent back in **February**.",
                "priority",
                "high",
                "tags",
                "refund pack",
                "due_at",
                "2031-03-10T15:30");

        assertThat(sent).hasStatus(303);
        assertThat(text(mia.get(String.valueOf(sent.getResponse().getHeader("Location")))))
                .contains("Refund for a pack", "luca@alpina.example", "l-prio-high", ">refund<", "2031-03-10T15:30");
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndTheRestIsKept() {
        var refused = mia.send(
                "/tickets/new",
                "customer",
                "not@an@address",
                "subject",
                "Kept subject",
                "description",
                "Kept words",
                "due_at",
                "");

        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains(
                        "id=\"customer-error\"",
                        "value=\"not@an@address\"",
                        "value=\"Kept subject\"",
                        ">Kept words</textarea>");
        assertThat(mia.send("/tickets/new", "subject", "", "description", "x", "due_at", "tomorrow"))
                .hasStatus(422);
    }

    @Test
    void aCustomerIsFoundByTheBeginningOfAName() {
        mia.lodge("First", "Words", "customer", "zacharias.one@ridgeline.example");

        assertThat(text(mia.get("/tickets/new/customers?customer=zacharias.o")))
                .contains("<option value=\"zacharias.one@ridgeline.example\"")
                .doesNotContain("<html");
        assertThat(mia.send("/tickets/new", "customer", "Nobody Called So", "subject", "s", "description", "d"))
                .hasStatus(422);
    }

    @Test
    void customersOfAnotherDeskAreNotSuggested() {
        at(cast.globex(), "Sofia Marek", Role.OWNER)
                .lodge("Theirs", "Words", "customer", "secretive@globexcustomer.example");

        assertThat(text(mia.get("/tickets/new/customers?customer=secretive"))).doesNotContain("secretive");
    }

    @Test
    void theSameFormSentTwiceLodgesOnce() {
        var key = UUID.randomUUID().toString();
        var first = mia.send("/tickets/new", "subject", "Once", "description", "Only", "key", key);
        var second = mia.send("/tickets/new", "subject", "Once", "description", "Only", "key", key);

        assertThat(second.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
    }

    @Test
    void keysOfFormsAreForgottenAfterADayThoughNoRequestOfTheApiComes() {
        Tenant desk = cast.tenant("swept-forms", "Swept");
        Asking tom = at(desk, "Tom Okafor", Role.AGENT);
        for (int i = 0; i < 3; i++) {
            sendOnce(tom);
        }
        clock.advance(Duration.ofHours(25));

        sendOnce(tom);

        assertThat(Tenants.in(desk, () -> database.sql().fetchCount(IDEMPOTENCY_KEY)))
                .isOne();
    }

    private static void sendOnce(Asking agent) {
        String key = UUID.randomUUID().toString();
        assertThat(agent.send("/tickets/new", "subject", "Once", "description", "Only", "key", key))
                .hasStatus(303);
    }

    @Test
    void whoMayNotCreateIsTurnedAway() {
        var light = at(cast.acme(), "Elin Berg", Role.LIGHT_AGENT);

        assertThat(light.get("/tickets/new")).hasStatus(403);
        assertThat(light.send("/tickets/new", "subject", "s", "description", "d"))
                .hasStatus(403);
    }

    private Asking at(Tenant tenant, String name, Role role) {
        return new Asking(http, tenant.slug() + ".localhost", people.somebody(tenant, name, role));
    }
}
