package dev.lodge.sla;

import static dev.lodge.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.Role;
import dev.lodge.jobs.DueWork;
import dev.lodge.tickets.Api;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calendars, policies, levels of escalation and clocks over HTTP. */
@LodgeTest
class SlaApiTests {

    private static int desks;

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    DueWork work;

    @Autowired
    TurnedClock clock;

    private Desk desk;
    private Api acme;
    private Api globex;

    @BeforeEach
    void adminsAtBothDesks() {
        String street = "promises-" + desks++;
        desk = cast.deskOfAcme(cast.tenant(street + "-acme", "Acme"));
        var other = cast.deskOfGlobex(cast.tenant(street + "-globex", "Globex"));
        acme = new Api(http, street + "-acme", desk.bearer(Role.ADMIN));
        globex = new Api(http, street + "-globex", other.bearer(Role.ADMIN));
    }

    @Test
    void aCalendarComesBackAsItWasPosted() {
        var location = acme.create("/api/calendars/", calendar("Lisbon office"));

        assertThat(acme.get(location))
                .hasStatusOk()
                .hasHeader(HttpHeaders.ETAG, "\"1\"")
                .bodyJson()
                .isLenientlyEqualTo("""
                {"name": "Lisbon office", "time_zone": "Europe/Lisbon", "is_default": false,
                 "hours": {"monday": [["09:00", "12:00"], ["13:00", "17:30"]], "tuesday": [], "sunday": [["00:00", "24:00"]]},
                 "holidays": [{"date": "2026-12-25", "name": "Christmas", "every_year": true}], "version": 1}""");
        assertThat(globex.get(location)).hasStatus(404);
        assertThat(acme.patch(location, "{\"name\": \"Porto\"}", "If-Match", "\"9\""))
                .hasStatus(412);
        assertThat(acme.patch(location, "{\"name\": \"Porto\"}", "If-Match", "\"1\""))
                .hasStatusOk()
                .hasHeader(HttpHeaders.ETAG, "\"2\"");
        assertThat(acme.delete(location)).hasStatus(204);
        assertThat(acme.get(location)).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"hours": {"monday": [["09:00","12:00"],["11:00","17:30"]]}}   | hours.monday[1]
            {"hours": {"monday": [["24:00","24:00"]]}}                     | hours.monday[0]
            {"hours": {"monday": [["22:00","00:00"]]}}                     | hours.monday[0]
            {"hours": {"monday": [["22:00","06:00"]]}}                     | hours.monday[0]
            {"hours": {"monday": [["9:00","12:00"]]}}                      | hours.monday[0]
            {"hours": {"monday": [["09:00"]]}}                             | hours.monday[0]
            {"hours": {"monday": [null]}}                                  | hours.monday[0]
            {"hours": {"mon": []}}                                         | hours.mon
            {"hours": null}                                                | hours
            {"time_zone": "Europe/Atlantis"}                               | time_zone
            {"time_zone": null}                                            | time_zone
            {"name": " "}                                                  | name
            {"holidays": [{"date": "2026-02-30", "name": "x"}]}            | holidays[0].date
            {"holidays": [{"date": "2026-02-03"}]}                         | holidays[0].name
            {"holidays": [null]}                                           | holidays[0]
            {"hours": {}}                                                  | hours
            """)
    void whatACalendarCannotBeIsRefusedByTheNameOfItsField(String change, String field) {
        mustRefuse("/api/calendars/" + desk.promise().calendar(), change, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"targets": []}                                                                                               | targets
            {"targets": null}                                                                                             | targets
            {"targets": [{"metric": "resolution", "priority": "low", "seconds": 0, "time": "calendar"}]}                  | targets[0].seconds
            {"targets": [{"metric": "resolution", "priority": "low", "seconds": 3155760000, "time": "calendar"}]}         | targets[0].seconds
            {"targets": [{"metric": "resolution", "priority": "low", "seconds": 60}]}                                     | targets[0].time
            {"targets": [{"metric": "speed", "priority": "low", "seconds": 60, "time": "calendar"}]}                      | targets[0].metric
            {"targets": [{"metric": "resolution", "priority": "high", "seconds": 60, "time": "calendar"}]}                | targets[0].seconds
            {"targets": [null]}                                                                                           | targets[0]
            {"conditions": {"team": [955555]}}                                                                            | conditions.team[0]
            {"conditions": {"customer": [955555]}}                                                                        | conditions.customer[0]
            {"conditions": {"organization": [955555]}}                                                                    | conditions.organization[0]
            {"conditions": {"mood": ["bad"]}}                                                                             | conditions.mood
            {"pause_in": ["solved"]}                                                                                      | pause_in[0]
            {"calendar": 955555}                                                                                          | calendar
            {"position": 0}                                                                                               | position
            """)
    void whatAPolicyCannotSayIsRefusedByTheNameOfItsField(String change, String field) {
        mustRefuse("/api/sla-policies/" + desk.promise().policy(), change, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"offset_seconds": -28800}                                     | offset_seconds
            {"offset_seconds": 40000000}                                   | offset_seconds
            {"offset_seconds": null}                                       | offset_seconds
            {"metric": "periodic_update"}                                  | metric
            {"policy": 955555}                                             | policy
            {"actions": []}                                                | actions
            {"actions": [{"type": "shout"}]}                               | actions[0].type
            {"actions": [{"type": "notify"}]}                              | actions[0].to
            {"actions": [{"type": "notify", "to": ["everybody"]}]}         | actions[0].to[0]
            {"actions": [{"type": "notify", "addresses": ["nobody"]}]}     | actions[0].addresses[0]
            {"actions": [{"type": "notify", "agents": [955555]}]}          | actions[0].agents[0]
            {"actions": [{"type": "reassign"}]}                            | actions[0].agent
            {"actions": [{"type": "reassign", "agent": 955555}]}           | actions[0].agent
            {"actions": [{"type": "add_tag", "tag": "two words"}]}         | actions[0].tag
            """)
    void whatALevelCannotBeIsRefusedByTheNameOfItsField(String change, String field) {
        mustRefuse("/api/escalation-rules/" + desk.promise().rule(), change, field);
    }

    @Test
    void aTargetOnACalendarThatNeverOpensIsRefusedFromEitherSide() {
        var closed = acme.create("/api/calendars/", "{\"name\": \"Never\", \"time_zone\": \"UTC\", \"hours\": {}}");
        var body = policy("Hopeless", "business").replace("}]}", "}], \"calendar\": " + id(closed) + "}");

        var refused = acme.post("/api/sla-policies/", body);

        assertThat(refused).hasStatus(400).bodyText().contains("targets[0].time");
        assertThat(acme.post("/api/sla-policies/", body.replace("business", "calendar")))
                .hasStatus(201);
    }

    @Test
    void aCalendarInUseStaysAndSaysWhoUsesIt() {
        var refused = acme.delete("/api/calendars/" + desk.promise().calendar());

        assertThat(refused).hasStatus(409).bodyText().contains("Acme gold");
    }

    @Test
    void exactlyOneCalendarIsTheDefault() {
        var first = "/api/calendars/" + desk.promise().calendar();
        assertThat(acme.patch(first, "{\"is_default\": false}")).hasStatus(409);

        acme.create("/api/calendars/", calendar("Second").replace("false", "true"));

        assertThat(acme.get(first)).bodyJson().extractingPath("$.is_default").isEqualTo(false);
        assertThat(globex.get("/api/calendars/"))
                .bodyJson()
                .extractingPath("$.results[0].is_default")
                .isEqualTo(true);
    }

    @Test
    void holidaysComeFromAFileAndABrokenOneChangesNothing() {
        var calendar = "/api/calendars/" + desk.promise().calendar();
        int nextYear = clock.instant().atZone(ZoneOffset.UTC).getYear() + 1;
        var file = "BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nBEGIN:VEVENT\\r\\nDTSTART;VALUE=DATE:" + nextYear
                + "0106\\r\\n" + "SUMMARY:Epiphany\\r\\nEND:VEVENT\\r\\nEND:VCALENDAR\\r\\n";

        assertThat(acme.post(calendar + "/import-holidays/", "{\"ics\": \"nonsense\"}"))
                .hasStatus(400)
                .bodyText()
                .contains("ics");
        assertThat(acme.post(calendar + "/import-holidays/", "{\"ics\": \"" + file + "\"}"))
                .hasStatusOk();
        assertThat(acme.post(calendar + "/import-holidays/", "{\"ics\": \"" + file + "\"}"))
                .hasStatusOk();

        assertThat(acme.get(calendar))
                .bodyJson()
                .extractingPath("$.holidays[*].name")
                .asArray()
                .containsExactly("Christmas", "Epiphany");
        assertThat(acme.get("/api/sla-policies/" + desk.promise().policy()))
                .as("the policy follows")
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(2);
    }

    @Test
    void policiesAreMovedAndGapsClose() {
        var second = id(acme.create("/api/sla-policies/", policy("Second", "calendar")));
        var third = id(acme.create(
                "/api/sla-policies/", policy("Third", "calendar").replace("{\"name\"", "{\"position\": 1, \"name\"")));
        assertThat(names()).containsExactly("Third", "Acme gold", "Second");

        assertThat(acme.post("/api/sla-policies/reorder/", "{\"order\": [%s, %s]}".formatted(second, third)))
                .hasStatusOk();
        assertThat(names()).containsExactly("Second", "Third", "Acme gold");
        assertThat(acme.post("/api/sla-policies/reorder/", "{\"order\": [%s, %s]}".formatted(second, second)))
                .hasStatus(400);
        assertThat(acme.delete("/api/sla-policies/" + second)).hasStatus(204);
        assertThat(names()).containsExactly("Third", "Acme gold");
        assertThat(acme.post("/api/sla-policies/", policy("third", "calendar"))).hasStatus(409);
    }

    @Test
    void aTicketExplainsItsClocksInDataAndInASentence() {
        var ticket = "/api/tickets/" + desk.ticket();

        var clocks = acme.get(ticket + "/sla/");

        assertThat(clocks).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                [{"metric": "first_response", "policy_name": "Acme gold", "policy_version": 1, "target_seconds": 3600,
                  "time": "business", "calendar_name": "Acme office", "status": "met"},
                 {"metric": "resolution", "target_seconds": 28800, "time": "business", "status": "running",
                  "fulfilled_at": null, "breaks": []}]""");
        assertThat(clocks)
                .bodyJson()
                .extractingPath("$[1].explanation")
                .asString()
                .startsWith("Due ")
                .contains("because: created ", "target 8 h of business time", "calendar Acme office");
        assertThat(globex.get(ticket + "00/sla/")).hasStatus(404);
        assertThat(acme.get(ticket)).bodyJson().extractingPath("$.sla_status").isEqualTo("running");
        assertThat(acme.get("/api/tickets/?sla_status=running,breached"))
                .bodyJson()
                .extractingPath("$.count")
                .isEqualTo(1);
        assertThat(acme.get("/api/tickets/?sla_status=met"))
                .bodyJson()
                .extractingPath("$.count")
                .isEqualTo(0);
        assertThat(acme.get("/api/tickets/?sla_status=late")).hasStatus(400);
        assertThat(acme.get("/api/tickets/?due_before=2999-01-01T00:00:00Z"))
                .bodyJson()
                .extractingPath("$.count")
                .isEqualTo(1);
    }

    @Test
    void aDateSetByHandGoesBeforeTheClocksUntilItIsTakenBack() {
        var ticket = "/api/tickets/" + desk.ticket();
        var due = dueAt(ticket);

        acme.patch(ticket, "{\"due_at\": \"2031-05-06T07:08:09Z\"}");
        acme.patch(ticket, "{\"status\": \"pending\"}");
        assertThat(dueAt(ticket)).isEqualTo("2031-05-06T07:08:09Z");
        acme.patch(ticket, "{\"status\": \"open\"}");
        acme.patch(ticket, "{\"due_at\": null}");

        assertThat(dueAt(ticket)).isNotEqualTo("2031-05-06T07:08:09Z").isNotEqualTo("null");
        assertThat(due).isNotEqualTo("null");
    }

    @Test
    void aPreviewSaysWhatAnEditWouldDoAndChangesNothing() {
        var policy = "/api/sla-policies/" + desk.promise().policy();
        var before = acme.get("/api/tickets/" + desk.ticket() + "/sla/");
        var shorter = policy("Acme gold", "calendar").replace("7200", "1800");

        var preview = acme.post(policy + "/preview/", shorter);

        assertThat(preview).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"examined": 1, "complete": true, "tickets": 1, "gained": 0, "lost": 0, "due_earlier": 1, "due_later": 0}""");
        assertThat(json(acme.get("/api/tickets/" + desk.ticket() + "/sla/"))
                        .get(1)
                        .get("due_at"))
                .isEqualTo(json(before).get(1).get("due_at"));
        assertThat(acme.post(policy + "/preview/", "{\"name\": \"x\", \"targets\": []}"))
                .hasStatus(400);
        assertThat(acme.post("/api/sla-policies/955555/preview/", shorter)).hasStatus(404);

        assertThat(acme.put(policy, shorter)).hasStatusOk();
        work.run(desk.tenant());

        assertThat(dueAt("/api/tickets/" + desk.ticket()))
                .isEqualTo(json(preview).at("/examples/0/new_due_at").asString());
    }

    @Test
    void aNewPolicyIsTriedOnOpenTicketsBeforeItIsMade() {
        var first =
                policy("First", "calendar").replace("7200", "1800").replace("{\"name\"", "{\"position\": 1, \"name\"");

        var preview = acme.post("/api/sla-policies/preview/", first);

        assertThat(preview).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"examined": 1, "complete": true, "tickets": 1, "gained": 0, "lost": 0, "due_earlier": 1, "due_later": 0}""");
        assertThat(acme.post("/api/sla-policies/preview", policy("Last", "calendar")))
                .as("one that is asked last")
                .bodyJson()
                .extractingPath("$.tickets")
                .isEqualTo(0);
        assertThat(acme.post("/api/sla-policies/preview", policy("acme gold", "calendar")))
                .hasStatus(409);
        assertThat(names()).containsExactly("Acme gold");

        acme.create("/api/sla-policies/", first);
        work.run(desk.tenant());

        assertThat(dueAt("/api/tickets/" + desk.ticket()))
                .isEqualTo(json(preview).at("/examples/0/new_due_at").asString());
    }

    @Test
    void anEditOfACalendarIsTriedOnOpenTicketsAndSavesNothing() {
        var office = "/api/calendars/" + desk.promise().calendar();
        var mondays =
                "{\"name\": \"Acme office\", \"time_zone\": \"Europe/Berlin\", \"hours\": {\"monday\": [[\"09:00\", \"10:00\"]]}}";

        var preview = acme.post(office + "/preview/", mondays);

        assertThat(preview).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"examined": 1, "complete": true, "tickets": 1, "gained": 0, "lost": 0, "due_earlier": 0, "due_later": 1}""");
        assertThat(acme.get(office)).bodyJson().extractingPath("$.version").isEqualTo(1);
        assertThat(acme.post(office + "/preview", mondays.replace("monday", "mon")))
                .hasStatus(400);
        assertThat(acme.post(office + "/preview", mondays.replace("{\"name\"", "{\"is_default\": false, \"name\"")))
                .hasStatus(409);
        assertThat(acme.post("/api/calendars/955555/preview", mondays)).hasStatus(404);

        assertThat(acme.put(office, mondays)).hasStatusOk();
        work.run(desk.tenant());

        assertThat(dueAt("/api/tickets/" + desk.ticket()))
                .isEqualTo(json(preview).at("/examples/0/new_due_at").asString());
    }

    @Test
    void overdueTicketsAreListedOnceTheyAre() {
        assertThat(acme.get("/api/tickets/overdue/"))
                .bodyJson()
                .extractingPath("$.count")
                .isEqualTo(0);

        clock.advance(Duration.ofDays(8));
        work.run(desk.tenant());

        assertThat(acme.get("/api/tickets/overdue/"))
                .bodyJson()
                .extractingPath("$.count")
                .isEqualTo(1);
        assertThat(acme.get("/api/tickets/?sla_status=breached"))
                .bodyJson()
                .extractingPath("$.count")
                .isEqualTo(1);
    }

    @Test
    void aTargetIsMissedFromItsMomentOnWhetherOrNotAnybodyCameByAndWroteIt() {
        String ticket = "/api/tickets/" + desk.ticket();
        clock.advance(Duration.ofDays(8));

        assertThat(standing(ticket)).isEqualTo("breached");
        assertThat(withStanding("breached")).isEqualTo(1);
        assertThat(withStanding("running")).isZero();

        work.run(desk.tenant());

        assertThat(standing(ticket)).isEqualTo("breached");
        assertThat(withStanding("breached")).isEqualTo(1);
        assertThat(withStanding("running,paused,met")).isZero();
    }

    @Test
    void aDateSetByHandHidesNoMissedTarget() {
        String ticket = "/api/tickets/" + desk.ticket();
        assertThat(acme.patch(ticket, "{\"due_at\": \"2999-01-01T00:00:00Z\"}")).hasStatusOk();
        assertThat(standing(ticket)).isEqualTo("running");

        clock.advance(Duration.ofDays(8));
        work.run(desk.tenant());

        assertThat(standing(ticket)).isEqualTo("breached");
        assertThat(withStanding("breached")).isEqualTo(1);
        assertThat(withStanding("running")).isZero();

        assertThat(acme.patch(ticket, "{\"due_at\": null}")).hasStatusOk();

        assertThat(standing(ticket)).isEqualTo("breached");
        assertThat(withStanding("breached")).isEqualTo(1);
    }

    private String standing(String ticket) {
        return json(acme.get(ticket)).at("/sla_status").asString();
    }

    private int withStanding(String words) {
        return json(acme.get("/api/tickets/?sla_status=" + words)).at("/count").asInt();
    }

    @Test
    void agentsReadWhatIsPromisedAndChangeNothing() {
        var agent = new Api(http, desk.tenant().slug().value(), desk.bearer(Role.AGENT));

        assertThat(agent.get("/api/sla-policies/")).hasStatusOk();
        assertThat(agent.post("/api/sla-policies/", policy("Mine", "calendar"))).hasStatus(403);
        assertThat(agent.put("/api/closing-rule/", "{\"close_after_days\": 0}")).hasStatus(403);
        assertThat(acme.put("/api/closing-rule/", "{\"close_after_days\": 366}"))
                .hasStatus(400);
        assertThat(acme.put("/api/closing-rule/", "{\"close_after_days\": 0}")).hasStatusOk();
    }

    @Test
    void theGoalIsReadAndReplacedInTheVersionThatWasSeen() {
        var agent = new Api(http, desk.tenant().slug().value(), desk.bearer(Role.AGENT));

        assertThat(agent.get("/api/attainment-goal/"))
                .hasHeader(HttpHeaders.ETAG, "\"1\"")
                .bodyJson()
                .isLenientlyEqualTo("{\"percent\": 95, \"version\": 1}");
        assertThat(agent.put("/api/attainment-goal/", "{\"percent\": 90}")).hasStatus(403);
        assertThat(acme.put("/api/attainment-goal/", "{\"percent\": 0}")).hasStatus(400);
        assertThat(acme.put("/api/attainment-goal/", "{\"percent\": 101}")).hasStatus(400);
        assertThat(acme.put("/api/attainment-goal/", "{}")).hasStatus(400);
        assertThat(acme.put("/api/attainment-goal/", "{\"percent\": 100}")).hasStatusOk();
        assertThat(globex.get("/api/attainment-goal"))
                .bodyJson()
                .extractingPath("$.percent")
                .isEqualTo(95);
    }

    private void mustRefuse(String path, String change, String field) {
        var before = acme.get(path).getResponse().getHeader(HttpHeaders.ETAG);

        var refused = acme.patch(path, change);

        assertThat(refused).hasStatus(400);
        assertThat(json(refused).get("errors").findValuesAsString("field")).contains(field);
        assertThat(acme.get(path)).hasHeader(HttpHeaders.ETAG, before);
    }

    private java.util.List<String> names() {
        return json(acme.get("/api/sla-policies/")).get("results").findValuesAsString("name");
    }

    private String dueAt(String ticket) {
        return json(acme.get(ticket)).get("due_at").toString().replace("\"", "");
    }

    private static JsonNode json(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        return JsonMapper.shared().readTree(text(result));
    }

    private static String id(String location) {
        return location.replaceFirst(".*/(\\d+)/?$", "$1");
    }

    private static String calendar(String name) {
        return """
                {"name": "%s", "time_zone": "Europe/Lisbon", "is_default": false,
                 "hours": {"monday": [["09:00", "12:00"], ["13:00", "17:30"]], "tuesday": [], "sunday": [["00:00", "24:00"]]},
                 "holidays": [{"date": "2026-12-25", "name": "Christmas", "every_year": true}]}""".formatted(name);
    }

    private static String policy(String name, String time) {
        return """
                {"name": "%s", "targets": [{"metric": "resolution", "priority": "high", "seconds": 7200, "time": "%s"}]}""".formatted(name, time);
    }
}
