package dev.lodge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.Browsers.Browser;
import dev.lodge.accounts.Role;
import dev.lodge.portal.WritingDesk.Shelf;
import dev.lodge.portal.WritingDesk.Written;
import dev.lodge.tenancy.Tenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a help center shows, and to whom. */
@LodgeTest
@Import(HelpCenter.class)
class HelpPagesTests {

    @Autowired
    HelpCenter help;

    @Autowired
    WritingDesk writing;

    @Autowired
    TurnedClock clock;

    Tenant acme;
    Tenant globex;
    Browser visitor;
    String subject;

    @BeforeEach
    void aVisitorIsAtAcmeAndGlobexIsNextDoor() {
        acme = help.acme();
        globex = help.globex();
        visitor = help.at(acme);
        subject = HelpCenter.subject();
    }

    @Test
    void whatIsForCustomersOrForAgentsIsNotThereForOthers() {
        help.decide(acme, true, false, false);
        var open = writing.publish(acme, subject, "For all to read.");
        var theirs = writing.write(acme, Map.of("title", subject, "visibility", "customers"));
        var inside = writing.write(acme, Map.of("title", subject, "visibility", "agents"));
        var customer = help.customer(acme, HelpCenter.address());
        var agent = help.agent(acme, Role.OWNER);

        assertThat(visitor.open(open.address())).hasStatusOk().bodyText().contains("For all to read.");
        assertThat(customer.open(open.address())).hasStatusOk();
        assertThat(customer.open(theirs.address())).hasStatusOk().bodyText().contains("noindex");
        assertThat(agent.open(open.address())).hasStatusOk().bodyText().contains("href=\"/tickets\"");
        for (Written hidden : List.of(theirs, inside)) {
            assertNobodyReads(visitor, hidden);
            // An agent is shown the help center as visitors see it.
            assertNobodyReads(agent, hidden);
        }
        assertNobodyReads(customer, inside);
        assertThat(agent.get("/knowledge/" + inside.id())).hasStatusOk();
    }

    @Test
    void whatIsNotPublishedYetOrAnyMoreIsNotThere() {
        Stream.of("draft", "in_review", "archived")
                .map(status -> writing.write(acme, Map.of("title", subject, "status", status)))
                .forEach(hidden -> {
                    assertNobodyReads(visitor, hidden);
                    assertNobodyReads(help.agent(acme, Role.AGENT), hidden);
                });
    }

    @Test
    void anArticleComesAndGoesAtItsMoments() {
        var now = clock.instant();
        var brief = writing.write(
                acme,
                Map.of(
                        "title",
                        subject,
                        "publish_at",
                        now.plus(Duration.ofHours(2)).toString(),
                        "expires_at",
                        now.plus(Duration.ofHours(5)).toString()));
        assertNobodyReads(visitor, brief);

        clock.advance(Duration.ofHours(2));
        assertThat(visitor.open(brief.address())).hasStatusOk();
        assertThat(visitor.get("/sitemap.xml")).bodyText().contains(brief.slug());

        clock.advance(Duration.ofHours(3));
        assertNobodyReads(visitor, brief);
        assertThat(visitor.get("/sitemap.xml")).bodyText().doesNotContain(brief.slug());
    }

    @Test
    void theSameAddressAtBothDesksIsTwoArticlesAndAForeignIdIsNone() {
        var ours = writing.publish(acme, subject, "Wax it twice a year.");
        var next = writing.publish(globex, subject, "Never wax it.");
        var only = writing.publish(globex, subject, "A second one.");

        assertThat(next.slug()).isEqualTo(ours.slug());
        assertThat(visitor.open(ours.address()))
                .bodyText()
                .contains("Wax it twice a year.")
                .doesNotContain("Never", "Globex");
        assertThat(help.at(globex).open(next.address()))
                .bodyText()
                .contains("Never wax it.")
                .doesNotContain("twice", "Acme");
        assertThat(visitor.open(only.address())).hasStatus(404);
        assertThat(help.at(globex).get("/help/search?q=" + words())).bodyText().doesNotContain("Wax it twice");
        assertThat(help.atPlatform().open(ours.address())).hasStatus(404);
    }

