package dev.lodge.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Tickets over HTTP. */
@LodgeTest
@Import(People.class)
class TicketApiTests {

    private static final String POLE = """
            {"subject": "Tent pole snapped", "description": "On the **first** night."}""";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    private Api priya;

    private Api globex;

    @BeforeEach
    void somebodyAtEachDesk() {
        priya = as("Priya Raman", Role.AGENT);
        globex = new Api(
                http,
                "globex",
                people.somebody(cast.globex(), "Beth Keller", Role.OWNER).bearer());
    }

    @Test
    void aTicketIsMadeAndReadBackWhereTheAnswerSays() {
        var made = priya.post("/api/tickets/", """
                {"subject": " Tent pole snapped ", "description": "On the **first** night.", "priority": "urgent",
                 "customer_email": "Erik@Ridgeline.example", "tags": ["Warranty", "fjell-3"],
                 "due_at": "2026-03-10T15:30:00+01:00"}""");

        assertThat(made).hasStatus(201).hasHeader(HttpHeaders.ETAG, "\"1\"");
        var location = String.valueOf(made.getResponse().getHeader(HttpHeaders.LOCATION));
        assertThat(priya.get(location)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"subject": "Tent pole snapped", "status": "new", "priority": "urgent", "channel": "api",
                 "assignee": null, "team": null, "tags": ["warranty", "fjell-3"],
                 "customer": {"name": "Erik@Ridgeline.example"}, "due_at": "2026-03-10T14:30:00Z",
                 "first_responded_at": null, "solved_at": null, "closed_at": null, "version": 1}""");
        assertThat(priya.get(location.replaceFirst("/$", ""))).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "{\"subject\": \"x\"}",
                "{\"subject\": \"x\", \"description\": 7}",
                "{\"subject\": 7, \"description\": \"x\"}",
                "{\"subject\": \"\", \"description\": \"x\"}",
                "{\"subject\": \"two\\nlines\", \"description\": \"x\"}",
                "{\"subject\": \"x\", \"description\": \"nul \\u0000\"}",
                "{\"subject\": \"\\ud800\", \"description\": \"x\"}",
                "{\"subject\": \"x\", \"description\": \"x\", \"priority\": \"huge\"}",
                "{\"subject\": \"x\", \"description\": \"x\", \"priority\": 1}",
                "{\"subject\": \"x\", \"description\": \"x\", \"customer\": 99999999999999999999}",
                "{\"subject\": \"x\", \"description\": \"x\", \"customer\": 1.5}",
                "{\"subject\": \"x\", \"description\": \"x\", \"customer\": 987654321}",
                "{\"subject\": \"x\", \"description\": \"x\", \"assignee\": -1}",
                "{\"subject\": \"x\", \"description\": \"x\", \"team\": 987654321}",
                "{\"subject\": \"x\", \"description\": \"x\", \"customer_email\": \"nobody\"}",
                "{\"subject\": \"x\", \"description\": \"x\", \"customer\": 1, \"customer_email\": \"a@b.example\"}",
                "{\"subject\": \"x\", \"description\": \"x\", \"tags\": [\"two words\"]}",
                "{\"subject\": \"x\", \"description\": \"x\", \"tags\": [null]}",
                "{\"subject\": \"x\", \"description\": \"x\", \"tags\": \"one\"}",
                "{\"subject\": \"x\", \"description\": \"x\", \"due_at\": \"tomorrow\"}",
                "{\"subject\": \"x\", \"description\": \"x\", \"due_at\": 7}",
                "{\"subject\": \"x\", \"description\": \"x\", \"number\": 7}",
                "{\"subject\": \"x\", \"description\": \"x\", \"status\": \"closed\"}",
                "{\"subject\": \"x\", \"description\": \"x\", \"created_at\": \"2020-01-01T00:00:00Z\"}"
            })
    void whatIsNoTicketIsRefused(String body) {
        assertThat(priya.post("/api/tickets", body)).hasStatus(400).hasContentType("application/problem+json");
    }

    @Test
    void eachWrongFieldIsNamed() {
        var refused = priya.post("/api/tickets", "{\"subject\": \"" + "x".repeat(201) + "\", \"tags\": [\"a,b\"]}");

        assertThat(refused)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly("subject", "description", "tags");
    }

    @Test
    void anotherTenantsIdsAreAsUnknownAsAnyOther() {
        var theirs = globex.create("/api/customers", "{\"name\": \"Paavo Virtanen\"}");
        var customer = theirs.replaceAll("\\D", "");
        for (int i = 0; i < 3; i++) {
            globex.create("/api/tickets", POLE);
        }
        var theirTicket = globex.create("/api/tickets", POLE);
        String mine = priya.create("/api/tickets", POLE);

        var tryIt = priya.patch(mine, "{\"customer\": " + customer + "999}");

        assertThat(tryIt)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("customer");
        assertThat(priya.get("/api/tickets/987654321")).hasStatus(404);
        assertThat(new Api(http, "acme", globex.bearer()).get(theirTicket)).hasStatus(401);
    }

    @Test
    void aStaleIfMatchIs412AndChangesNothing() {
        var ticket = priya.create("/api/tickets", POLE);
        assertThat(priya.patch(ticket, "{\"priority\": \"high\"}", "If-Match", "\"1\""))
                .hasStatusOk()
                .hasHeader(HttpHeaders.ETAG, "\"2\"");

        assertThat(priya.patch(ticket, "{\"priority\": \"low\"}", "If-Match", "\"1\""))
                .hasStatus(412);

        assertThat(priya.get(ticket)).bodyJson().extractingPath("$.priority").isEqualTo("high");
    }

    @Test
    void putWantsEveryFieldAndPatchThoseThatChange() {
        var ticket = priya.create("/api/tickets", POLE);

        assertThat(priya.put(ticket, "{\"subject\": \"Pole\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .contains("description", "priority", "customer", "assignee", "team", "tags", "due_at");
        assertThat(priya.put(ticket, """
                        {"subject": "Pole", "description": "d", "priority": "low", "customer": null, "assignee": null,
                         "team": null, "tags": [], "due_at": null}"""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.subject")
                .isEqualTo("Pole");
        assertThat(priya.patch(ticket, "{\"priority\": null}")).hasStatus(400);
    }

    @Test
    void anIllegalTransitionIs409AndNamesTheAllowedOnes() {
        var ticket = priya.create("/api/tickets", POLE);

        assertThat(priya.post(ticket + "change_status/", "{\"status\": \"closed\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.allowed")
                .isEqualTo(List.of("open", "pending", "on_hold", "solved"));
        assertThat(priya.post(ticket + "change_status", "{\"status\": \"gone\"}"))
                .hasStatus(400);
        assertThat(priya.post(ticket + "change_status", "{\"status\": \"solved\"}"))
                .hasStatusOk();
        assertThat(priya.post(ticket + "change_status", "{\"status\": \"solved\"}"))
                .hasStatusOk();
    }

    @Test
    void forcingClosedNeedsTheManagersPermissionAndAReason() {
        var karin = as("Karin Holm", Role.MANAGER);
        var ticket = priya.create("/api/tickets", POLE);

        assertThat(priya.post(ticket + "force_close", "{\"reason\": \"Spam\"}")).hasStatus(403);
        assertThat(karin.post(ticket + "force_close", "{}")).hasStatus(400);
        assertThat(karin.post(ticket + "force_close", "{\"reason\": \"Spam\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("closed");
    }

    @Test
    void aLightAgentWritesNotesAndNothingElse() {
        var elin = as("Elin Berg", Role.LIGHT_AGENT);
        var ticket = priya.create("/api/tickets", POLE);

        assertThat(elin.post(ticket + "messages", "{\"body\": \"Batch 24-11B\", \"visibility\": \"internal\"}"))
                .hasStatus(201);
        assertThat(elin.post(ticket + "messages", "{\"body\": \"Hello\"}")).hasStatus(403);
        assertThat(elin.patch(ticket, "{\"priority\": \"low\"}")).hasStatus(403);
        assertThat(elin.post("/api/tickets", POLE)).hasStatus(403);
        assertThat(elin.post(ticket + "assign", "{\"assignee\": null}")).hasStatus(403);
    }

    @Test
    void anAuditorReadsAndNothingElse() {
        var ulla = as("Ulla Ek", Role.AUDITOR);
        var ticket = priya.create("/api/tickets", POLE);

        assertThat(ulla.get(ticket)).hasStatusOk();
        assertThat(ulla.get(ticket + "events")).hasStatusOk();
        assertThat(ulla.post(ticket + "messages", "{\"body\": \"x\", \"visibility\": \"internal\"}"))
                .hasStatus(403);
    }

    @Test
    void theConversationAndTheLedgerAreListed() {
        var ticket = priya.create("/api/tickets", POLE);
        priya.post(ticket + "messages", "{\"body\": \"Hi Hannah\"}");
        priya.post(ticket + "messages", "{\"body\": \"Look\", \"visibility\": \"internal\", \"status\": \"pending\"}");

        assertThat(priya.get(ticket + "messages/")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"count": 2, "next": null, "previous": null, "results": [
                 {"body": "Hi Hannah", "visibility": "public", "author": {"kind": "agent", "name": "Priya Raman"}},
                 {"body": "Look", "visibility": "internal"}]}""");
        assertThat(priya.get(ticket + "events/"))
                .bodyJson()
                .extractingPath("$.results[*].type")
                .isEqualTo(List.of("opened", "replied", "status_changed", "noted", "status_changed"));
        assertThat(priya.get(ticket + "events/?ordering=-created_at&page_size=1"))
                .bodyJson()
                .extractingPath("$.results[0].data")
                .isEqualTo(java.util.Map.of("from", "open", "to", "pending"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=99999999999",
                "page=1e3",
                "page=1&page=2",
                "page_size=0",
                "page_size=101",
                "page_size=ten",
                "ordering=subject",
                "ordering=-",
                "ordering=--created_at",
                "ordering=created_at,number",
                "ordering=id;drop+table",
                "status=gone",
                "status=",
                "status=new,,open",
                "status=NEW",
                "priority=5",
                "assignee=you",
                "assignee=-1",
                "assignee=99999999999999999999",
                "team=none,1",
                "customer=me",
                "overdue=1",
                "created_after=yesterday",
                "created_before=2026-03-10",
                "created_after=%2B999999999-01-01T00:00:00Z",
                "colour=red",
                "assignee__gt=1",
                "status[]=new",
                "search=%00",
                "tag=%ff"
            })
    void aQueryThatIsNotUnderstoodIsRefused(String query) {
        assertThat(priya.get("/api/tickets/?" + query)).hasStatus(400).hasContentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=new,open&priority=low,urgent",
                "assignee=me",
                "assignee=none&team=none",
                "team=mine",
                "overdue=true",
                "overdue=false",
                "created_after=2026-01-01T00:00:00Z&created_before=2027-01-01T00:00:00%2B01:00",
                "tag=Warranty",
                "search=pole&ordering=-due_at&page_size=100",
                "page=101&page_size=99"
            })
    void aQueryThatIsUnderstoodIsAnswered(String query) {
        assertThat(priya.get("/api/tickets/?" + query)).hasStatusOk();
    }

    @Test
    void whatIsOverdueIsListedUntilItIsSolved() {
        var ticket = priya.create("/api/tickets", """
                {"subject": "Late", "description": "x", "due_at": "2026-01-01T00:00:00Z"}""");
        var id = Integer.valueOf(ticket.replaceAll("\\D", ""));

        assertThat(priya.get("/api/tickets/overdue/"))
                .bodyJson()
                .extractingPath("$.results[*].id")
                .asArray()
                .contains(id);
        priya.post(ticket + "change_status", "{\"status\": \"solved\"}");
        assertThat(priya.get("/api/tickets/overdue"))
                .bodyJson()
                .extractingPath("$.results[*].id")
                .asArray()
                .doesNotContain(id);
    }

    private Api as(String name, Role role) {
        return new Api(http, "acme", people.somebody(cast.acme(), name, role).bearer());
    }
}
