package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.database.TestDatabase;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How PostgreSQL answers with a hundred thousand articles: by the indexes made for it. */
@LodgeTest
class SearchPlanTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    TenantDatabase database;

    @Autowired
    ArticleSearch search;

    Tenant desk;

    @BeforeEach
    void aDeskWithAHundredThousandArticles() throws SQLException {
        desk = cast.tenant("search-plans", "Search plans");
        String schema = desk.space().schema();
        try (var owner = TestDatabase.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("set search_path = \"" + schema + "\", pg_catalog");
            try (var rows = statement.executeQuery("select exists (select from article)")) {
                rows.next();
                if (rows.getBoolean(1)) {
                    return;
                }
            }
            statement.execute("""
                    insert into article_category (position, name, slug, created_at)
                    select n, 'Category ' || n, 'category-' || n, now() from generate_series(1, 200) n""");
            statement.execute("""
                    insert into article (family_id, language, category_id, title, slug, body, plain, words, status, visibility, tags, publish_at, published_at, created_at, updated_at)
                    select n, case when n % 5 = 0 then 'de' else 'en' end, n % 200 + 1, title, 'a-' || n, title, title || ' lies in drawer ' || md5(n::text), title,
                      case when n % 10 = 0 then 'draft' else 'published' end, case when n % 7 = 0 then 'agents' else 'public' end,
                      array['tag' || n % 500], '2026-01-01', '2026-01-01', now(), '2026-01-01'::timestamptz + n * interval '1 minute'
                    from (select n, 'word' || n % 3000 || ' zipper' || n % 700 || ' ' || substr(md5((n % 9973)::text), 1, 9) as title
                          from generate_series(1, 100000) n) generated""");
            statement.execute("insert into article_count (article_id) select id from article");
            statement.execute("vacuum analyze article");
            statement.execute("vacuum analyze article_category");
        }
    }

    private String plan(Condition which) {
        return plan(Reader.visitor(), which);
    }

    private String plan(Reader reader, Condition which) {
        return Tenants.in(
                desk,
                () -> explain(database.sql()
                        .select(ARTICLE.ID)
                        .from(ARTICLE)
                        .where(which)
                        .and(reader.sees(NOW))
                        .limit(DSL.inline(2000))));
    }

    private String explain(Select<?> query) {
        return database.sql().explain(query).plan();
    }

    @Test
    void wordsAndUnfinishedWordsAreFoundByTheIndex() {
        for (String typed : List.of("zipper42 word42", "word4", "\"word7 zipper7\" -drawer", "tent")) {
            assertThat(plan(search.question(typed, null).exact()))
                    .as(typed)
                    .contains("Bitmap Index Scan on article_search")
                    .doesNotContain("Seq Scan");
        }
    }

    @Test
    void mistypedWordsAreFoundByTheIndex() {
        assertThat(plan(search.question("ziper42 wrod42", "en").similar()))
                .contains("Bitmap Index Scan on article_search")
                .doesNotContain("Seq Scan");
    }

    @Test
    void tagsAndFormerAddressesAreFoundByTheIndex() {
        assertThat(plan(ARTICLE.TAGS.contains(new String[] {"tag7"}))).contains("Bitmap Index Scan on article_search");
        assertThat(plan(ARTICLE.FORMER_SLUGS.contains(new String[] {"old"})))
                .contains("Bitmap Index Scan on article_search");
    }

    @Test
    void aCategoryIsListedFromItsIndexAlone() {
        String plan = Tenants.in(
                desk,
                () -> explain(database.sql()
                        .select(ARTICLE.ID, ARTICLE.TITLE, ARTICLE.SLUG, ARTICLE.LANGUAGE)
                        .from(ARTICLE)
                        .where(ARTICLE.CATEGORY_ID.eq(7L), ARTICLE.LANGUAGE.eq("en"))
                        .and(Reader.visitor().sees(NOW))
                        .orderBy(ARTICLE.LANGUAGE, ARTICLE.TITLE, ARTICLE.ID)));

        assertThat(plan).contains("Index Only Scan using article_listed").doesNotContain("Sort");
    }

    @Test
    void anArticleIsFoundByItsAddress() {
        assertThat(plan(ARTICLE.LANGUAGE.eq("en").and(ARTICLE.SLUG.eq("a-77"))))
                .contains("Index Scan using article_slug");
    }

    @Test
    void listsFollowTheIndexOfTheirOrder() {
        for (var order : List.of(ARTICLE.UPDATED_AT.desc(), ARTICLE.TITLE.asc())) {
            String plan = Tenants.in(
                    desk,
                    () -> explain(database.sql()
                            .select(ARTICLE.ID, ARTICLE.TITLE)
                            .from(ARTICLE)
                            .where(Reader.visitor().sees(NOW))
                            .orderBy(
                                    order,
                                    order.getOrder() == org.jooq.SortOrder.DESC ? ARTICLE.ID.desc() : ARTICLE.ID.asc())
                            .limit(DSL.inline(25))));

            assertThat(plan)
                    .containsPattern("Index (Only )?Scan (Backward )?using article_(updated|title)")
                    .doesNotContain("Seq Scan");
        }
    }
}
