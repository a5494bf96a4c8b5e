package dev.lodge.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tickets.Api;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Articles over HTTP, at Acme, with Globex next door. */
@LodgeTest
class ArticleApiTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    Api mia;
    Api priya;
    Api leo;
    Library acme;
    final String title = "Zipper no. %d".formatted(NUMBER.incrementAndGet());

    @BeforeEach
    void bothDesksAreInTheRoom() {
        mia = person(cast.tenant("library-acme", "Acme"), "Mia Lindqvist", Role.OWNER);
        priya = person(cast.tenant("library-acme", "Acme"), "Priya Raman", Role.AGENT);
        leo = person(cast.tenant("library-globex", "Globex"), "Nadia Rahimi", Role.OWNER);
        acme = new Library(mia);
    }

    private Api person(Tenant tenant, String name, Role role) {
        return new Api(
                http, tenant.slug().value(), people.somebody(tenant, name, role).bearer());
    }

    @Test
    void anArticleTakesAndShowsAllThatItHas() {
        String path = acme.write(
                title,
                "\"status\": \"published\", \"visibility\": \"customers\", \"language\": \"de\", \"tags\": [\"Zelt\"],"
                        + " \"publish_at\": \"2026-01-05T08:00:00Z\"");

        assertThat(mia.get(path)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"title": "%s", "body": "A word about it.", "body_html": "<p>A word about it.</p>\\n", "category": null,
                 "status": "published", "visibility": "customers", "language": "de", "tags": ["Zelt"],
                 "publish_at": "2026-01-05T08:00:00Z", "view_count": 0, "helpful_count": 0, "unhelpful_count": 0,
                 "version": 1}""".formatted(title));
        assertThat(leo.get(path)).hasStatus(404);
        assertThat(visitor("library-acme", HttpMethod.GET, path, null)).hasStatus(404);
    }

    @Test
    void whatIsPublishedForEverybodyNeedsNoSignInAndNothingElseIsThere() {
        String open = acme.publish(title);
        List<String> hidden = Stream.of(
                        "\"status\": \"draft\"",
                        "\"status\": \"in_review\"",
                        "\"status\": \"archived\"",
                        "\"status\": \"published\", \"visibility\": \"agents\"",
                        "\"status\": \"published\", \"visibility\": \"customers\"",
                        "\"status\": \"published\", \"publish_at\": \"2999-01-01T00:00:00Z\"")
                .map(more -> acme.write(title, more))
                .toList();

        assertThat(visitor("library-acme", HttpMethod.GET, open, null)).hasStatusOk();
        for (String path : hidden) {
            assertThat(visitor("library-acme", HttpMethod.GET, path, null)).hasStatus(404);
            assertThat(visitor("library-acme", HttpMethod.POST, path + "increment_view/", ""))
                    .hasStatus(404);
            assertThat(visitor("library-acme", HttpMethod.POST, path + "feedback/", "{\"helpful\": true}"))
                    .hasStatus(404);
        }
        assertThat(visitor("library-acme", HttpMethod.GET, "/api/articles/?search=" + title.replace(" ", "%20"), null))
                .bodyJson()
                .extractingPath("$.results[*].title")
                .asArray()
                .containsExactly(title);
        assertThat(visitor("library-globex", HttpMethod.GET, open, null)).hasStatus(404);
        assertThat(visitor("library-acme", HttpMethod.GET, open + "versions/", null))
                .hasStatus(401);
    }

    @Test
    void aBadTokenIsRefusedAlsoWhereNobodyNeedsOne() {
        String open = acme.publish(title);
        var nobody = new Api(http, "library-acme", "Bearer nonsense");

        assertThat(nobody.get(open)).hasStatus(401);
        assertThat(nobody.get("/api/articles")).hasStatus(401);
        assertThat(nobody.post(open + "increment_view", "")).hasStatus(401);
        assertThat(new Api(http, "library-globex", mia.bearer()).get("/api/articles"))
                .hasStatus(401);
    }

    @Test
    void agentsDraftAndManagersPublish() {
        String draft = new Library(priya).write(title, "");

        assertThat(priya.patch(draft, "{\"status\": \"published\"}")).hasStatus(403);
        assertThat(priya.patch(draft, "{\"status\": \"in_review\", \"body\": \"Ready.\"}"))
                .hasStatusOk();
        assertThat(mia.patch(draft, "{\"status\": \"published\"}")).hasStatusOk();
        assertThat(priya.patch(draft, "{\"body\": \"Mine.\"}")).hasStatus(403);
        assertThat(priya.delete(draft)).hasStatus(403);
        assertThat(mia.patch(draft, "{\"status\": \"in_review\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.allowed")
                .asArray()
                .containsExactly("draft", "archived");
        assertThat(mia.delete(draft)).hasStatus(204);
        assertThat(mia.get(draft)).hasStatus(404);
    }

    @Test
    void eachTextIsKeptAndComesBackAsANewVersion() {
        String path = acme.write(title, "");
        mia.patch(path, "{\"body\": \"Second.\"}", "If-Match", "\"1\"");
        mia.patch(path, "{\"tags\": [\"a\"]}");

        assertThat(mia.patch(path, "{\"body\": \"Late.\"}", "If-Match", "\"1\""))
                .hasStatus(412);
        assertThat(mia.post(path + "restore/", "{\"from_version\": 1}", "If-Match", "\"3\""))
                .hasStatusOk();
        assertThat(mia.post(path + "restore/", "{\"from_version\": 3}")).hasStatus(400);
        assertThat(acme.read(path + "versions").get("results").findValuesAsString("version"))
                .containsExactly("4", "2", "1");
        assertThat(acme.read(path).get("body").asString()).isEqualTo("A word about it.");
        assertThat(acme.read(path + "versions/").at("/results/0/author/name").asString())
                .isEqualTo("Mia Lindqvist");
        assertThat(leo.get(path + "versions/")).hasStatus(404);
    }

    @Test
    void anotherArticleOfTheSameTitleHasANumberInItsAddress() {
        assertThat(Stream.of(acme.write(title, ""), acme.write(title, ""), acme.write(title, "\"language\": \"fr\""))
                        .map(path -> acme.read(path).get("slug").asString().replace(Slug.of(title, "en"), "…")))
                .containsExactly("…", "…-2", "…");
        assertThat(mia.post("/api/articles", "{\"title\": \"x\", \"body\": \"\", \"slug\": \"%s\"}".formatted(title)))
                .hasStatus(409);
    }

    @Test
    void anArticleInAnotherLanguageBelongsToTheSameFamilyAndOnlyOnce() {
        String english = acme.write(title, "");
        long id = acme.id(english);
        String german = acme.write("Reißverschluss", "\"language\": \"de\", \"translation_of\": " + id);

        assertThat(acme.read(english).at("/translations/0/id").asLong()).isEqualTo(acme.id(german));
        assertThat(acme.read(german).at("/translations/0/slug").asString()).isEqualTo(Slug.of(title, "en"));
        assertThat(mia.post(
                        "/api/articles",
                        "{\"title\": \"Noch einer\", \"body\": \"\", \"language\": \"de\", \"translation_of\": %d}"
                                .formatted(id)))
                .hasStatus(409);
    }

    @Test
    void aVoteCountsOnceForEachVisitorAndThousandsFromOneAddressAreRefused() {
        String path = acme.publish(title);
        assertThat(visitor("library-acme", HttpMethod.POST, path + "feedback/", "{\"helpful\": true}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"helpful_count\": 1, \"unhelpful_count\": 0}");
        assertThat(visitor(
                        "library-acme",
                        HttpMethod.POST,
                        path + "feedback",
                        "{\"helpful\": false, \"comment\": \"Why?\"}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"helpful_count\": 0, \"unhelpful_count\": 1}");
        assertThat(mia.post(path + "feedback/", "{\"helpful\": false}"))
                .bodyJson()
                .extractingPath("$.unhelpful_count")
                .isEqualTo(2);
        assertThat(acme.read(path + "feedback/?commented=true")
                        .at("/results/0/comment")
                        .asString())
                .isEqualTo("Why?");
        assertThat(visitor(
                        "library-acme",
                        HttpMethod.POST,
                        path + "feedback",
                        "{\"helpful\": true, \"comment\": \"%s\"}".formatted("x".repeat(1001))))
                .hasStatus(400);

        long refused = Stream.generate(() -> http.post()
                        .uri("http://library-acme.localhost" + path + "feedback/")
                        .with(request -> {
                            request.setRemoteAddr("198.51.100." + NUMBER.get() % 250);
                            return request;
                        })
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"helpful\": true}")
                        .exchange())
                .limit(100)
                .filter(result -> result.getResponse().getStatus() == 429)
                .count();
        assertThat(refused).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=gone",
                "status=",
                "visibility=everyone",
                "category=-1",
                "category=x",
                "tag=a&tag=b",
                "ordering=view_count",
                "page=0",
                "page_size=1000",
                "colour=red",
                "language=%00"
            })
    void aFilterThatMeansNothingIsRefused(String query) {
        assertThat(mia.get("/api/articles?" + query)).hasStatus(400);
        assertThat(visitor("library-acme", HttpMethod.GET, "/api/articles/?" + query, null))
                .hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'); drop table article; --",
                "a & b | !c",
                "\"unbalanced",
                "-",
                "*:*",
                "((((",
                "\\",
                "%",
                "🎉",
                "<script>alert(1)</script>",
                "or or or",
                "the of and",
                "كلمة المرور",
                "a'b''c"
            })
    void anyTextIsASearch(String text) {
        String query = java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);

        assertThat(mia.get("/api/articles?search=" + query)).hasStatusOk();
        assertThat(mia.get("/api/articles?language=de&search=" + query)).hasStatusOk();
    }

    @Test
    void putNeedsTitleAndBodyAndTakesTheRestAway() {
        String path = acme.write(title, "\"tags\": [\"a\"], \"visibility\": \"agents\"");

        assertThat(mia.put(path, "{\"title\": \"Other\"}")).hasStatus(400);
        assertThat(mia.put(path, "{\"title\": \"Other\", \"body\": \"New.\"}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"title\": \"Other\", \"tags\": [], \"visibility\": \"public\", \"slug\": \"%s\", \"version\": 2}"
                                .formatted(Slug.of(title, "en")));
    }

    private MvcTestResult visitor(
            String desk, HttpMethod method, String path, @org.jspecify.annotations.Nullable String body) {
        var request = http.method(method).uri(java.net.URI.create("http://" + desk + ".localhost" + path));
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }
}
