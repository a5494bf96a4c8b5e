package dev.lodge.customers;

import static dev.lodge.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.tickets.Api;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Customers over HTTP. */
@LodgeTest
@Import(People.class)
class CustomerApiTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    private Api mia;

    private final String email = "hannah.%d@ridgeline.example".formatted(NUMBER.incrementAndGet());

    @BeforeEach
    void anOwnerAtAcmeAndGlobexNextDoor() {
        cast.globex();
        mia = new Api(
                http,
                "acme",
                people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER).bearer());
    }

    @Test
    void aCustomerIsMadeChangedAndDeleted() {
        var hannah = mia.create("/api/customers/", """
                {"name": "Hannah Brooks", "email": "%s", "language": "nb", "time_zone": "Europe/Oslo"}""".formatted(email));

        assertThat(mia.patch(hannah, "{\"notes\": \"Prefers mornings\"}", "If-Match", "\"1\""))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"name": "Hannah Brooks", "email": "%s", "emails": ["%s"], "organization": null,
                         "notes": "Prefers mornings", "version": 2}""".formatted(email, email));
        assertThat(mia.patch(hannah, "{\"notes\": \"\"}", "If-Match", "\"1\"")).hasStatus(412);
        assertThat(mia.delete(hannah)).hasStatus(204);
        assertThat(mia.get(hannah)).hasStatus(404);
    }

    @Test
    void anAddressBelongsToOnePersonWhateverItsCase() {
        mia.create("/api/customers", customer("Hannah Brooks", email));

        assertThat(mia.post("/api/customers", customer("Somebody Else", email.toUpperCase(java.util.Locale.ROOT))))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.customer.name")
                .isEqualTo("Hannah Brooks");
        assertThat(mia.get("/api/customers?search=" + email))
                .bodyJson()
                .extractingPath("$.count")
                .isEqualTo(1);
    }

    @Test
    void theSameAddressAtAnotherDeskIsAnotherPerson() {
        var beth = new Api(
                http,
                "globex",
                people.somebody(cast.globex(), "Beth Keller", Role.OWNER).bearer());
        mia.create("/api/customers", customer("Hannah Brooks", email));

        assertThat(beth.get("/api/customers?search=" + email))
                .bodyJson()
                .extractingPath("$.count")
                .isEqualTo(0);
        assertThat(beth.post("/api/customers", customer("H. Brooks", email))).hasStatus(201);
    }

    @Test
    void whoHasTicketsIsAnonymisedInsteadOfDeleted() {
        var ticket = mia.create(
                "/api/tickets",
                "{\"subject\": \"Pole\", \"description\": \"x\", \"customer_email\": \"" + email + "\"}");
        var id = mia.get("/api/customers?search=" + email);
        assertThat(id).bodyJson().extractingPath("$.count").isEqualTo(1);
        var hannah = "/api/customers/" + first(id) + "/";

        assertThat(mia.delete(hannah))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.anonymize")
                .isEqualTo(hannah + "anonymize/");
        assertThat(mia.post(hannah + "anonymize/", "{}")).hasStatusOk();

        assertThat(mia.get(hannah))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"name\": \"Anonymised customer\", \"email\": null, \"emails\": [], \"notes\": \"\"}");
        assertThat(mia.get(ticket)).bodyJson().extractingPath("$.customer.name").isEqualTo("Anonymised customer");
        assertThat(mia.get("/api/customers?search=" + email))
                .bodyJson()
                .extractingPath("$.count")
                .isEqualTo(0);
        assertThat(mia.patch(hannah, "{\"name\": \"Hannah\"}")).hasStatus(409);
    }

    @Test
    void severalAddressesAreKeptWithThePrimaryFirst() {
        var other = "second." + email;
        var hannah = mia.create(
                "/api/customers", "{\"name\": \"Hannah\", \"emails\": [\"%s\", \"%s\"]}".formatted(email, other));

        assertThat(mia.patch(hannah, "{\"email\": \"" + other + "\"}"))
                .bodyJson()
                .extractingPath("$.emails")
                .isEqualTo(List.of(other, email));
    }

    @Test
    void customersOfAnOrganisationAreListed() {
        var name = "Ridgeline " + email;
        var organization = mia.create(
                "/api/organizations/", "{\"name\": \"%s\", \"domains\": [\"ridgeline.example\"]}".formatted(name));
        var id = organization.replaceAll("\\D", "");
        mia.create("/api/customers", "{\"name\": \"Erik\", \"organization\": %s}".formatted(id));

        assertThat(mia.get("/api/customers?organization=" + id))
                .bodyJson()
                .extractingPath("$.results[*].organization.name")
                .isEqualTo(List.of(name));
        assertThat(mia.post(
                        "/api/organizations", "{\"name\": \"%s\"}".formatted(name.toUpperCase(java.util.Locale.ROOT))))
                .hasStatus(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"\"}",
                "{\"name\": \"a\\nb\"}",
                "{\"name\": \"x\", \"email\": \"nobody\"}",
                "{\"name\": \"x\", \"email\": \"a@b@c.example\"}",
                "{\"name\": \"x\", \"emails\": [null]}",
                "{\"name\": \"x\", \"organization\": 987654321}",
                "{\"name\": \"x\", \"language\": \"not a language\"}",
                "{\"name\": \"x\", \"time_zone\": \"Mars/Olympus\"}",
                "{\"name\": \"x\", \"version\": 7}",
                "{\"name\": \"x\", \"notes\": 7}"
            })
    void whatIsNoCustomerIsRefused(String body) {
        assertThat(mia.post("/api/customers", body)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "han & bro", "%", "_", "a@", "((", "😀", "*", "\\"})
    void anyInputIsASearch(String hostile) {
        var encoded = java.net.URLEncoder.encode(hostile, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(mia.get("/api/customers?search=" + encoded)).hasStatusOk();
    }

    private static String customer(String name, String address) {
        return "{\"name\": \"%s\", \"email\": \"%s\"}".formatted(name, address);
    }

    private static String first(org.springframework.test.web.servlet.assertj.MvcTestResult listing) {
        return text(listing).replaceAll("(?s).*?\"results\":\\[\\{\"id\":(\\d+).*", "$1");
    }
}