    @Test
    void anAgentAndACustomerOfOneDeskAreVisitorsAtTheOther() {
        help.decide(acme, true, false, false);
        var hidden = writing.write(globex, Map.of("title", subject, "visibility", "customers"));
        var customer = help.customer(acme, HelpCenter.address()).cookie("lodge_portal");
        var agent = help.agent(acme, Role.OWNER).cookie("lodge_session");

        assertNobodyReads(help.at(globex).with(customer), hidden);
        assertNobodyReads(help.at(globex).with(agent), hidden);
        assertThat(help.at(globex).with(agent).get("/")).bodyText().doesNotContain("Mia Lindqvist");
    }

    @Test
    void categoriesLeadDownToArticlesAndEmptyOnesAreNotShown() {
        Shelf care = writing.shelf(acme, Map.of("name", subject + " care", "description", "What lasts longer."));
        Shelf tents = writing.shelf(acme, Map.of("name", subject + " tents", "parent", care.id()));
        Shelf bare = writing.shelf(acme, Map.of("name", subject + " bare"));
        var article = writing.write(acme, Map.of("title", subject, "category", tents.id()));
        writing.write(acme, Map.of("title", subject, "category", bare.id(), "visibility", "agents"));

        assertThat(visitor.get("/"))
                .bodyText()
                .contains(subject + " care", "What lasts longer.")
                .doesNotContain(subject + " bare");
        assertThat(visitor.get("/help/" + care.slug())).bodyText().contains("/help/" + tents.slug());
        assertThat(visitor.get("/help/" + tents.slug())).bodyText().contains(article.address(), subject + " care");
        assertThat(visitor.open(article.address()))
                .bodyText()
                .contains("/help/" + care.slug(), "/help/" + tents.slug());
        assertThat(visitor.get("/help/" + bare.slug())).hasStatus(404);
        assertThat(help.at(globex).get("/help/" + care.slug())).hasStatus(404);
    }

    @Test
    void aCategoryIsCalledAsItsReadersSpeak() {
        Tenant desk = inThreeLanguages();
        Shelf care = writing.shelf(
                desk, Map.of("name", subject + " care", "names", Map.of("de", Map.of("name", subject + " Pflege"))));
        writing.write(desk, Map.of("title", subject, "category", care.id()));
        writing.write(desk, Map.of("title", subject, "category", care.id(), "language", "de"));

        assertThat(help.at(desk).open("/help/" + care.slug(), "Accept-Language", "en"))
                .bodyText()
                .contains("language=en", subject + " care");
        assertThat(help.at(desk).open("/help/" + care.slug(), "Accept-Language", "de-CH"))
                .bodyText()
                .contains("language=de", subject + " Pflege")
                .doesNotContain("language=en");
    }

    @Test
    void anAddressThatAnArticleHadLeadsToTheOneItHas() {
        var article = writing.publish(acme, subject, "It moved.");
        writing.change(acme, article, Map.of("slug", subject + " вечером"));
        String now = new Written(
                        article.id(), writing.read(acme, article).get("slug").asString(), "en")
                .address();

        var moved = visitor.open(article.address());
        assertThat(moved).hasStatus3xxRedirection();
        assertThat(visitor.open(location(moved))).hasStatusOk().bodyText().contains("It moved.");
        assertThat(now).startsWith(location(moved).replaceAll("\\?.*", ""));

        assertThat(help.at(globex).open(article.address())).hasStatus(404);
        writing.change(acme, article, Map.of("visibility", "agents"));
        assertThat(visitor.open(article.address())).hasStatus(404);
    }

    @Test
    void theLanguagesOfAnArticleNameEachOther() {
        var english = writing.publish(acme, subject, "In English.");
        var german = writing.write(
                acme,
                Map.of(
                        "title",
                        subject + " auf Deutsch",
                        "language",
                        "de",
                        "translation_of",
                        english.id(),
                        "body",
                        "Auf Deutsch."));
        writing.write(
                acme,
                Map.of(
                        "title",
                        subject + " en français",
                        "language",
                        "fr",
                        "translation_of",
                        english.id(),
                        "status",
                        "draft"));
        String site = "http://help-acme.localhost";

        assertThat(visitor.open(english.address()))
                .bodyText()
                .containsPattern("rel=\"canonical\" href=\"" + site + "(:\\d+)?/help/articles/" + english.slug())
                .containsPattern("hreflang=\"de\" href=\"" + site + "(:\\d+)?/help/articles/" + german.slug())
                .containsPattern("hreflang=\"en\" href=\"" + site + "(:\\d+)?/help/articles/" + english.slug())
                .doesNotContain("hreflang=\"fr\"");
        assertThat(visitor.open(german.address()))
                .bodyText()
                .contains("Auf Deutsch.", "lang=\"de\"", "hreflang=\"en\"")
                .doesNotContain("In English.");
        assertThat(visitor.open("/help/articles/" + german.slug())).hasStatusOk();
    }

