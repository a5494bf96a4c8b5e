package dev.lodge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.accounts.Browsers.Browser;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewMessage;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Visibility;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What customers ask, see and do; and what they never see. */
class RequestPagesTests extends HannahAtAcme {

    private static final String CANARY = "kanarienvogel";

    @Test
    void aRequestIsSentSeenAnsweredSolvedAndOpenedAgain() {
        long number = ask(hannah, "Tent pole snapped", "At the **ferrule**.");
        assertThat(hannah.get("/requests")).hasStatusOk().bodyText().contains("Tent pole snapped");
        assertThat(hannah.get("/requests/" + number)).hasStatusOk().bodyText().contains("<strong>ferrule</strong>");

        answer(number, "Which batch?", TicketStatus.PENDING);
        assertThat(hannah.get("/requests/" + number)).bodyText().contains("Which batch?", "Waiting for you");
        assertThat(hannah.post("/requests/" + number + "/messages", "body", "24-11B"))
                .hasStatus(303);
        assertThat(status(number)).isEqualTo(TicketStatus.OPEN);

        assertThat(hannah.post("/requests/" + number + "/solution")).hasStatus(303);
        assertThat(status(number)).isEqualTo(TicketStatus.SOLVED);
        assertThat(hannah.get("/requests")).bodyText().doesNotContain("Tent pole snapped");
        assertThat(hannah.get("/requests?status=solved")).bodyText().contains("Tent pole snapped");
        assertThat(hannah.post("/requests/" + number + "/reopening")).hasStatus(303);
        assertThat(status(number)).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void notesAndWhatElseIsTheAgentsAreNeverShown() {
        long number = ask(hannah, "Tent pole snapped", "At the ferrule.");
        Tenants.run(acme, () -> {
            tickets.write(mia, number, new NewMessage(CANARY, Visibility.INTERNAL, null), Channel.WEB);
            tickets.changeStatus(mia, number, TicketStatus.ON_HOLD, any -> true);
        });

        assertThat(hannah.get("/requests/" + number))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(CANARY, "On hold", "on_hold")
                .contains("Open");
        assertThat(hannah.get("/portal/profile/data")).bodyText().doesNotContain(CANARY);
    }

    @Test
    void somebodyElsesRequestIsAsOneThatNobodyHas() {
        long number = ask(hannah, "Tent pole snapped", "At the ferrule.");
        var stranger = help.customer(acme, HelpCenter.address());
        var neighbour = help.customer(globex, address);

        for (String path : List.of("/messages", "/solution", "/reopening")) {
            assertThat(stranger.post("/requests/" + number + path, "body", "Mine"))
                    .hasStatus(404);
            assertThat(neighbour.post("/requests/" + number + path, "body", "Mine"))
                    .hasStatus(404);
        }
        assertThat(stranger.get("/requests/" + number)).hasStatus(404);
        assertThat(stranger.get("/requests/999999999")).hasStatus(404);
        assertThat(neighbour.get("/requests/" + number)).hasStatus(404);
        assertThat(neighbour.get("/requests?status=all")).bodyText().doesNotContain("Tent pole snapped");
        assertThat(stranger.get("/requests?status=all&whose=organization"))
                .bodyText()
                .doesNotContain("Tent pole snapped");
    }

    @Test
    void anOrganisationsRequestsAreReadByItsPeopleIfTheDeskSaysSo() {
        help.decide(acme, true, false, true);
        String domain = "joined-%d.example".formatted(System.nanoTime());
        long ridgeline = organization(domain);
        var erik = help.customer(acme, "erik@" + domain);
        var sara = help.customer(acme, "sara@" + domain);
        long number = ask(erik, "Thirty headlamps", "By Friday.");

        assertThat(sara.get("/requests/" + number)).hasStatus(404);
        shareRequests(ridgeline);

        assertThat(sara.get("/requests?whose=organization")).bodyText().contains("Thirty headlamps");
        assertThat(sara.get("/requests/" + number)).hasStatusOk().bodyText().contains("You can read along");
        assertThat(sara.post("/requests/" + number + "/messages", "body", "Me too"))
                .hasStatus(404);
        assertThat(sara.post("/requests/" + number + "/solution")).hasStatus(404);
        assertThat(hannah.get("/requests/" + number)).hasStatus(404);
    }

    @Test
    void wordsOnAClosedRequestBecomeAnotherThatContinuesIt() {
        long number = ask(hannah, "Tent pole snapped", "At the ferrule.");
        answer(number, "Sent.", TicketStatus.SOLVED);
        Tenants.run(acme, () -> tickets.close(number));

        assertThat(hannah.post("/requests/" + number + "/reopening")).hasStatus(409);
        assertThat(hannah.post("/requests/" + number + "/solution")).hasStatus(409);
        String next = location(hannah.post("/requests/" + number + "/messages", "body", "It snapped again."));

        assertThat(next).isNotEqualTo("/requests/" + number);
        assertThat(hannah.get(next)).bodyText().contains("It snapped again.", "/requests/" + number);
    }

    @Test
    void whatNobodyHasTakenYetIsNotSolvedByWhoAsked() {
        long number = ask(hannah, "Tent pole snapped", "At the ferrule.");

        assertThat(hannah.post("/requests/" + number + "/solution")).hasStatus(409);
        assertThat(hannah.get("/requests/" + number)).bodyText().doesNotContain("/solution");
    }

    @Test
    void whatDoesNotDoIsSaidAtItsField() {
        assertThat(hannah.post("/requests/new", "subject", "", "description", ""))
                .hasStatus(422)
                .bodyText()
                .contains("subject-error", "description-error");
        long number = ask(hannah, "Tent pole snapped", "At the ferrule.");
        assertThat(hannah.post("/requests/" + number + "/messages", "body", " "))
                .hasStatus(422)
                .bodyText()
                .contains("body-error");
    }

    @Test
    void htmlOfCustomersIsShownAsText() {
        long number = ask(hannah, "<script>alert(1)</script>", "<img src=x onerror=alert(1)>[x](javascript:alert(1))");

        assertThat(hannah.get("/requests/" + number))
                .bodyText()
                .doesNotContain("<script>alert", "<img src=x", "href=\"javascript");
    }

    @Test
    void theListGoesOnBeyondItsFirstPage() {
        for (int i = 0; i < 23; i++) {
            ask(hannah, "Question " + i + ".", "Again.");
        }

        assertThat(hannah.get("/requests"))
                .bodyText()
                .contains("Question 22.", "Question 3.")
                .doesNotContain("Question 2.");
        assertThat(hannah.get("/requests?before=" + numberOf("Question 3.")))
                .bodyText()
                .contains("Question 2.", "Question 0.")
                .doesNotContain("Question 3.");
    }

    @Test
    void aStrangersRequestWaitsUntilTheAddressIsConfirmed() {
        help.decide(acme, true, true, false);
        String victim = HelpCenter.address();
        var stranger = help.at(acme);

        assertThat(stranger.post(
                        "/requests/new", "email", victim, "name", CANARY, "subject", CANARY, "description", CANARY))
                .hasStatusOk();
        var mails = help.mails(acme, victim);
        assertThat(mails)
                .singleElement()
                .satisfies(mail -> assertThat(mail.all()).doesNotContain(CANARY));
        assertThat(help.knows(acme, victim)).isFalse();

        String link = help.link(acme, victim);
        var browser = help.at(acme);
        assertThat(browser.get(link)).hasStatusOk();
        assertThat(help.knows(acme, victim)).isFalse();
        assertThat(help.at(globex).get(link)).hasStatus(404);
        assertThat(browser.get(location(browser.post(link))))
                .hasStatusOk()
                .bodyText()
                .contains(CANARY);
        assertThat(help.mails(acme, victim))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.all()).doesNotContain(CANARY));
    }

    @Test
    void whatIsNeverConfirmedIsDeletedAfterADay() {
        help.decide(acme, true, true, false);
        String victim = HelpCenter.address();
        help.at(acme).post("/requests/new", "email", victim, "subject", "Pills", "description", "Cheap");
        String link = help.link(acme, victim);

        clock.advance(Duration.ofHours(25));

        assertThat(help.mails(acme, victim)).hasSize(1);
        assertThat(help.waiting(acme)).isZero();
        assertThat(help.at(acme).get(link)).hasStatus(404);
    }

    @Test
    void withoutTheDesksLeaveAStrangerIsLedToSignIn() {
        assertThat(help.at(acme).get("/requests/new"))
                .hasStatus(303)
                .hasHeader("Location", "/portal/signin?next=/requests/new");
        assertThat(help.at(acme).send("/requests/new", "none", "email", address))
                .hasStatus(403);
    }

    @Test
    void onlyWhatTheCustomerWantsIsMailed() {
        long number = ask(hannah, "Tent pole snapped", "At the ferrule.");
        int before = help.mails(acme, address).size();
        assertThat(hannah.post("/portal/profile", "name", "Hannah Brooks", "mailSolved", "true"))
                .hasStatus(303);

        answer(number, "Which batch?", null);
        assertThat(help.mails(acme, address)).hasSize(before);
        Tenants.run(acme, () -> tickets.changeStatus(mia, number, TicketStatus.SOLVED, any -> true));

        assertThat(help.mails(acme, address)).hasSize(before + 1);
        assertThat(hannah.get("/portal/profile")).bodyText().contains("Hannah Brooks");
    }

    @Test
    void onesOwnDataIsTakenAwayAndNobodyElses() {
        long number = ask(hannah, "Tent pole snapped", "At the ferrule.");
        answer(number, "Which batch?", null);
        help.customer(acme, HelpCenter.address()).post("/requests/new", "subject", CANARY, "description", CANARY);

        var data = hannah.get("/portal/profile/data");
        assertThat(data).hasStatusOk().headers().containsHeader("Content-Disposition");
        assertThat(data)
                .bodyJson()
                .hasPathSatisfying(
                        "$.requests[0].messages[0].body",
                        body -> assertThat(body).isEqualTo("Which batch?"));
        assertThat(data).bodyText().contains(address).doesNotContain(CANARY, "token", "hash");
    }

    @Test
    void theDeskDecidesAndSeesWhenSomebodyLastSignedIn() {
        var agent = help.agent(acme, Role.OWNER);
        assertThat(agent.get("/settings/portal")).hasStatusOk();
        assertThat(agent.post("/settings/portal", "signUp", "true", "version", "0"))
                .hasStatus(412);
        assertThat(agent.post("/settings/portal/organizations", "organization", "Nobody at all"))
                .hasStatus(422);
        assertThat(help.agent(acme, Role.AGENT).get("/settings/portal")).hasStatus(403);

        String customer = "/customers/" + help.idOf(acme, address);
        assertThat(agent.get(customer)).hasStatusOk().bodyText().contains("Last signed in");
        int before = help.mails(acme, address).size();
        assertThat(agent.post(customer + "/sign-in-link")).hasStatus(303);
        assertThat(help.mails(acme, address)).hasSize(before + 1);
    }

    private long ask(Browser browser, String subject, String description) {
        return numberIn(location(browser.post("/requests/new", "subject", subject, "description", description)));
    }

    private void answer(long number, String words, @Nullable TicketStatus then) {
        Tenants.run(
                acme, () -> tickets.write(mia, number, new NewMessage(words, Visibility.PUBLIC, null), Channel.WEB));
        Tenants.run(acme, () -> tickets.assign(mia, number, mia.agentId(), any -> true));
        if (then != null) {
            Tenants.run(acme, () -> tickets.changeStatus(mia, number, then, any -> true));
        }
    }

    private TicketStatus status(long number) {
        return Tenants.in(acme, () -> tickets.details(mia, number).status());
    }

    private long numberOf(String subject) {
        return help.numberOf(acme, subject, help.idOf(acme, address));
    }
}
