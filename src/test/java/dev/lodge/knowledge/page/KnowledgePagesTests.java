package dev.lodge.knowledge.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Browsers;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.knowledge.Shelves;
import dev.lodge.knowledge.Shelves.Shelf;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The knowledge base as agents see it in a browser. */
@LodgeTest
class KnowledgePagesTests {

    /** One pixel. */
    private static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Browsers browsers;

    @Autowired
    MockMvcTester http;

    @Autowired
    Shelves shelves;

    Tenant desk;
    Shelf shelf;
    Browsers.Browser karin;
    String article;

    @BeforeEach
    void aDeskWithAnArticleAndAManager() {
        desk = cast.tenant("knowledge-pages", "Knowledge pages");
        cast.globex();
        var manager = people.somebody(desk, "Karin Holm", Role.MANAGER);
        shelf = Tenants.in(desk, () -> shelves.fill("Pages", manager.id()));
        article = "/knowledge/" + shelf.article();
        karin = browser(Role.MANAGER, "Karin Holm");
    }

    private Browsers.Browser browser(Role role, String name) {
        var somebody = people.somebody(desk, name, role);
        var browser = browsers.at("knowledge-pages.localhost");
        browser.signIn(somebody.email(), People.PASSWORD, "/profile");
        return browser;
    }

