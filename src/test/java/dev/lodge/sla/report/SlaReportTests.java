package dev.lodge.sla.report;

import static dev.lodge.Answers.text;
import static dev.lodge.sla.Metric.FIRST_RESPONSE;
import static dev.lodge.sla.Metric.NEXT_RESPONSE;
import static dev.lodge.sla.Metric.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.People;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.accounts.Role;
import dev.lodge.accounts.TicketScope;
import dev.lodge.sla.AttainmentGoals;
import dev.lodge.sla.Promises;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.Tickets;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LodgeTest
class SlaReportTests {

    private static final Period FIRST_WEEK = Period.chosen("2026-01-05", "2026-01-11", ZoneId.of("Europe/Stockholm"));
    private static final String ADDRESS = "/reports/sla?from=2026-01-05&to=2026-01-11";

    private static int desks;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Promises promises;

    @Autowired
    Tickets tickets;

    @Autowired
    Tallies tallies;

    @Autowired
    AttainmentGoals goals;

    @Autowired
    TenantDatabase database;

    @Autowired
    MockMvcTester http;

    Tenant acme;
    Tenant globex;
    Somebody mia;
    Somebody tom;
    Somebody nadia;
    long orders;
    long gold;

    /** Of Acme's three first answers two came in time; one ticket was not resolved in time. Globex kept one promise. */
    @BeforeEach
    void oneWeekAtTwoDesks() {
        String street = "kept-" + desks++;
        acme = cast.tenant(street + "-acme", "Acme");
        globex = cast.tenant(street + "-globex", "Globex");
        mia = people.somebody(acme, "Mia Lindqvist", Role.OWNER);
        tom = people.somebody(acme, "Tom Okafor", Role.AGENT);
        nadia = people.somebody(globex, "Nadia Rahimi", Role.OWNER);
        Tenants.run(acme, () -> {
            var week = decided(mia, "Acme");
            orders = week.team("=Orders");
            long kept = week.ticket(Priority.NORMAL, mia.id(), orders);
            long late = week.ticket(Priority.URGENT, tom.id(), orders);
            long stray = week.ticket(Priority.NORMAL, null, null);
            week.met(kept, FIRST_RESPONSE, "2026-01-05T10:00:00Z", 600);
            week.missed(late, FIRST_RESPONSE, "2026-01-06T11:00:00Z", "2026-01-06T12:00:00Z", 5400);
            week.met(stray, FIRST_RESPONSE, "2026-01-07T10:00:00Z", 1200);
            week.missed(stray, RESOLUTION, "2026-01-09T15:00:00Z", null, 3600);
            week.cancelled(kept, NEXT_RESPONSE, "2026-01-07T10:00:00Z");
            week.running(late, RESOLUTION);
            week.met(kept, RESOLUTION, "2026-01-12T09:00:00Z", 60);
        });
        Tenants.run(globex, () -> {
            var week = decided(nadia, "Globex");
            long kept = week.ticket(Priority.NORMAL, nadia.id(), week.team("Launches"));
            week.met(kept, FIRST_RESPONSE, "2026-01-05T10:00:00Z", 60);
        });
    }

    private Decided decided(Somebody owner, String desk) {
        gold = promises.make(desk).policy();
        return new Decided(database, tickets, caller(owner, Role.OWNER, TicketScope.ALL), gold);
    }

    @Test
    void eachTargetCountsOnceOnTheDayOnWhichItWasDecided() {
        var report = report(caller(mia, Role.OWNER, TicketScope.ALL), null);

        assertThat(report.of(FIRST_RESPONSE)).isEqualTo(new Score(2, 1, 3, 1200L));
        assertThat(report.of(RESOLUTION)).isEqualTo(new Score(0, 1, 1, null));
        assertThat(report.of(NEXT_RESPONSE).isEmpty()).isTrue();
        assertThat(report.all().tickets()).isEqualTo(3);
        assertThat(report.at(LocalDate.of(2026, 1, 6), FIRST_RESPONSE)).isEqualTo(new Score(0, 1, 1, 5400L));
        assertThat(report.at(LocalDate.of(2026, 1, 8)).isEmpty()).isTrue();
    }