    @Test
    void anArticleNamesOnlyRelativesThatItsReaderMaySee() {
        var open = writing.publish(acme, subject + " open", "Read me.");
        var inside = writing.write(acme, Map.of("title", subject + " inside", "visibility", "agents"));
        var article = writing.write(acme, Map.of("title", subject, "related", List.of(open.id(), inside.id())));

        assertThat(visitor.open(article.address()))
                .bodyText()
                .contains(open.address())
                .doesNotContain(inside.slug());
        assertThat(visitor.get("/requests/suggestions?subject=" + words()))
                .hasStatusOk()
                .bodyText()
                .contains(open.slug())
                .doesNotContain(inside.slug());
    }

    @Test
    void whatIsFoundIsWhatTheReaderMaySee() {
        help.decide(acme, true, false, false);
        writing.publish(acme, subject + " open", "For kanarien only.");
        writing.write(acme, Map.of("title", subject + " customers", "visibility", "customers"));
        writing.write(acme, Map.of("title", subject + " inside", "visibility", "agents"));
        writing.write(acme, Map.of("title", subject + " draft", "status", "draft"));
        writing.publish(globex, subject + " globex", "Of somebody else.");
        String search = "/help/search?q=" + words();

        assertThat(visitor.open(search))
                .bodyText()
                .contains(subject + " open")
                .doesNotContain(subject + " customers", subject + " inside", subject + " draft", subject + " globex");
        assertThat(visitor.open(search, "HX-Request", "true", "HX-Target", "found"))
                .bodyText()
                .contains(subject + " open")
                .doesNotContain("<html", subject + " customers", subject + " inside", subject + " globex");
        assertThat(help.customer(acme, HelpCenter.address()).open(search))
                .bodyText()
                .contains(subject + " open", subject + " customers")
                .doesNotContain(subject + " inside", subject + " draft");
        assertThat(help.agent(acme, Role.OWNER).open(search)).bodyText().doesNotContain(subject + " inside");
    }

    @Test
    void markupInWhatIsSearchedOrFoundIsText() {
        String title = "<img src=x onerror=alert(1)> " + subject;
        writing.publish(acme, title, "## <svg onload=alert(2)>\n\n<script>alert(3)</script> waxed `<b>` " + subject);

        for (String words :
                List.of(subject, "<script>alert(4)</script>", "\"><img src=x onerror=alert(5)>", "'); --")) {
            var found = visitor.open("/help/search?q=" + encoded(words));
            assertThat(found)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("<script>alert", "<img src=x", "<svg onload", "\"><img src");
        }
        assertThat(visitor.open("/help/search?q=" + words()))
                .bodyText()
                .contains("&lt;img src=x onerror=alert(1)", "<mark>");
    }

    @Test
    void anySearchIsAnswered() {
        for (String words : List.of("", "   ", "%", "\\", "a".repeat(5_000), "🎉", "or or -", "كلمة")) {
            assertThat(visitor.open("/help/search?q=" + encoded(words))).hasStatusOk();
        }
        assertThat(help.atPlatform().get("/help/search?q=wax")).hasStatus(404);
    }

    private Tenant inThreeLanguages() {
        return help.speaking("help-polyglot", "Polyglot", Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);
    }

    private void assertNobodyReads(Browser reader, Written hidden) {
        assertThat(reader.open(hidden.address())).hasStatus(404);
        assertThat(reader.open(hidden.feedback())).hasStatus(404);
    }

    private String words() {
        return encoded(subject);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static String location(MvcTestResult moved) {
        return String.valueOf(moved.getResponse().getHeader("Location"));
    }
}
