package dev.lodge.notifications;

import static dev.lodge.Answers.text;
import static dev.lodge.schema.tenant.Tables.NOTIFICATION;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.Browsers;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.notifications.Newsroom.Agent;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Duration;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The bell, the list behind it and the choice of what one is told, as pages and over HTTP. */
@LodgeTest
@Import(Newsroom.class)
class NotificationPagesTests {

    @Autowired
    Newsroom news;

    @Autowired
    Browsers browsers;

    @Autowired
    MockMvcTester http;

    @Autowired
    TenantDatabase database;

    @Autowired
    TurnedClock clock;

    Tenant acme;
    Agent mia;
    Agent priya;
    Browsers.Browser priyas;

    @BeforeEach
    void priyaSignsIn() {
        acme = news.acme();
        mia = news.hire(acme, "Mia Lindqvist", Role.OWNER);
        priya = news.hire(acme, "Priya Raman", Role.AGENT);
        priyas = browsers.at("news-acme.localhost");
        priyas.signIn(priya.signsIn().email(), People.PASSWORD, "/profile");
    }

    @Test
    void theBellCountsWhatIsUnreadUntilTheTicketIsOpened() {
        long first = lodge("Boots leak");
        lodge("Zipper stuck");
        assertThat(text(priyas.get("/customers"))).contains("2 unread");

        priyas.get("/tickets/" + first);

        assertThat(text(priyas.get("/customers"))).contains("1 unread");
        assertThat(text(priyas.get("/tickets/" + first))).contains("1 unread");
        assertThat(text(priyas.get("/notifications?unread=true")))
                .contains("Zipper stuck")
                .doesNotContain("Boots leak");
    }

    @Test
    void theBellAnswersOnlyWhenItsNumberChanged() {
        lodge("Boots leak");

        assertThat(priyas.get("/notifications/bell?shown=1")).hasStatus(204);
        var changed = priyas.get("/notifications/bell?shown=0");

        assertThat(changed).hasStatus(200);
        assertThat(text(changed)).contains("id=\"bell\"", "1 unread").doesNotContain("<html");
    }

    @Test
    void aBellThatAsksByItselfLeadsNobodyToTheSignInPage() {
        var asked = http.get()
                .uri("http://news-acme.localhost/notifications/bell?shown=1")
                .header("HX-Request", "true")
                .header("X-Unasked", "true")
                .exchange();

        assertThat(asked).hasStatus(204);
        assertThat(asked.getResponse().getHeader("HX-Redirect")).isNull();
    }

    @Test
    void manyAreNotCountedOneByOne() {
        for (int i = 0; i < 101; i++) {
            lodge("Boots leak");
        }

        assertThat(text(priyas.get("/customers"))).contains("99+", "more than 99 unread");
    }

    /** While the clock stands still, since a list that is written through midnight has a day more. */
    @Test
    void theListGoesOnWhereAPageEnded() {
        clock.stopped(() -> {
            for (int i = 0; i < 31; i++) {
                lodge("Request no. %d.".formatted(i));
            }
            String first = text(priyas.get("/notifications"));
            assertThat(first).contains("Request no. 30.", "Today").doesNotContain("Request no. 0.");

            String older = first.replaceAll("(?s).*href=\"(/notifications\\?before=\\d+)\".*", "$1");

            assertThat(text(priyas.get(older))).contains("Request no. 0.").doesNotContain("Request no. 1.");
        });
        assertThat(text(priyas.get("/notifications?before=1"))).contains("Nothing older");
    }

    @Test
    void whatHappenedEarlierStandsLowerThoughItWasToldLater() {
        clock.stopped(() -> {
            for (int i = 0; i < 31; i++) {
                lodge("Request no. %d.".formatted(i));
            }
            lodge("Imported today.");
            happened("Imported today.", Duration.ofHours(30));

            String first = text(priyas.get("/notifications"));
            String older = text(priyas.get(first.replaceAll("(?s).*href=\"(/notifications\\?before=\\d+)\".*", "$1")));

            assertThat(first.split("<h2>", -1)).as("days and their notices").hasSize(2);
            assertThat(first).contains("Request no. 30.").doesNotContain("Imported today.", "Request no. 0.");
            assertThat(older).containsSubsequence("Request no. 0.", "Imported today.");
        });
    }