    @Test
    void theSettingsCountByPolicyWhatTheReportCounts() {
        var caller = caller(mia, Role.OWNER, TicketScope.ALL);
        var report = report(caller, null);

        var scores = Tenants.in(acme, () -> tallies.byPolicy(caller, FIRST_WEEK));

        assertThat(scores.of(gold)).isEqualTo(report.all());
        assertThat(scores.of(gold, FIRST_RESPONSE, Priority.URGENT)).isEqualTo(new Score(0, 1, 1, 5400L));
        assertThat(scores.of(gold, FIRST_RESPONSE, Priority.NORMAL)).isEqualTo(new Score(2, 0, 2, 900L));
        assertThat(scores.of(gold, NEXT_RESPONSE, Priority.NORMAL).isEmpty()).isTrue();
        assertThat(scores.of(gold + 1).isEmpty()).isTrue();
    }

    @Test
    void theReportMeasuresByTheGoalOfTheDesk() {
        Tenants.run(
                acme,
                () -> goals.replace(
                        caller(mia, Role.OWNER, TicketScope.ALL),
                        new AttainmentGoals.NewAttainmentGoal(60),
                        version -> true));

        assertThat(page(acme, mia, "/reports/sla?from=2026-01-05&to=2026-01-11"))
                .contains("goal 60 %", "The goal is 60 %.");
        assertThat(page(globex, nadia, "/reports/sla?from=2026-01-05&to=2026-01-11"))
                .contains("goal 95 %", "The goal is 95 %.");
    }

    @Test
    void theSameIsToldByTeamAgentAndPriority() {
        var report = report(caller(mia, Role.OWNER, TicketScope.ALL), null);

        assertThat(report.teams())
                .extracting(
                        SlaReport.Line::name,
                        line -> line.all().tickets(),
                        line -> line.of(FIRST_RESPONSE).met())
                .containsExactly(tuple("=Orders", 2L, 1L), tuple(null, 1L, 1L));
        assertThat(report.agents())
                .extracting(SlaReport.Line::name, line -> line.all().missed())
                .containsExactly(tuple("Mia Lindqvist", 0L), tuple("Tom Okafor", 1L), tuple(null, 1L));
        assertThat(report.priorities())
                .extracting(
                        SlaReport.Line::name, line -> line.of(FIRST_RESPONSE).percent())
                .containsExactly(tuple("urgent", 0.0), tuple("normal", 100.0));
        assertThat(report.teams().getFirst().trend()).containsExactly(100.0, 0.0);
    }

    @Test
    void whatWasMissedStandsInTheHourInWhichItCameDueWhereTheReaderIs() {
        var hours = new BreachHours(
                report(caller(mia, Role.OWNER, TicketScope.ALL), null).missedByHour());

        assertThat(hours.byHour()).containsOnly(entry(24 + 12, 1L), entry(4 * 24 + 16, 1L));
        assertThat(hours.count(DayOfWeek.FRIDAY, 16)).isOne();
        assertThat(hours.days()).hasSize(5);
    }

    @Test
    void onlyTicketsInSightAreCounted() {
        var report = report(caller(tom, Role.AUDITOR, TicketScope.OWN), null);

        assertThat(report.all()).isEqualTo(new Score(0, 1, 1, 5400L));
        assertThat(report.teams()).extracting(SlaReport.Line::name).containsExactly("=Orders");
        assertThat(report.agents()).extracting(SlaReport.Line::name).containsExactly("Tom Okafor");
    }

    @Test
    void oneTeamCanBeLookedAtAlone() {
        assertThat(report(caller(mia, Role.OWNER, TicketScope.ALL), orders).all())
                .isEqualTo(new Score(1, 1, 2, 3000L));
    }

