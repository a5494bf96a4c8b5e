package dev.lodge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.Browsers.Browser;
import dev.lodge.accounts.Role;
import dev.lodge.customers.Customers;
import dev.lodge.knowledge.Articles;
import dev.lodge.portal.WritingDesk.Written;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who reads an article and what they say of it, each counted once. */
@LodgeTest
@Import(HelpCenter.class)
class OpinionTests {

    @Autowired
    HelpCenter help;

    @Autowired
    WritingDesk writing;

    @Autowired
    Customers customers;

    @Autowired
    Articles articles;

    @Autowired
    TurnedClock clock;

    Tenant acme;
    Written article;

    @BeforeEach
    void anArticleAtAcme() {
        acme = help.acme();
        article = writing.publish(acme, HelpCenter.subject(), "Wax it twice a year.");
    }

    @Test
    void whoSaysNoAndThenWhyIsOneReader() {
        var visitor = somebody("198.51.100.1");

        assertThat(visitor.post(article.feedback(), "helpful", "false"))
                .hasStatusOk()
                .bodyText()
                .contains("comment");
        assertThat(visitor.post(article.feedback(), "helpful", "false", "comment", "Which wax?"))
                .hasStatusOk();
        assertJudged(0, 1);

        visitor.post(article.feedback(), "helpful", "true");
        assertJudged(1, 0);
    }

    @Test
    void aBrowserIsKnownAgainOnlyFromWhatItSaysOn() {
        help.decide(acme, true, false, false);
        var visitor = somebody("198.51.100.11");
        visitor.get(article.feedback() + "?read=true");
        assertThat(visitor.has("lodge_reader")).isFalse();

        visitor.post(article.feedback(), "helpful", "true");
        assertThat(visitor.has("lodge_reader")).isTrue();

        var hannah = help.customer(acme, HelpCenter.address());
        hannah.post(article.feedback(), "helpful", "true");
        assertThat(hannah.has("lodge_reader"))
                .as("who is signed in is known by that")
                .isFalse();
        assertJudged(2, 0);
    }

    @Test
    void twoBrowsersBehindOneAddressAreTwoReaders() {
        somebody("198.51.100.2").post(article.feedback(), "helpful", "true");
        somebody("198.51.100.2").post(article.feedback(), "helpful", "true");

        assertJudged(2, 0);
    }

    @Test
    void aCustomerIsOneReaderInWhateverBrowser() {
        help.decide(acme, true, false, false);
        String hannah = HelpCenter.address();
        help.customer(acme, hannah).from("198.51.100.3").post(article.feedback(), "helpful", "true");
        help.customer(acme, hannah).from("198.51.100.4").post(article.feedback(), "helpful", "false");

        assertJudged(0, 1);
    }

    @Test
    void whatACustomerSaidIsTheirsToTakeAwayAndLeavesWithThem() {
        help.decide(acme, true, false, false);
        String hannah = HelpCenter.address();
        var browser = help.customer(acme, hannah);
        browser.post(article.feedback(), "helpful", "false", "comment", "Ask Hannah at the gate.");
        somebody("198.51.100.10").post(article.feedback(), "helpful", "false", "comment", "Which wax?");

        assertThat(browser.get("/portal/profile/data"))
                .bodyText()
                .contains("Ask Hannah at the gate.")
                .doesNotContain("Which wax?");

        var mia = help.hire(acme, "Mia Lindqvist", Role.OWNER);
        Tenants.run(acme, () -> customers.anonymize(mia, help.idOf(acme, hannah)));

        assertThat(Tenants.in(acme, () -> articles.said(article.id(), 10)))
                .extracting(Articles.Said::comment)
                .containsExactly("Which wax?");
        assertJudged(0, 2);
    }

    @Test
    void thousandsFromOneAddressAreRefusedAndOthersAreHeard() {
        var flood = somebody("198.51.100.5");
        flood.post(article.feedback(), "helpful", "true");
        String token = flood.token(article.feedback());

        long refused = Stream.generate(() -> flood.send(article.feedback(), token, "helpful", "true"))
                .limit(200)
                .filter(answer -> answer.getResponse().getStatus() == 429)
                .count();
        assertThat(refused).isEqualTo(141);
        assertThat(somebody("198.51.100.6").post(article.feedback(), "helpful", "true"))
                .hasStatusOk();
        assertJudged(2, 0);

        clock.advance(Duration.ofMinutes(30));
        assertThat(flood.post(article.feedback(), "helpful", "true")).hasStatusOk();
    }

    @Test
    void aReaderCountsOnceInASessionAndOnlyWhereTheArticleWasOpened() {
        var visitor = help.at(acme);
        visitor.open(article.address());
        visitor.get(article.feedback());
        assertViewed(0);

        for (int i = 0; i < 3; i++) {
            visitor.get(article.feedback() + "?read=true");
        }
        assertViewed(1);

        help.at(acme).get(article.feedback() + "?read=true");
        assertViewed(2);
    }

    @Test
    void whatIsNotThereForTheReaderIsNeitherCountedNorJudged() {
        var visitor = somebody("198.51.100.7");
        String token = visitor.token(article.feedback());
        writing.change(acme, article, Map.of("visibility", "agents"));

        assertThat(visitor.get(article.feedback() + "?read=true")).hasStatus(404);
        assertThat(visitor.send(article.feedback(), token, "helpful", "true")).hasStatus(404);
        assertViewed(0);
        assertJudged(0, 0);
    }

    @Test
    void anArticleOfTheNeighboursIsNobodysHere() {
        var globex = help.globex();
        var theirs = Stream.generate(() -> writing.publish(globex, HelpCenter.subject(), "Theirs."))
                .filter(written -> written.id() > article.id())
                .findFirst()
                .orElseThrow();
        var visitor = somebody("198.51.100.8");
        String token = visitor.token(article.feedback());

        assertThat(visitor.get(theirs.feedback() + "?read=true")).hasStatus(404);
        assertThat(visitor.send(theirs.feedback(), token, "helpful", "true")).hasStatus(404);
        assertThat(writing.read(globex, theirs).get("view_count").asLong()).isZero();
        assertThat(writing.read(globex, theirs).get("helpful_count").asLong()).isZero();
    }

    @Test
    void aFormWithoutItsTokenAndWordsWithoutEndAreRefused() {
        var visitor = somebody("198.51.100.9");

        assertThat(visitor.send(article.feedback(), "none", "helpful", "true")).hasStatus(403);
        assertThat(visitor.post(article.feedback(), "helpful", "false", "comment", "x".repeat(1_001)))
                .hasStatus(422)
                .bodyText()
                .contains("comment");
        for (String helpful : List.of("", "perhaps")) {
            assertThat(visitor.post(article.feedback(), "helpful", helpful)).hasStatus(400);
        }
        assertJudged(0, 0);
    }

    private Browser somebody(String network) {
        return help.at(acme).from(network);
    }

    private void assertJudged(long helpful, long unhelpful) {
        var said = writing.read(acme, article);
        assertThat(List.of(
                        said.get("helpful_count").asLong(),
                        said.get("unhelpful_count").asLong()))
                .containsExactly(helpful, unhelpful);
    }

    private void assertViewed(long times) {
        assertThat(writing.read(acme, article).get("view_count").asLong()).isEqualTo(times);
    }
}