    private void happened(String subject, Duration ago) {
        var ticket = DSL.select(TICKET.ID).from(TICKET).where(TICKET.SUBJECT.eq(subject));
        news.at(
                acme,
                () -> database.sql()
                        .update(NOTIFICATION)
                        .set(NOTIFICATION.CREATED_AT, clock.instant().minus(ago))
                        .where(NOTIFICATION.TICKET_ID.in(ticket), NOTIFICATION.AGENT_ID.eq(priya.id()))
                        .execute());
    }

    @Test
    void allAreMarkedReadWithOnePress() {
        lodge("Boots leak");
        lodge("Zipper stuck");

        assertThat(priyas.post("/notifications/read")).hasStatus(303);

        assertThat(text(priyas.get("/notifications")))
                .contains("Boots leak")
                .doesNotContain("Mark all as read", "1 unread", "2 unread");
        assertThat(text(priyas.get("/notifications?unread=true"))).contains("Nothing is unread");
    }

    @Test
    void markupInSubjectsNamesAndWordsIsInert() {
        var eve = news.hire(acme, "Eve <img src=x onerror=alert(1)>", Role.OWNER);
        long number = news.lodge(acme, eve, "<script>alert(2)</script>", null, priya, null);
        news.note(acme, eve, number, "@Priya Raman <svg onload=alert(3)> {{subject}}");

        assertThat(text(priyas.get("/notifications")))
                .contains("&lt;script&gt;alert(2)", "Eve &lt;img")
                .doesNotContain("<script>alert", "<img src=x", "<svg onload");
    }

    @Test
    void whatIsChosenInTheProfileIsKept() {
        assertThat(text(priyas.get("/profile/notifications"))).contains("A ticket is assigned to me");

        assertThat(priyas.post("/profile/notifications", "inApp", "mentioned", "byMail", "assigned"))
                .hasStatus(303);

        assertThat(text(priyas.get("/profile/notifications")))
                .contains("name=\"inApp\" value=\"mentioned\" checked")
                .contains("name=\"byMail\" value=\"assigned\" checked")
                .doesNotContain("name=\"inApp\" value=\"assigned\" checked");
    }

    @Test
    void theApiListsAndMarksOnesOwn() {
        lodge("Boots leak");
        lodge("Zipper stuck");
        long id = Long.parseLong(text(api(HttpMethod.GET, priya, "/api/notifications/?unread=true&page_size=1", null))
                .replaceAll("(?s).*?\"results\":\\[\\{\"id\":(\\d+).*", "$1"));

        assertThat(text(api(HttpMethod.GET, priya, "/api/notifications", null)))
                .contains("\"count\":2", "\"kind\":\"assigned\"", "\"by\":\"Mia Lindqvist\"", "\"read_at\":null");
        assertThat(text(api(HttpMethod.POST, mia, "/api/notifications/read", "{\"ids\":[" + id + "]}")))
                .isEqualTo("{\"read\":0,\"unread\":0}");
        assertThat(text(api(HttpMethod.POST, priya, "/api/notifications/read", "{\"ids\":[" + id + "]}")))
                .isEqualTo("{\"read\":1,\"unread\":1}");
        assertThat(text(api(HttpMethod.POST, priya, "/api/notifications/read", "{\"all\":true}")))
                .isEqualTo("{\"read\":1,\"unread\":0}");
        assertThat(api(HttpMethod.POST, priya, "/api/notifications/read", "{}")).hasStatus(400);
    }

    @Test
    void wishesAreReadAndReplacedOverHttpByVersion() {
        String path = "/api/me/notifications/preferences";
        assertThat(text(api(HttpMethod.GET, priya, path, null)))
                .contains("\"new_in_team\":{\"in_app\":true,\"by_mail\":false}");
        String all = Stream.of(NoticeKind.values())
                .map(kind -> "\"%s\":{\"in_app\":true,\"by_mail\":true}".formatted(kind.code()))
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();

        assertThat(text(api(HttpMethod.PUT, priya, path, "{" + all + "}")))
                .contains("\"new_in_team\":{\"in_app\":true,\"by_mail\":true}");
        var missing = api(HttpMethod.PUT, priya, path, "{\"mentioned\":{\"in_app\":true}}");
        assertThat(missing).hasStatus(400);
        assertThat(text(missing)).contains("mentioned.by_mail", "assigned");
    }

    private long lodge(String subject) {
        return news.lodge(acme, mia, subject, null, priya, null);
    }

    private MvcTestResult api(HttpMethod method, Agent who, String path, @Nullable String body) {
        var request = http.method(method)
                .uri("http://news-acme.localhost" + path)
                .header(HttpHeaders.AUTHORIZATION, who.signsIn().bearer());
        if (body != null) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }
}