    @Test
    void theDeskNextDoorHasItsOwnNumbers() {
        assertThat(page(acme, mia, ADDRESS))
                .contains("66 in 100 first answers came in time", "=Orders", "nothing earlier to compare it with")
                .doesNotContain("Launches");
        assertThat(page(globex, nadia, ADDRESS))
                .contains("Every first answer came in time", "Launches")
                .doesNotContain("=Orders", "Tom Okafor");
        assertThat(get(globex, nadia, ADDRESS + "&team=" + (orders + 1000))).hasStatus(400);
    }

    @Test
    void theTableToTakeAwayHoldsTheSameAndNothingThatCalculates() {
        var csv = get(acme, mia, ADDRESS.replace("sla?", "sla.csv?"));

        assertThat(csv).hasStatusOk().hasHeader(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8");
        assertThat(csv.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"sla-2026-01-05-2026-01-11.csv\"");
        assertThat(text(csv))
                .startsWith("from,to,by,name,metric,met,missed,met_percent,median_seconds\r\n")
                .contains(
                        "2026-01-05,2026-01-11,all,,first_response,2,1,66.6,1200\r\n",
                        "2026-01-05,2026-01-11,day,2026-01-06,first_response,0,1,0.0,5400\r\n",
                        ",team,'=Orders,first_response,1,1,50.0,3000\r\n",
                        ",agent,Tom Okafor,first_response,0,1,0.0,5400\r\n",
                        ",priority,normal,resolution,0,1,0.0,\r\n");
    }

    @Test
    void agentsDoNotReadReportsAndAuditorsDo() {
        assertThat(get(acme, tom, ADDRESS)).hasStatus(403);
        assertThat(page(acme, mia, "/tickets")).contains("data-place=\"reports\"");
        assertThat(page(acme, tom, "/tickets")).doesNotContain("data-place=\"reports\"");
        assertThat(page(acme, people.somebody(acme, "Ulla Bergfeldt", Role.AUDITOR), ADDRESS))
                .contains("66 in 100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?period=fortnight",
                "?from=2026-02-30&to=2026-03-01",
                "?from=2026-03-02&to=2026-03-01",
                "?from=2026-03-02",
                "?team=x",
                "?team=999999"
            })
    void whatIsAskedWronglyIsNamed(String query) {
        for (var format : new String[] {"", ".csv"}) {
            var refused = get(acme, mia, "/reports/sla" + format + query);
            assertThat(refused).hasStatus(400);
            assertThat(text(refused)).contains("This report cannot be shown", "Show the last 12 weeks");
        }
    }

    @Test
    void aPeriodWithoutTargetsSaysSo() {
        assertThat(page(acme, mia, "/reports/sla?from=2025-01-05&to=2025-01-11"))
                .contains("Nothing to report yet", "from 5 January 2025 to 11 January 2025")
                .doesNotContain("l-figures");
    }

    private SlaReport report(Caller caller, @Nullable Long team) {
        return Tenants.in(
                acme,
                () -> new SlaReport(
                        FIRST_WEEK,
                        tallies.of(caller, FIRST_WEEK, team),
                        tallies.totals(caller, FIRST_WEEK.before(), team),
                        95));
    }

    private static Caller caller(Somebody somebody, Role role, TicketScope scope) {
        return new Caller(somebody.id(), role.code(), role, role.permissions(), scope, Set.of());
    }

    private MvcTestResult get(Tenant desk, Somebody who, String path) {
        return http.get()
                .uri(URI.create("http://" + desk.slug().value() + ".localhost" + path))
                .header(HttpHeaders.AUTHORIZATION, who.bearer())
                .exchange();
    }

    private String page(Tenant desk, Somebody who, String path) {
        var answer = get(desk, who, path);
        assertThat(answer).hasStatusOk();
        return text(answer);
    }
}
