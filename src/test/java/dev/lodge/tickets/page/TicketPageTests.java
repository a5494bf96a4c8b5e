package dev.lodge.tickets.page;

import static dev.lodge.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Tenant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LodgeTest
@Import(People.class)
class TicketPageTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    private Asking mia;
    private Asking tom;
    private long number;

    @BeforeEach
    void aTicketOfHannahs() {
        mia = at(cast.acme(), "Mia Lindqvist", Role.OWNER);
        tom = at(cast.acme(), "Tom Okafor", Role.AGENT);
        number = mia.lodge("Tent pole snapped", "It went at the *ferrule*.", "customer", "hannah@ridgeline.example");
    }

    @Test
    void thePageShowsConversationAndProperties() {
        var page = mia.get("/tickets/" + number);

        assertThat(page).hasStatusOk().hasContentType("text/html;charset=UTF-8");
        assertThat(text(page))
                .contains(
                        "<html",
                        "Tent pole snapped",
                        "<em>ferrule</em>",
                        "hannah@ridgeline.example",
                        "Add internal note");
    }

    @Test
    void backLeadsToTheListThatOneCameFrom() {
        var page = http.get()
                .uri("http://acme.localhost/tickets/" + number)
                .header("Authorization", mia.who().bearer())
                .header("Referer", "http://acme.localhost/tickets?assignee=me&page=2")
                .exchange();

        assertThat(text(page)).contains("href=\"/tickets?assignee=me&amp;page=2\"");
    }

    @Test
    void aTicketOfAnotherDeskIsNotThere() {
        var globex = at(cast.globex(), "Sofia Marek", Role.OWNER);
        long theirs = globex.lodge("Archive is slow", "Since Monday.");
        for (long other = theirs; other <= number; other = globex.lodge("One more", "Numbers run apart.")) {}

        assertThat(mia.get("/tickets/" + (number + 100_000))).hasStatus(404);
        assertThat(text(mia.get("/tickets/" + theirs))).doesNotContain("Archive is slow", "Numbers run apart");
        assertThat(text(globex.get("/tickets/" + number))).doesNotContain("Tent pole snapped");
    }

    @Test
    void aReplyIsSentAndThePageGoesToIt() {
        var sent = tom.send(
                "/tickets/" + number + "/messages",
                "mode",
                "reply",
                "body",
                "A new one is on its way.",
                "then",
                "pending",
                "seen",
                tom.seen(number));

        assertThat(sent).hasStatus(303);
        assertThat(sent.getResponse().getHeader("Location")).startsWith("/tickets/" + number + "#message-");
        assertThat(text(mia.get("/tickets/" + number)))
                .contains("A new one is on its way.", "l-msg-agent", "set the status to <b>Pending</b>");
    }

    @Test
    void htmxGetsTheComposerAndWhatChangedWithIt() {
        var sent = tom.swap(
                "composer",
                "/tickets/" + number + "/messages",
                "mode",
                "reply",
                "body",
                "On its way.",
                "seen",
                tom.seen(number));

        assertThat(sent).hasStatusOk();
        assertThat(text(sent))
                .doesNotContain("<html")
                .contains("id=\"composer\"", "id=\"thread\" hx-swap-oob=\"true\"", "On its way.");
    }

    @Test
    void aNoteLooksUnlikeAnythingCustomersSeeAndNamesColleagues() {
        mia.send(
                "/tickets/" + number + "/messages",
                "mode",
                "note",
                "body",
                "@Tom two others failed; ask help@tom.example.");

        assertThat(text(tom.get("/tickets/" + number)))
                .contains("l-msg-note", "ti-lock", "customers never see this")
                .contains("<span class=\"l-mention\">&#64;Tom</span> two others")
                .doesNotContain("help<span");
    }

    @Test
    void anEmptyReplyComesBackWithWhatIsMissing() {
        var refused = tom.send("/tickets/" + number + "/messages", "mode", "note", "body", "  ");

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("This is needed.", "<html");
    }

    @Test
    void aReplyStopsAtWhatSomebodyElseDidMeanwhileAndKeepsTheText() {
        var before = tom.seen(number);
        mia.send("/tickets/" + number + "/status", "status", "pending", "seen", before);

        var refused =
                tom.send("/tickets/" + number + "/messages", "mode", "reply", "body", "Which colour?", "seen", before);

        assertThat(refused).hasStatus(412);
        assertThat(text(refused))
                .contains("l-banner-warn", "<b>Mia</b> set the status to <b>Pending</b>", ">Which colour?</textarea>");
        assertThat(tom.send(
                        "/tickets/" + number + "/messages",
                        "mode",
                        "reply",
                        "body",
                        "Which colour?",
                        "seen",
                        tom.seen(number)))
                .hasStatus(303);
    }

    @Test
    void aReplyToWhatWasClosedMeanwhileIsNotLost() {
        var before = tom.seen(number);
        mia.send("/tickets/" + number + "/closure", "reason", "Sold the shop", "seen", before);

        var refused =
                tom.send("/tickets/" + number + "/messages", "mode", "note", "body", "I called her.", "seen", before);

        assertThat(refused).hasStatus(409);
        assertThat(text(refused))
                .contains("I called her.", "The ticket is closed", "closed it for good: <b>Sold the shop</b>");
    }

    @Test
    void theSameFormSentTwiceWritesOnce() {
        var key = UUID.randomUUID().toString();
        var before = tom.seen(number);
        var first = tom.send(
                "/tickets/" + number + "/messages", "mode", "reply", "body", "Only once.", "seen", before, "key", key);
        var second = tom.send(
                "/tickets/" + number + "/messages", "mode", "reply", "body", "Only once.", "seen", before, "key", key);

        assertThat(second.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(text(mia.get("/tickets/" + number)).split("Only once\\.", -1))
                .hasSize(2);
    }

    @Test
    void aPropertyChangedByAnotherIsNotOverwritten() {
        var before = tom.seen(number);
        mia.send("/tickets/" + number + "/priority", "priority", "urgent", "seen", before);

        var refused = tom.swap("details", "/tickets/" + number + "/priority", "priority", "low", "seen", before);

        assertThat(refused).hasStatus(412);
        assertThat(text(refused))
                .contains(
                        "l-banner-warn",
                        "<b>Mia</b> raised the priority from <b>Normal</b> to <b>Urgent</b>",
                        "l-prio-urgent");
    }

    @Test
    void whatChangedElsewhereOnTheTicketDoesNotStandInTheWay() {
        var before = tom.seen(number);
        mia.send("/tickets/" + number + "/priority", "priority", "urgent", "seen", before);

        assertThat(tom.send("/tickets/" + number + "/tags", "tags", "Warranty, fjell-3", "seen", before))
                .hasStatus(303);
        assertThat(text(tom.get("/tickets/" + number))).contains(">warranty<", ">fjell-3<", "l-prio-urgent");
    }

    @Test
    void onlyWhatTheStatusCanBecomeIsOffered() {
        mia.send("/tickets/" + number + "/status", "status", "solved", "seen", mia.seen(number));

        assertThat(text(mia.get("/tickets/" + number)))
                .contains("<option value=\"open\"")
                .doesNotContain("<option value=\"pending\"", "<option value=\"closed\"", "Send and solve");
        assertThat(mia.send("/tickets/" + number + "/status", "status", "pending", "seen", mia.seen(number)))
                .hasStatus(409);
    }

    @Test
    void aLightAgentWritesNotesAndNothingElse() {
        var elin = at(cast.acme(), "Elin Berg", Role.LIGHT_AGENT);

        assertThat(text(elin.get("/tickets/" + number)))
                .contains("Add internal note")
                .doesNotContain("mode-reply", "prop-status\"><summary", "/status\"", "Close for good");
        assertThat(elin.send("/tickets/" + number + "/messages", "mode", "reply", "body", "Hello"))
                .hasStatus(403);
        assertThat(elin.send("/tickets/" + number + "/status", "status", "open"))
                .hasStatus(403);
    }

    @Test
    void anAuditorReadsAndHasNoComposer() {
        var auditor = at(cast.acme(), "Nils Holm", Role.AUDITOR);

        assertThat(text(auditor.get("/tickets/" + number)))
                .contains("Tent pole snapped")
                .doesNotContain("<textarea");
        assertThat(auditor.send("/tickets/" + number + "/messages", "mode", "note", "body", "Hm"))
                .hasStatus(403);
    }

    @Test
    void markupInMessagesIsInert() {
        var hostile = """
                <script>alert(1)</script><svg onload=alert(1)><style>*{display:none}</style>
                <form action=/signout><button formaction=/signout hx-post=/tickets/1/status data-hx-get=/>go</button></form>
                <base href=//evil.example><meta http-equiv=refresh content=0> [x](javascript:alert(1)) ![i](https://evil.example/i.png)
                """;
        mia.send("/tickets/" + number + "/messages", "mode", "note", "body", hostile);
        long described = mia.lodge("<img src=x onerror=alert(1)>", hostile);

        for (long each : new long[] {number, described}) {
            var conversation =
                    text(mia.get("/tickets/" + each)).split("id=\"thread\"")[1].split("id=\"composer\"")[0];
            assertThat(conversation)
                    .doesNotContain(
                            "<script", "<svg onload", "<style", "<form", "<button formaction", "<base", "<meta", "<img")
                    .doesNotContain("href=\"javascript", " hx-post=/");
        }
    }

    @Test
    void thePreviewIsWhatWillBeShown() {
        var preview = tom.swap(
                "preview",
                "/tickets/" + number + "/preview",
                "mode",
                "reply",
                "body",
                "Hello **Hannah** <b onclick=x>");

        assertThat(text(preview)).contains("<strong>Hannah</strong>").doesNotContain("<html", "<b onclick");
        assertThat(text(tom.send("/tickets/" + number + "/preview", "mode", "reply", "body", "Hello **Hannah**")))
                .contains("<html", "<strong>Hannah</strong>", ">Hello **Hannah**</textarea>");
    }

    private Asking at(Tenant tenant, String name, Role role) {
        return new Asking(http, tenant.slug() + ".localhost", people.somebody(tenant, name, role));
    }
}
