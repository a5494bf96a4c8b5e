package dev.lodge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Answers;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.portal.WritingDesk.Written;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenant;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What search engines and feed readers take from a help center: what everybody may read, at the desk's own addresses. */
@LodgeTest
@Import(HelpCenter.class)
class ReadByProgramsTests {

    @Autowired
    HelpCenter help;

    @Autowired
    WritingDesk writing;

    @Autowired
    SiteAddresses addresses;

    @Autowired
    TurnedClock clock;

    Tenant acme;
    String subject;
    Written open;

    @BeforeEach
    void oneArticleIsForAllAndTheOthersAreNot() {
        acme = help.acme();
        subject = HelpCenter.subject();
        open = writing.publish(acme, subject + " <b>open</b> & free", "For <i>all</i> & sundry.");
        String later = clock.instant().plus(Duration.ofDays(9)).toString();
        for (var hidden : List.of(
                Map.of("visibility", "customers"),
                Map.of("visibility", "agents"),
                Map.of("status", "draft"),
                Map.of("status", "in_review"),
                Map.of("status", "archived"),
                Map.of("publish_at", later))) {
            var fields = new java.util.HashMap<String, Object>(hidden);
            fields.put("title", subject + " hidden");
            writing.write(acme, fields);
        }
        writing.publish(help.globex(), subject + " globex", "Theirs.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sitemap.xml", "/help/feed.atom"})
    void onlyWhatEverybodyMayReadIsListedAtTheDesksOwnAddress(String path) throws Exception {
        var listed = texts(read(path), path.equals("/sitemap.xml") ? "loc" : "id");

        assertThat(listed)
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address).startsWith(addresses.of(acme) + "/"));
        assertThat(read(path).getDocumentElement().getTextContent() + listed)
                .doesNotContainIgnoringCase(subject + "-hidden", subject + " hidden", subject + " globex");
        assertThat(text(path)).contains(addresses.of(acme) + open.address()).doesNotContain("<b>", "<i>");
    }

    @Test
    void whatIsListedIsThere() throws Exception {
        String site = addresses.of(acme);

        for (String address : texts(read("/sitemap.xml"), "loc")) {
            assertThat(help.at(acme).open(address.substring(site.length()))).hasStatusOk();
        }
    }

    @Test
    void theFeedNamesEachArticleOnceAndForGood() throws Exception {
        var ids = texts(read("/help/feed.atom"), "id");
        writing.change(acme, open, Map.of("slug", subject + "-moved"));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(texts(read("/help/feed.atom"), "id")).containsAll(ids);
    }

    @Test
    void robotsAreLedToTheSiteMapAndKeptFromSearches() {
        assertThat(help.at(acme).get("/robots.txt"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/plain")
                .bodyText()
                .contains("Sitemap: " + addresses.of(acme) + "/sitemap.xml", "Disallow: /help/search", "Disallow: /\n");
        assertThat(help.atPlatform().get("/robots.txt")).bodyText().isEqualTo("User-agent: *\nDisallow: /\n");
        assertThat(help.atPlatform().get("/sitemap.xml")).hasStatus(404);
        assertThat(help.atPlatform().get("/help/feed.atom")).hasStatus(404);
    }

    @Test
    void noneOfItIsAboutWhoAsks() {
        help.decide(acme, true, false, false);
        var customer = help.customer(acme, HelpCenter.address());

        for (String path : List.of("/robots.txt", "/sitemap.xml", "/help/feed.atom")) {
            assertThat(customer.get(path))
                    .hasStatusOk()
                    .headers()
                    .hasValue("Cache-Control", "max-age=600, public")
                    .doesNotContainHeader("Set-Cookie");
            assertThat(customer.get(path)).bodyText().isEqualTo(text(path));
        }
    }

    @Test
    void aPageSaysWhatItIsToThoseWhoLinkToIt() {
        assertThat(help.at(acme).open(open.address()))
                .bodyText()
                .contains(
                        "<link rel=\"canonical\" href=\"" + addresses.of(acme) + open.address() + "\">",
                        "<meta property=\"og:url\" content=\"" + addresses.of(acme) + open.address() + "\">",
                        "<meta property=\"og:site_name\" content=\"Acme\">",
                        "<meta name=\"description\" content=\"For &lt;i>all&lt;/i> &amp; sundry.\">")
                .doesNotContain("noindex");
        assertThat(help.at(acme).get("/help/search?q=x")).bodyText().contains("noindex");
    }

    private String text(String path) {
        return Answers.text(help.at(acme).get(path));
    }

    private Document read(String path) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text(path))));
    }

    private static List<String> texts(Document document, String element) {
        var found = new ArrayList<String>();
        var nodes = document.getElementsByTagName(element);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add(Objects.requireNonNull(nodes.item(i)).getTextContent());
        }
        return found;
    }
}
