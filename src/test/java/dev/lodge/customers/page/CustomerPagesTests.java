package dev.lodge.customers.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.People;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.accounts.Role;
import dev.lodge.customers.CustomerDetails;
import dev.lodge.customers.Customers;
import dev.lodge.customers.NewCustomer;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Tickets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LodgeTest
@Import(People.class)
class CustomerPagesTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private Customers customers;

    @Autowired
    private Tickets tickets;

    @Autowired
    private TurnedClock clock;

    @Test
    void theListIsAWholePageAndForASwapOnlyItsRows() {
        var acme = cast.acme();
        var priya = people.somebody(acme, "Priya Raman", Role.AGENT);
        var hannah = customer(acme, "Hannah Brooks");

        assertThat(get(acme, priya, "/customers?search=" + hannah.email()))
                .hasStatusOk()
                .bodyText()
                .contains("<!doctype html>", "id=\"rail\"", "/customers/" + hannah.id());
        assertThat(get(acme, priya, "/customers?search=" + hannah.email())
                        .header("HX-Request", "true")
                        .header("HX-Target", "customers"))
                .bodyText()
                .startsWith("<div class=\"l-list\" id=\"customers\"")
                .doesNotContain("id=\"rail\"");
    }

    @Test
    void somebodyIsEnteredTogetherWithAnOrganisationThatIsNew() {
        var acme = cast.acme();
        var priya = people.somebody(acme, "Priya Raman", Role.AGENT);
        var name = "Nordvik Guides " + NUMBER.incrementAndGet();

        var entered = post(acme, priya, "/customers")
                .param("name", "Ingrid Solheim")
                .param("emails", "ingrid%d@nordvik.example\r\n\r\n".formatted(NUMBER.incrementAndGet()))
                .param("organization", name)
                .param("language", "nb")
                .param("time_zone", "Europe/Oslo")
                .exchange();

        assertThat(entered).hasStatus(303);
        assertThat(get(acme, priya, String.valueOf(entered.getResponse().getHeader(HttpHeaders.LOCATION))))
                .hasStatusOk()
                .bodyText()
                .contains("Ingrid Solheim", name, "Norwegian", "Europe/Oslo");
    }

    @Test
    void aFormThatDoesNotFitComesBackWithWhatIsWrongAndWhatWasTyped() {
        var acme = cast.acme();
        var priya = people.somebody(acme, "Priya Raman", Role.AGENT);

        assertThat(post(acme, priya, "/customers")
                        .param("name", " ")
                        .param("emails", "not an address")
                        .param("notes", "Called twice"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"name-error\"", "id=\"emails-error\"", "not an address", "Called twice");
    }

    @Test
    void anAddressThatSomebodyElseHasIsSaidAtTheAddresses() {
        var acme = cast.acme();
        var priya = people.somebody(acme, "Priya Raman", Role.AGENT);
        var hannah = customer(acme, "Hannah Brooks");

        assertThat(post(acme, priya, "/customers")
                        .param("name", "Hannah Again")
                        .param("emails", String.valueOf(hannah.email()).toUpperCase(java.util.Locale.ROOT)))
                .hasStatus(409)
                .bodyText()
                .contains("id=\"emails-error\"", "belongs to another customer");
    }

    @Test
    void anEditThatCrossesAnotherSaysSoAndKeepsWhatWasTyped() {
        var acme = cast.acme();
        var priya = people.somebody(acme, "Priya Raman", Role.AGENT);
        var hannah = customer(acme, "Hannah Brooks");
        var first = edit(acme, priya, hannah, hannah.version(), "First").exchange();

        assertThat(first).hasStatus(303);
        assertThat(edit(acme, priya, hannah, hannah.version(), "Second"))
                .hasStatus(412)
                .bodyText()
                .contains("Somebody else changed this customer", "value=\"Second\"");
        assertThat(get(acme, priya, "/customers/" + hannah.id()))
                .bodyText()
                .contains("First")
                .doesNotContain("Second");
    }

    @Test
    void anAuditorReadsAndIsOfferedNothingElse() {
        var acme = cast.acme();
        var ulla = people.somebody(acme, "Ulla Bergfeldt", Role.AUDITOR);
        var hannah = customer(acme, "Hannah Brooks");

        assertThat(get(acme, ulla, "/customers/" + hannah.id()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/edit", "/anonymize", "/delete", "/tickets/new");
        assertThat(edit(acme, ulla, hannah, hannah.version(), "Changed")).hasStatus(403);
        assertThat(post(acme, ulla, "/customers").param("name", "New")).hasStatus(403);
        assertThat(post(acme, ulla, "/customers/" + hannah.id() + "/anonymize")).hasStatus(403);
        assertThat(post(acme, ulla, "/customers/" + hannah.id() + "/delete").param("version", "1"))
                .hasStatus(403);
    }

    @Test
    void aCustomerOfAnotherTenantIsNothingHere() {
        var acme = cast.tenant("customers-acme", "Customers Acme");
        var globex = cast.tenant("customers-globex", "Customers Globex");
        var mia = people.somebody(acme, "Mia Lindqvist", Role.OWNER);
        var theirs = customer(globex, "Beatriz Alves");

        assertThat(get(acme, mia, "/customers/" + theirs.id())).hasStatus(404);
        assertThat(get(acme, mia, "/customers/" + theirs.id() + "/edit")).hasStatus(404);
        assertThat(edit(acme, mia, theirs, theirs.version(), "Mine")).hasStatus(404);
        assertThat(post(acme, mia, "/customers/" + theirs.id() + "/anonymize")).hasStatus(404);
        assertThat(get(acme, mia, "/customers")).bodyText().doesNotContain("Beatriz");
    }

    @Test
    void whoHasTicketsIsNotDeletedButCanBeForgotten() {
        var acme = cast.acme();
        var mia = people.somebody(acme, "Mia Lindqvist", Role.OWNER);
        var hannah = customer(acme, "Hannah Brooks");
        lodge(acme, hannah, "Tent pole snapped", mia);

        assertThat(post(acme, mia, "/customers/" + hannah.id() + "/delete")
                        .param("version", Long.toString(hannah.version())))
                .hasStatus(409)
                .bodyText()
                .contains("The customer has tickets, which stay", "Tent pole snapped");
        assertThat(post(acme, mia, "/customers/" + hannah.id() + "/anonymize")).hasStatus(303);
        assertThat(get(acme, mia, "/customers/" + hannah.id()))
                .bodyText()
                .contains("Anonymised customer", "Tent pole snapped")
                .doesNotContain("Hannah", String.valueOf(hannah.email()));
    }

    @Test
    void whoNeverAskedAnythingCanBeDeleted() {
        var acme = cast.acme();
        var mia = people.somebody(acme, "Mia Lindqvist", Role.OWNER);
        var hannah = customer(acme, "Hannah Brooks");

        assertThat(get(acme, mia, "/customers/" + hannah.id())).bodyText().contains("Delete Hannah Brooks");
        assertThat(post(acme, mia, "/customers/" + hannah.id() + "/delete")
                        .param("version", Long.toString(hannah.version())))
                .hasStatus(303);
        assertThat(get(acme, mia, "/customers/" + hannah.id())).hasStatus(404);
    }

    @Test
    void whatWasWrittenOutsideIsTextAndNothingElse() {
        var acme = cast.acme();
        var priya = people.somebody(acme, "Priya Raman", Role.AGENT);
        var evil = "\"'><script>alert(1)</script>";
        var entered = post(acme, priya, "/customers")
                .param("name", evil)
                .param("organization", evil)
                .param("notes", evil)
                .exchange();
        var address = String.valueOf(entered.getResponse().getHeader(HttpHeaders.LOCATION));

        for (String page : List.of(address, address + "/edit", "/customers?ordering=-created_at")) {
            assertThat(get(acme, priya, page))
                    .hasStatusOk()
                    .bodyText()
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>");
        }
        assertThat(get(acme, priya, "/customers?search={evil}", evil))
                .bodyText()
                .doesNotContain("<script>");
    }

    @Test
    void whoSeesOnlyTheirOwnTicketsSeesNoOthersOfACustomer() {
        var desk = cast.tenant("customers-own", "Customers own");
        people.seeOnlyTheirOwn(desk, Role.AGENT);
        var priya = people.somebody(desk, "Priya Raman", Role.AGENT);
        var tom = people.somebody(desk, "Tom Okafor", Role.AGENT);
        var hannah = customer(desk, "Hannah Brooks");
        lodge(desk, hannah, "Hers", priya);
        lodge(desk, hannah, "His", tom);

        assertThat(get(desk, priya, "/customers/" + hannah.id()))
                .bodyText()
                .contains("1 ticket", "Hers")
                .doesNotContain("2 tickets", ">His<");
        assertThat(get(desk, priya, "/customers")).bodyText().contains("<td class=\"l-r\">1</td>");
    }

    @Test
    void aFilterThatIsNotKnownIsNamedOnAPageWithAWayOut() {
        var priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);

        assertThat(get(cast.acme(), priya, "/customers?colour=red"))
                .hasStatus(400)
                .bodyText()
                .contains("colour", "href=\"/customers\"");
    }

    private CustomerDetails customer(Tenant tenant, String name) {
        var email = "%s.%d@example.test"
                .formatted(name.split(" ")[0].toLowerCase(java.util.Locale.ROOT), NUMBER.incrementAndGet());
        return Tenants.in(
                tenant,
                () -> customers.enter(new NewCustomer(name, email, null, null, null, null, null), clock.instant()));
    }

    private void lodge(Tenant tenant, CustomerDetails customer, String subject, Somebody assignee) {
        var request =
                new NewTicket(subject, "As it says.", null, customer.id(), null, assignee.id(), null, List.of(), null);
        Tenants.run(tenant, () -> tickets.receive(request, Channel.WEB));
    }

    private MockMvcTester.MockMvcRequestBuilder edit(
            Tenant tenant, Somebody who, CustomerDetails customer, long version, String name) {
        return post(tenant, who, "/customers/" + customer.id())
                .param("name", name)
                .param("emails", String.valueOf(customer.email()))
                .param("version", Long.toString(version));
    }

    private MockMvcTester.MockMvcRequestBuilder get(Tenant tenant, Somebody who, String path, Object... values) {
        return http.get().uri(address(tenant, path), values).header(HttpHeaders.AUTHORIZATION, who.bearer());
    }

    private MockMvcTester.MockMvcRequestBuilder post(Tenant tenant, Somebody who, String path) {
        return http.post().uri(address(tenant, path)).header(HttpHeaders.AUTHORIZATION, who.bearer());
    }

    private static String address(Tenant tenant, String path) {
        return "http://" + tenant.slug().value() + ".localhost" + path;
    }
}
