package dev.lodge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.knowledge.ArticleChanges;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Authoring;
import dev.lodge.knowledge.Reader;
import dev.lodge.knowledge.Shelves;
import dev.lodge.tenancy.BrandLink;
import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.Frontage;
import dev.lodge.tenancy.HomeBlock;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.api.Change;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriUtils;

/** A help center as its desk made it, and the ways into its articles. */
@LodgeTest
@Import(HelpCenter.class)
class FrontTests {

    @Autowired
    HelpCenter help;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Brands brands;

    @Autowired
    TenantRegistry registry;

    @Autowired
    Shelves shelves;

    @Autowired
    Articles articles;

    @Autowired
    Authoring authoring;

    @Autowired
    MockMvcTester http;

    Tenant acme;
    Tenant globex;
    long author;
    Shelves.Shelf shelf;

    @BeforeEach
    void bothDesksHaveArticlesAndNothingOfTheirOwn() {
        acme = cast.tenant("front-acme", "Acme");
        globex = cast.tenant("front-globex", "Globex");
        author = people.somebody(acme, "Mia Lindqvist", Role.OWNER).id();
        shelf = Tenants.in(acme, () -> shelves.fill("Acme", author));
        arrange(Frontage.PLAIN, Map.of(BrandPicture.LOGO, Optional.empty()));
    }

    @Test
    void withoutAnythingOfItsOwnADeskGreetsAsLodgeDoes() {
        assertThat(help.at(acme).get("/"))
                .hasStatusOk()
                .bodyText()
                .contains("How can we help?", "Acme answers", "Care for your zipper", "Write to us.")
                .doesNotContain("og:image", "l-hc-links", "l-hc-words");
    }

    @Test
    void aDeskSaysWhatStandsOnItsFrontAndInWhichOrder() {
        arrange(
                new Frontage(
                        "Good gear, <sorted>",
                        "Answers within a day.",
                        List.of(HomeBlock.CONTACT, HomeBlock.POPULAR, HomeBlock.SEARCH),
                        List.of(),
                        ""),
                Map.of());

        assertThat(help.at(acme).get("/"))
                .hasStatusOk()
                .bodyText()
                .contains("Good gear, &lt;sorted&gt;", "Answers within a day.")
                .containsSubsequence("id=\"contact\"", "Care for your zipper", "role=\"search\"")
                .doesNotContain("How can we help?", "Acme answers");
        assertThat(help.at(globex).get("/"))
                .bodyText()
                .contains("How can we help?")
                .doesNotContain("Good gear");
    }

    @Test
    void linksAndFooterStandOnEachPageAndThoseThatLeadAwayOpenBeside() {
        var links = List.of(new BrandLink("Shop", "https://shop.acme.example/"), new BrandLink("Care", "/help/care"));
        arrange(
                new Frontage("", "", List.of(HomeBlock.SEARCH), links, "Acme AB, [terms](https://acme.example/terms)"),
                Map.of());

        for (String path : List.of("/", "/help/search", address())) {
            assertThat(help.at(acme).get(path))
                    .bodyText()
                    .containsPattern(
                            "href=\"https://shop.acme.example/\" target=\"_blank\" rel=\"noopener\"[^>]*>Shop</a>")
                    .containsPattern("href=\"/help/care\"( dir=\"auto\")?>Care</a>")
                    .contains("<a href=\"https://acme.example/terms\" target=\"_blank\" rel=\"noopener\">terms</a>");
        }
        assertThat(help.at(globex).get("/")).bodyText().doesNotContain("acme.example");
    }

    @Test
    void aLinkToTheHelpCenterIsShownWithItsNameWordsAndLogo() {
        arrange(
                new Frontage("Good gear", "Answers within a day.", List.of(HomeBlock.SEARCH), List.of(), ""),
                Map.of(BrandPicture.LOGO, Optional.of(new Brands.Logo(new byte[] {1}, "image/png"))));
        String host = "://" + acme.primaryHost();

        assertThat(help.at(acme).get("/"))
                .bodyText()
                .contains(
                        "property=\"og:title\" content=\"Good gear\"",
                        "property=\"og:description\" content=\"Answers within a day.\"",
                        "property=\"og:site_name\" content=\"Acme\"",
                        "property=\"og:locale\" content=\"en\"")
                .containsPattern("og:url\" content=\"http" + host + "[^\"]*/\"")
                .containsPattern("og:image\" content=\"http" + host + "[^\"]*/logo\\?v=");
        assertThat(help.at(acme).get(address()))
                .bodyText()
                .contains("property=\"og:type\" content=\"article\"", "property=\"og:image\"");
    }

    @Test
    void anAddressThatAnArticleHadLeadsForGoodToTheOneItHas() {
        String before = address();
        var changes = new ArticleChanges(
                Change.absent(),
                Change.absent(),
                Change.to("reißverschluss"),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent());
        var mia = help.hire(acme, "Mia Lindqvist", Role.OWNER);
        String slug = Tenants.in(
                acme,
                () -> authoring
                        .change(mia, shelf.article(), changes, any -> true)
                        .slug());
        String after = "/help/articles/" + UriUtils.encodePathSegment(slug, StandardCharsets.UTF_8);

        assertThat(help.at(acme).get(before)).hasStatus(301).hasHeader("Location", after + "?language=en");
        assertThat(help.at(acme).get(before.replaceFirst("\\?.*", "")))
                .hasStatus(301)
                .hasHeader("Location", after);
        assertThat(http.head().uri("http://" + acme.primaryHost() + before))
                .hasStatus(301)
                .hasHeader("Location", after + "?language=en");
        assertThat(help.at(acme).get(after + "?language=en")).hasStatusOk();
        assertThat(help.at(globex).get(before)).hasStatus(404);
    }

    @Test
    void whoReadsWithoutAScriptCountsOnceASessionToo() {
        String seen = "/help/articles/" + shelf.article() + "/seen.gif";
        var reader = help.at(acme);
        long before = views();
        assertThat(reader.get(address())).bodyText().contains("<noscript><img src=\"" + seen);

        assertThat(reader.get(seen))
                .hasStatusOk()
                .hasHeader("Content-Type", "image/gif")
                .hasHeader("Cache-Control", "no-store");
        reader.get(seen);
        reader.get("/help/articles/" + shelf.article() + "/feedback?read=true");
        assertThat(views()).isEqualTo(before + 1);
        help.at(acme).get(seen);
        assertThat(views()).isEqualTo(before + 2);
        assertThat(help.at(globex).get(seen)).hasStatus(404);
    }

    private long views() {
        return Tenants.in(
                acme, () -> articles.read(Reader.visitor(), shelf.article()).viewCount());
    }

    private String address() {
        return Tenants.in(acme, () -> {
            var article = articles.read(Reader.visitor(), shelf.article());
            return "/help/articles/" + article.slug() + "?language=en";
        });
    }

    private void arrange(Frontage frontage, Map<BrandPicture, Optional<Brands.Logo>> pictures) {
        var branding = registry.bySlug(acme.slug()).orElseThrow().branding();
        Tenants.run(
                acme,
                () -> brands.change(
                        new Brands.Wish("Acme", branding.accent(), null, frontage, pictures), branding.version()));
    }
}