    private static String location(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getHeader(HttpHeaders.LOCATION));
    }

    @Test
    void theListNamesArticlesWithTheirStatusAndMarksWhatWasSearched() {
        assertThat(karin.get("/knowledge?search=wax"))
                .hasStatusOk()
                .bodyText()
                .contains("Care for your zipper", "Published", "<mark>Wax</mark>", article);
        assertThat(karin.get("/knowledge?status=archived")).bodyText().contains("No article is like that");
        assertThat(karin.get("/knowledge?status=gone")).hasStatus(400);
    }

    @Test
    void whatNarrowsTheListIsNamedInTheWordsOfTheListNotInCodes() {
        assertThat(karin.get("/knowledge?visibility=public,agents&language=de"))
                .hasStatusOk()
                .bodyText()
                .contains("<b>Everybody and Agents</b>", "<b>German</b>");
    }

    @Test
    void anArticleIsWrittenAndSentToReviewInOneStep() {
        var priya = browser(Role.AGENT, "Priya Raman");

        var written = priya.post(
                "/knowledge", "title", "Wash a tent", "body", "By hand.", "tags", "tent, wash", "status", "in_review");

        assertThat(written).hasStatus(303);
        assertThat(priya.get(location(written))).bodyText().contains("Wash a tent", "In review", "tent, wash");
        assertThat(priya.post("/knowledge", "title", "Wash", "body", "x", "status", "published"))
                .hasStatus(403);
    }

    @Test
    void aFormThatDoesNotFitComesBackWithWhatWasTyped() {
        assertThat(karin.post("/knowledge", "title", " ", "body", "My long text", "related", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"related-error\"", "My long text");
        assertThat(karin.post("/knowledge", "title", " ", "body", "My long text"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"title-error\"", "My long text");
    }

    @Test
    void whatAnArticleLeadsOnToIsFoundByWordsAndByNumbers() {
        String tent = written("Wash a tent by hand");
        String pole = written("Mend a tent pole");

        assertThat(karin.get("/knowledge/related/found?find=tent&related=" + pole + "&of=" + shelf.article()))
                .hasStatusOk()
                .bodyText()
                .contains("Wash a tent by hand", box(tent))
                .doesNotContain(box(pole));
        assertThat(karin.get("/knowledge/related/found?find=zipper&of=" + shelf.article()))
                .bodyText()
                .doesNotContain(box(Long.toString(shelf.article())));
        assertThat(karin.get("/knowledge/related/found?find=" + pole))
                .bodyText()
                .contains("Mend a tent pole");
        assertThat(karin.get("/knowledge/related/found?find=rhubarb"))
                .bodyText()
                .contains("No article has these words");
        karin.post("/knowledge", "title", "Wash-Zelt", "body", "wash", "language", "de");
        assertThat(karin.get("/knowledge/related/found?find=wash&language=de"))
                .bodyText()
                .containsSubsequence("Wash-Zelt", "Wash a tent by hand");
        assertThat(karin.get("/knowledge/related?related=" + pole + "&related=" + tent))
                .bodyText()
                .containsSubsequence("Mend a tent pole", "Wash a tent by hand");
    }

    @Test
    void whatIsChosenStaysInItsOrderAndWordsThatMeanNothingYetComeBackWithWhatTheyFind() {
        String tent = written("Wash a tent by hand");
        String pole = written("Mend a tent pole");
        String[] words = {"title", "Care for your zipper", "body", "Wax it.", "related", pole, "find", "wash hand"};

        assertThat(karin.post(article, words))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"related-error\"", "Mend a tent pole", "Wash a tent by hand", "value=\"wash hand\"");
        words[words.length - 1] = tent;
        assertThat(karin.post(article, words)).hasStatus(303);
        assertThat(karin.get(article))
                .bodyText()
                .containsSubsequence("id=\"related\"", "Mend a tent pole", "Wash a tent by hand", "id=\"find\"");
    }

    private static String box(String number) {
        return "value=\"" + number + "\"";
    }

    /** @return its number */
    private String written(String title) {
        return location(karin.post("/knowledge", "title", title, "body", "At home."))
                .substring("/knowledge/".length());
    }

    @Test
    void whoSavesOverSomebodyElsesChangeIsToldAndKeepsTheText() {
        karin.post(article, "title", "Care for your zipper", "body", "First.", "visibility", "public", "version", "1");

        assertThat(karin.post(
                        article,
                        "title",
                        "Care for your zipper",
                        "body",
                        "Mine.",
                        "visibility",
                        "public",
                        "version",
                        "1"))
                .hasStatus(412)
                .bodyText()
                .contains("Somebody else saved", "Mine.", "name=\"version\" value=\"2\"");
        assertThat(karin.get(article)).bodyText().contains("First.");
    }

    @Test
    void whatIsPublishedIsReadByAgentsAndChangedByManagers() {
        var priya = browser(Role.AGENT, "Priya Raman");

        assertThat(priya.get(article))
                .bodyText()
                .contains("Wax it twice a year.")
                .doesNotContain("<textarea");
        assertThat(priya.post(article, "title", "x", "body", "x", "version", "1"))
                .hasStatus(403);
        assertThat(priya.get("/knowledge/categories")).hasStatus(403);
    }

    @Test
    void withoutAScriptPicturesComeWithTheFormAndStandBelowTheText() {
        var saved = http.post()
                .uri("http://knowledge-pages.localhost" + article)
                .multipart()
                .file(new MockMultipartFile("pictures", "zip (1).gif", "image/gif", GIF))
                .file(new MockMultipartFile("pictures", "", null, new byte[0]))
                .param("_csrf", karin.token(article))
                .param("title", "Care for your zipper")
                .param("body", "Wax it twice a year.")
                .param("visibility", "public")
                .cookie(karin.cookie("lodge_session"))
                .exchange();

        assertThat(saved).hasStatus(303);
        assertThat(karin.get(article))
                .bodyText()
                .containsPattern(
                        "(?s)Wax it twice a year\\.\\s+!\\[zip \\(1\\)\\.gif]\\(/attachments/[0-9]+/zip-1-.gif\\)")
                .containsPattern("<img [^>]*src=\"/attachments/");
    }

    @Test
    void thePreviewShowsWhatWillBeShownAndNothingActs() {
        assertThat(karin.post("/knowledge/preview", "body", "## Wax\n\n<script>alert(1)</script>"))
                .hasStatusOk()
                .bodyText()
                .contains("<h2 id=\"h-wax\">Wax</h2>", "&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(karin.post(article, "title", "x", "body", "*Looked at*", "preview", "true"))
                .bodyText()
                .contains("<em>Looked at</em>");
        assertThat(karin.get(article)).bodyText().doesNotContain("Looked at");
    }

    @Test
    void whatIsPastedComesBackAsMarkdown() {
        assertThat(karin.post("/knowledge/paste", "html", "<h2>Wax</h2><ul><li><b>Twice</b></li></ul>"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("## Wax\n\n- **Twice**");
    }

    @Test
    void versionsShowWhatChangedAndCanBeRestored() {
        karin.post(article, "title", "Care for your zipper", "body", "Wax it <b>never</b>.", "version", "1");

        assertThat(karin.get(article + "/versions"))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;b&gt;never&lt;/b&gt;", "l-diff-gone")
                .doesNotContain("<b>never");
        assertThat(karin.post(article + "/restore", "version", "1")).hasStatus(303);
        assertThat(karin.get(article)).bodyText().contains("Wax it twice a year.");
    }

    @Test
    void theFirstVersionIsShownPlainAsThereIsNothingToCompareItWith() {
        assertThat(karin.get(article + "/versions"))
                .hasStatusOk()
                .bodyText()
                .contains("Version 1, the first", "Wax it twice a year.")
                .doesNotContain("l-diff-new");
    }

    @Test
    void categoriesAreArrangedAndOneThatIsNotEmptyAsksWhereThingsGo() {
        String category = "/knowledge/categories/" + shelf.category();

        assertThat(karin.post("/knowledge/categories", "name", "Elsewhere")).hasStatus(303);
        assertThat(karin.get(category)).bodyText().contains("name=\"move_to\"", "Elsewhere");
        assertThat(karin.post(category + "/delete")).hasStatus(409).bodyText().contains("is not empty");
        assertThat(karin.post(category, "name", "Care", "parent", Long.toString(shelf.category())))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"parent-error\"");
        assertThat(karin.post(category + "/delete", "move_to", Long.toString(shelf.top())))
                .hasStatus(303);
        assertThat(karin.get("/knowledge?category=" + shelf.top())).bodyText().contains("Care for your zipper");
    }
}
