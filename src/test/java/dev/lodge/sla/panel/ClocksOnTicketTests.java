package dev.lodge.sla.panel;

import static dev.lodge.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.jobs.DueWork;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Tickets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What pages of tickets say about their clocks. */
@LodgeTest
class ClocksOnTicketTests {

    private static int desks;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    DueWork work;

    @Autowired
    TurnedClock clock;

    @Autowired
    MockMvcTester http;

    Desk acme;
    Desk globex;

    @BeforeEach
    void twoDesksWithTheirOwnPromises() {
        String street = "clocks-" + desks++;
        acme = cast.deskOfAcme(cast.tenant(street + "-acme", "Acme"));
        globex = cast.deskOfGlobex(cast.tenant(street + "-globex", "Globex"));
    }

    @Test
    void eachClockSaysHowItStandsAndWhyItIsDueThen() {
        assertThat(page(acme, Role.AGENT, "/tickets/" + acme.ticket()))
                .contains("Acme gold, v1", "First response", "Met", "Resolution", "l-bar", "because: created")
                .containsPattern(
                        "<time class=\"l-sla[^>]*datetime=\"[^\"]+Z\" title=\"Due [^\"]+ 20\\d\\d, \\d\\d:\\d\\d\"")
                .doesNotContain("Globex gold");
        assertThat(page(globex, Role.AGENT, "/tickets/" + globex.ticket()))
                .contains("Globex gold, v1")
                .doesNotContain("Acme gold");
    }

    @Test
    void theMomentInTheSentenceCarriesItsExactDate() {
        assertThat(page(acme, Role.AGENT, "/tickets/" + acme.ticket()))
                .containsPattern(
                        "<p>Due <b><time datetime=\"[^\"]+Z\" title=\"[^\"]+ 20\\d\\d, \\d\\d:\\d\\d\">[^<]+</time></b>"
                                + " because: created ");
    }

    @Test
    void thePillNamesTheTargetItTellsOf() {
        var named = "title=\"Resolution due ";
        var read = "<span class=\"visually-hidden\">Resolution: </span>";
        assertThat(page(acme, Role.AGENT, "/tickets")).contains(named, read);
        assertThat(page(acme, Role.AGENT, "/tickets/" + acme.ticket())).contains(named, read);

        Tenants.run(
                acme.tenant(),
                () -> tickets.changeStatus(
                        acme.caller(Role.OWNER), acme.ticket(), TicketStatus.PENDING, version -> true));
        assertThat(page(acme, Role.AGENT, "/tickets")).contains(read + "Paused").doesNotContain(named);
    }

    @Test
    void aDateSetByHandIsNotTakenForATarget() {
        assertThat(http.patch()
                        .uri("http://" + acme.host() + "/api/tickets/" + acme.ticket())
                        .header(HttpHeaders.AUTHORIZATION, acme.bearer(Role.OWNER))
                        .contentType("application/json")
                        .content("{\"due_at\": \"2999-01-01T09:00:00Z\"}"))
                .hasStatusOk();

        assertThat(page(acme, Role.AGENT, "/tickets")).contains("title=\"Due ").doesNotContain("Resolution:");
    }

    @Test
    void aTicketForWhichNothingIsPromisedSaysSo() {
        long number = Tenants.in(
                acme.tenant(),
                () -> tickets.open(acme.caller(Role.OWNER), request(Priority.LOW), Channel.API)
                        .id());

        assertThat(page(acme, Role.AGENT, "/tickets/" + number)).contains("No target applies to this ticket.");
        assertThat(page(acme, Role.AGENT, "/tickets?priority=low")).contains("No target");
    }

    @Test
    void whatStandsStillSaysPausedOnTicketAndListAndCanBeListedAlone() {
        Tenants.run(
                acme.tenant(),
                () -> tickets.changeStatus(
                        acme.caller(Role.OWNER), acme.ticket(), TicketStatus.PENDING, version -> true));

        assertThat(page(acme, Role.AGENT, "/tickets/" + acme.ticket()))
                .contains("ti-player-pause", "l-bar-paused", "Paused with");
        assertThat(page(acme, Role.AGENT, "/tickets?sla_status=paused"))
                .contains("SLA status is <b>paused</b>", "Zipper stuck", "Paused</span>");
        assertThat(page(acme, Role.AGENT, "/tickets?sla_status=running,breached"))
                .contains("SLA status is <b>running, breached</b>")
                .doesNotContain("Zipper stuck");
    }

    @Test
    void whatCameDueUnmetSaysSoInTheConversationToo() {
        clock.advance(Duration.ofDays(10));
        work.run(acme.tenant());

        assertThat(page(acme, Role.AGENT, "/tickets/" + acme.ticket()))
                .contains("l-sla-over", "ti-alert-triangle", " over</time>", "l-bar-over", "Was due")
                .contains("The desk noted that the <b>resolution</b> is late");
    }

    @Test
    void theListIsNarrowedToWhatIsDueBeforeAMoment() {
        assertThat(page(acme, Role.AGENT, "/tickets?due_before=2999-01-01T00:00:00Z"))
                .contains("Due is <b>before 1 January 2999", "Zipper stuck");
        assertThat(page(acme, Role.AGENT, "/tickets?due_before=2001-01-01T01:00%2B01:00"))
                .contains("Due is <b>before 1 January 2001")
                .doesNotContain("Zipper stuck");
        assertThat(http.get()
                        .uri("http://" + acme.host() + "/tickets/filter?status=new&sla_status=met&sla_status=paused"
                                + "&due_before=2026-03-10T15:00")
                        .header(HttpHeaders.AUTHORIZATION, acme.bearer(Role.AGENT)))
                .hasStatus(303)
                .redirectedUrl()
                .startsWith("/tickets?status=new&sla_status=met,paused&due_before=2026-03-10T");
        assertThat(http.get()
                        .uri("http://" + acme.host() + "/tickets?sla_status=late")
                        .header(HttpHeaders.AUTHORIZATION, acme.bearer(Role.AGENT)))
                .hasStatus(400);
    }

    @Test
    void whoDoesNotSeeTheTicketDoesNotSeeItsClocks() {
        people.seeOnlyTheirOwn(acme.tenant(), Role.AUDITOR);

        assertThat(http.get()
                        .uri("http://" + acme.host() + "/tickets/" + acme.ticket())
                        .header(HttpHeaders.AUTHORIZATION, acme.bearer(Role.AUDITOR)))
                .hasStatus(404)
                .bodyText()
                .doesNotContain("Acme gold");
    }

    private static NewTicket request(Priority priority) {
        return new NewTicket("Stove", "It hisses.", priority, null, null, null, null, List.of(), null);
    }

    private String page(Desk desk, Role role, String path) {
        var answer = http.get()
                .uri(java.net.URI.create("http://" + desk.host() + path))
                .header(HttpHeaders.AUTHORIZATION, desk.bearer(role))
                .exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }
}
