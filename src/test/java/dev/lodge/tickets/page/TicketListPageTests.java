package dev.lodge.tickets.page;

import static dev.lodge.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.People;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.accounts.Role;
import dev.lodge.customers.Customers;
import dev.lodge.customers.NewCustomer;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketDetails;
import dev.lodge.tickets.Tickets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LodgeTest
@Import(People.class)
class TicketListPageTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Customers customers;

    @Autowired
    private TurnedClock clock;

    @Test
    void theListIsAWholePageAndForASwapOnlyItsRows() {
        var desk = cast.tenant("list-page", "List page");
        var priya = people.somebody(desk, "Priya Raman", Role.AGENT);
        lodge(desk, "Tent pole snapped", null);

        assertThat(page(desk, priya, "/tickets")).contains("<!doctype html>", "id=\"rail\"", "Tent pole snapped");
        var swapped = http.get()
                .uri(address(desk, "/tickets?ordering=-created_at"))
                .header(HttpHeaders.AUTHORIZATION, priya.bearer())
                .header("HX-Request", "true")
                .header("HX-Target", "tickets");
        assertThat(swapped)
                .hasStatusOk()
                .bodyText()
                .startsWith("<div class=\"l-tickets\" id=\"tickets\"")
                .contains("Tent pole snapped")
                .doesNotContain("id=\"rail\"");
    }

    @Test
    void ticketsStandUnderTheTimeThatIsLeft() {
        var desk = cast.tenant("list-groups", "List groups");
        var priya = people.somebody(desk, "Priya Raman", Role.AGENT);
        lodge(desk, "Nobody waits", null);
        lodge(desk, "Next week", clock.instant().plus(Duration.ofDays(7)));
        lodge(desk, "In an hour", clock.instant().plus(Duration.ofHours(1)));
        lodge(desk, "Yesterday", clock.instant().minus(Duration.ofDays(1)));

        assertThat(page(desk, priya, "/tickets"))
                .containsSubsequence(
                        "Overdue<span>1 ticket", "Yesterday",
                        "Due in the next two hours<span>1 ticket", "In an hour",
                        "Later<span>1 ticket", "Next week",
                        "No due date<span>1 ticket", "Nobody waits");
        assertThat(page(desk, priya, "/tickets?ordering=-created_at")).doesNotContain("No due date<span>");
    }

    @Test
    void whatWasWrittenOutsideIsTextAndNothingElse() {
        var desk = cast.tenant("list-inert", "List inert");
        var priya = people.somebody(desk, "Priya <script>alert(0)</script>", Role.AGENT);
        var evil = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
        Tenants.run(desk, () -> {
            var customer = customers.enter(
                    new NewCustomer(evil, "evil@example.test", null, null, null, null, null), clock.instant());
            tickets.receive(
                    new NewTicket(
                            evil,
                            evil,
                            Priority.URGENT,
                            customer.id(),
                            null,
                            priya.id(),
                            null,
                            List.of("<script>"),
                            null),
                    Channel.WEB);
        });

        var page = page(desk, priya, "/tickets?assignee=me&tag=%3Cscript%3E&search=%22%3E%3Cscript%3E");
        assertThat(page).doesNotContain("<script>", "<img src=x");
        assertThat(page(desk, priya, "/tickets"))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>", "<img src=x");
    }

    @Test
    void whoSeesOnlyTheirOwnTicketsFindsNoOthersInListOrNumbers() {
        var desk = cast.tenant("list-own", "List own");
        people.seeOnlyTheirOwn(desk, Role.AGENT);
        var priya = people.somebody(desk, "Priya Raman", Role.AGENT);
        var tom = people.somebody(desk, "Tom Okafor", Role.AGENT);
        lodge(desk, "Hers", clock.instant().minusSeconds(60), priya);
        lodge(desk, "His", clock.instant().minusSeconds(60), tom);

        var page = page(desk, priya, "/tickets");
        assertThat(page).contains("Hers", "Overdue<span>1 ticket").doesNotContain("His<");
        assertThat(numberBeside("all_open", page)).isEqualTo("1");
        assertThat(numberBeside("overdue", page)).isEqualTo("1");
        assertThat(page(desk, priya, "/tickets?assignee=" + tom.id())).doesNotContain("His<");
    }

    @Test
    void ticketsOfAnotherTenantAreNotInTheList() {
        var acme = cast.tenant("list-acme", "List Acme");
        var globex = cast.tenant("list-globex", "List Globex");
        var mia = people.somebody(acme, "Mia Lindqvist", Role.OWNER);
        lodge(acme, "Ours", null);
        lodge(globex, "Theirs", null);

        assertThat(page(acme, mia, "/tickets?status=any")).contains("Ours").doesNotContain("Theirs");
    }

    @Test
    void aFilterThatIsNotKnownIsNamedOnAPageWithAWayOut() {
        var priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);

        assertThat(get(cast.acme(), priya, "/tickets?colour=red&status=lost"))
                .hasStatus(400)
                .bodyText()
                .contains("colour", "href=\"/tickets\"")
                .doesNotContain("lost");
        assertThat(get(cast.acme(), priya, "/tickets?status=lost"))
                .hasStatus(400)
                .bodyText()
                .contains("status");
    }

    @Test
    void boxesTickedInTheFormBecomeAnAddressThatSaysTheSame() {
        var priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);

        assertThat(get(cast.acme(), priya, "/tickets/filter?status=new&status=open&assignee=me&team=&tag="))
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/tickets?status=new,open&assignee=me");
    }

    @Test
    void aSelectionIsChangedTogether() {
        var desk = cast.tenant("list-bulk", "List bulk");
        var priya = people.somebody(desk, "Priya Raman", Role.AGENT);
        var one = lodge(desk, "One", null, priya);
        var two = lodge(desk, "Two", null, priya);

        assertThat(bulk(desk, priya, "status", "pending", one, two))
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/tickets?assignee=me");
        assertThat(page(desk, priya, "/tickets?status=pending")).contains("One", "Two");
    }

    @Test
    void whatRefusesIsNamedAndTheOthersChange() {
        var desk = cast.tenant("list-refused", "List refused");
        var priya = people.somebody(desk, "Priya Raman", Role.AGENT);
        var stale = lodge(desk, "Stale", null, priya);
        var fresh = lodge(desk, "Fresh", null, priya);
        bulk(desk, priya, "priority", "high", stale).exchange();

        assertThat(bulk(desk, priya, "status", "solved", stale, fresh))
                .hasStatusOk()
                .bodyText()
                .contains("1 of 2 tickets changed", "1 ticket is solved", "/tickets/" + stale.id())
                .contains("changed it after this list was shown");
        assertThat(page(desk, priya, "/tickets?status=solved"))
                .contains("Fresh")
                .doesNotContain("Stale");
    }

    @Test
    void aNumberOfAnotherTenantIsNothingHere() {
        var acme = cast.tenant("list-bulk-acme", "List bulk Acme");
        var globex = cast.tenant("list-bulk-globex", "List bulk Globex");
        var mia = people.somebody(acme, "Mia Lindqvist", Role.OWNER);
        lodge(globex, "First", null);
        var theirs = lodge(globex, "Theirs", null);

        assertThat(bulk(acme, mia, "status", "solved", theirs))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing changed")
                .doesNotContain("Theirs");
        assertThat(page(globex, people.somebody(globex, "Sofia Marek", Role.AGENT), "/tickets"))
                .contains("Theirs");
    }

    @Test
    void tagsAreAddedToThoseThatThereAre() {
        var desk = cast.tenant("list-tags", "List tags");
        var priya = people.somebody(desk, "Priya Raman", Role.AGENT);
        var ticket = lodge(desk, "Tagged", null, priya);

        bulk(desk, priya, "tags", "add", ticket).param("tag", "Warranty").exchange();

        assertThat(page(desk, priya, "/tickets?tag=warranty")).contains("Tagged", ">warranty<", ">b2b<");
    }

    @Test
    void anAuditorSelectsNothingAndChangesNothing() {
        var desk = cast.tenant("list-auditor", "List auditor");
        var ulla = people.somebody(desk, "Ulla Bergfeldt", Role.AUDITOR);
        var ticket = lodge(desk, "Untouched", null);

        assertThat(page(desk, ulla, "/tickets"))
                .contains("Untouched")
                .doesNotContain("name=\"ticket\"", "/tickets/new");
        assertThat(bulk(desk, ulla, "status", "open", ticket)).hasStatus(403);
        assertThat(page(desk, ulla, "/tickets?status=new")).contains("Untouched");
    }

    @Test
    void whereNothingIsOverdueTheNextOneDueIsNamed() {
        var desk = cast.tenant("list-empty", "List empty");
        var priya = people.somebody(desk, "Priya Raman", Role.AGENT);
        assertThat(page(desk, priya, "/tickets")).contains("No tickets yet");
        lodge(desk, "Pole before Friday", clock.instant().plus(Duration.ofMinutes(24)));

        assertThat(page(desk, priya, "/tickets?overdue=true")).contains("Nothing is overdue", "Pole before Friday");
        assertThat(page(desk, priya, "/tickets?assignee=me")).contains("Nothing is assigned to you");
        assertThat(page(desk, priya, "/tickets?team=mine")).contains("You are in no team");
        assertThat(page(desk, priya, "/tickets?tag=none")).contains("No ticket fits these filters");
        assertThat(page(desk, priya, "/tickets?search=zebra")).contains("Nothing found for “zebra”");
        assertThat(page(desk, priya, "/tickets?page=3")).contains("The list ends before this page");
    }

    @Test
    void twentyFiveRowsStayUnderSixtyThousandBytes() {
        var desk = cast.tenant("list-size", "List size");
        var priya = people.somebody(desk, "Priya Raman", Role.AGENT);
        for (int i = 0; i < 30; i++) {
            lodge(desk, "Two of twelve quilts arrived with torn baffles, carton " + i, clock.instant(), priya);
        }

        var page = page(desk, priya, "/tickets");
        assertThat(page).contains("1–25 of 30", "25 of 30 tickets");
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
    }

    private TicketDetails lodge(Tenant desk, String subject, @Nullable Instant due) {
        return lodge(desk, subject, due, null);
    }

    private TicketDetails lodge(Tenant desk, String subject, @Nullable Instant due, @Nullable Somebody assignee) {
        var request = new NewTicket(
                subject,
                "Carton 3 looks as if it was opened on the way.",
                null,
                null,
                "beatriz@trailhead.example",
                assignee == null ? null : assignee.id(),
                null,
                List.of("b2b"),
                due);
        return Tenants.in(desk, () -> tickets.receive(request, Channel.WEB));
    }

    private MockMvcTester.MockMvcRequestBuilder bulk(
            Tenant desk, Somebody who, String change, String to, TicketDetails... picked) {
        var request = http.post()
                .uri(address(desk, "/tickets/bulk"))
                .header(HttpHeaders.AUTHORIZATION, who.bearer())
                .param(change, to)
                .param("back", "/tickets?assignee=me");
        for (var ticket : picked) {
            request = request.param("ticket", ticket.id() + ":" + ticket.version());
        }
        return request;
    }

    private MockMvcTester.MockMvcRequestBuilder get(Tenant desk, Somebody who, String path) {
        return http.get().uri(URI.create(address(desk, path))).header(HttpHeaders.AUTHORIZATION, who.bearer());
    }

    private String page(Tenant desk, Somebody who, String path) {
        var answer = get(desk, who, path).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String address(Tenant desk, String path) {
        return "http://" + desk.slug().value() + ".localhost" + path;
    }

    private static String numberBeside(String place, String page) {
        var found = Pattern.compile("data-place=\"" + place + "\".*?<span class=\"l-count[^>]*>([^<]*)<")
                .matcher(page);
        return found.find() ? found.group(1) : "none";
    }
}
