package dev.lodge.demo;

import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static dev.lodge.schema.tenant.Tables.ATTACHMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import dev.lodge.knowledge.Article;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Categories;
import dev.lodge.knowledge.Category;
import dev.lodge.knowledge.Reader;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.TenantSlug;
import dev.lodge.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LodgeTest
class KnowledgeBaseTests {

    @Autowired
    Demo demo;

    @Autowired
    Articles articles;

    @Autowired
    Categories categories;

    @Autowired
    KnowledgeBase knowledge;

    @Autowired
    TenantDatabase database;

    @Autowired
    MockMvcTester http;

    @ParameterizedTest
    @CsvSource({"acme, shelf-acme, 24, 22", "globex, shelf-globex, 23, 15"})
    void articlesAreThereOnceInBothLanguages(String file, String slug, int english, int german) {
        Tenant tenant = desk(file, slug);

        Tenants.run(tenant, () -> knowledge.fill(Desk.of(file)));

        assertThat(Tenants.in(
                        tenant,
                        () -> Map.of(
                                "en", database.sql().fetchCount(ARTICLE, ARTICLE.LANGUAGE.eq("en")),
                                "de", database.sql().fetchCount(ARTICLE, ARTICLE.LANGUAGE.eq("de")))))
                .isEqualTo(Map.of("en", english, "de", german));
        assertThat(Tenants.in(tenant, () -> database.sql().fetchCount(ATTACHMENT)))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"acme, shelf-acme", "globex, shelf-globex"})
    void everyArticleIsShownAsItIsMeant(String file, String slug) {
        Tenant tenant = desk(file, slug);

        var all = Tenants.in(tenant, this::everything);

        assertThat(all)
                .allSatisfy(article -> assertThat(article.bodyHtml())
                        .isNotBlank()
                        .doesNotContain(".png)", "](", "TODO", "Lorem")
                        .doesNotContainPattern("<a [^>]*/attachments/"));
        assertThat(all.stream().filter(article -> article.bodyHtml().contains("<img")))
                .hasSize(4);
        assertThat(all.stream().filter(article -> article.author() == null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"acme, shelf-acme", "globex, shelf-globex"})
    void aVisitorSeesTheirPicturesAndNotThoseOfAnotherDesk(String file, String slug) {
        Tenant tenant = desk(file, slug);
        String other = slug.equals("shelf-acme") ? "shelf-globex" : "shelf-acme";
        desk(other.substring("shelf-".length()), other);

        var ids = Tenants.in(
                tenant,
                () -> database.sql().select(ATTACHMENT.ID).from(ATTACHMENT).fetch(ATTACHMENT.ID));

        assertThat(ids)
                .isNotEmpty()
                .allSatisfy(id -> assertThat(picture(slug, id))
                        .hasStatusOk()
                        .hasHeader("Content-Type", "image/png")
                        .body()
                        .isNotEqualTo(picture(other, id).getResponse().getContentAsByteArray()));
    }

    private MvcTestResult picture(String slug, long id) {
        return http.get()
                .uri("http://%s.localhost/attachments/%d/picture.png".formatted(slug, id))
                .exchange();
    }

    @ParameterizedTest
    @CsvSource({"acme, shelf-acme", "globex, shelf-globex"})
    void everyCategoryHasArticlesAndItsNameInBothLanguages(String file, String slug) {
        Tenant tenant = desk(file, slug);

        var top =
                Tenants.in(tenant, () -> categories.tree(Reader.visitor(), "de").children(null));

        assertThat(top)
                .extracting(Category::name)
                .containsExactlyElementsOf(Desk.of(file).categories().stream()
                        .map(category -> category.name())
                        .toList());
        assertThat(top).allSatisfy(category -> {
            assertThat(category.articleCount()).isPositive();
            assertThat(category.description()).isNotBlank();
            assertThat(category.in("de").name()).isNotEqualTo(category.name());
        });
    }

    @ParameterizedTest
    @CsvSource({"acme", "globex"})
    void articlesMentionOnlyWhatThereIs(String desk) {
        var english = Sheet.all(desk, "en");
        var german = Sheet.all(desk, "de");

        assertThat(english.values())
                .allSatisfy(sheet -> assertThat(english.keySet()).containsAll(sheet.words("related")));
        assertThat(english.keySet()).containsAll(german.keySet());
        assertThat(german)
                .allSatisfy((key, sheet) -> assertThat(sheet.pictures())
                        .containsExactlyElementsOf(english.get(key).pictures().toList()));
    }

    @Test
    void theArticleThatIsReadMostWasJudgedAndLeadsOn() {
        Tenant tenant = desk("acme", "shelf-acme");

        var pole = Tenants.in(tenant, () -> articles.popular(Reader.visitor(), "en", 1))
                .getFirst();
        var article = Tenants.in(tenant, () -> articles.read(Reader.visitor(), pole.id()));

        assertThat(article.title()).isEqualTo("Replace a broken pole section in ten minutes");
        assertThat(article.helpfulCount()).isEqualTo(212);
        assertThat(article.unhelpfulCount()).isEqualTo(18);
        assertThat(article.related())
                .extracting(other -> other.title())
                .containsExactly("Which footprint fits my tent?", "Pitch the Fjell alone in wind");
        assertThat(article.translations()).extracting(other -> other.language()).containsExactly("de");
    }

    private List<Article> everything() {
        return database.sql().select(ARTICLE.ID).from(ARTICLE).fetch(ARTICLE.ID).stream()
                .map(id -> articles.read(Reader.desk(), id))
                .toList();
    }

    private Tenant desk(String file, String slug) {
        return demo.create(TenantSlug.of(slug), Desk.of(file)).tenant();
    }
}
