package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static dev.lodge.schema.tenant.Tables.ARTICLE_CATEGORY;
import static dev.lodge.schema.tenant.Tables.ARTICLE_COUNT;
import static dev.lodge.schema.tenant.Tables.ARTICLE_VERSION;

import dev.lodge.accounts.AgentRef;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How articles are read from their tables. Each statement says itself what the reader may see. */
@Component
class StoredArticles {

    private static final int EXCERPT = 160;

    /** Enough of the text for an excerpt, so that a list reads no whole texts. */
    private static final Field<String> BEGINNING =
            DSL.left(ARTICLE.PLAIN, DSL.inline(2 * EXCERPT)).as("beginning");

    static final List<SelectField<?>> ROW = List.of(
            ARTICLE.ID,
            ARTICLE.TITLE,
            ARTICLE.SLUG,
            ARTICLE.LANGUAGE,
            ARTICLE.CATEGORY_ID,
            ARTICLE_CATEGORY.NAME,
            ARTICLE_CATEGORY.SLUG,
            ARTICLE.STATUS,
            ARTICLE.VISIBILITY,
            ARTICLE.TAGS,
            BEGINNING,
            ARTICLE.PUBLISH_AT,
            ARTICLE.PUBLISHED_AT,
            ARTICLE.EXPIRES_AT,
            ARTICLE_COUNT.VIEWS,
            ARTICLE_COUNT.HELPFUL,
            ARTICLE_COUNT.UNHELPFUL,
            ARTICLE.CREATED_AT,
            ARTICLE.UPDATED_AT,
            ARTICLE.VERSION);

    private final TenantDatabase database;
    private final ArticlePictures pictures;

    StoredArticles(TenantDatabase database, ArticlePictures pictures) {
        this.database = database;
        this.pictures = pictures;
    }

    /** The one article that this is true of, as far as the reader may see it. */
    Optional<Article> find(Reader reader, Condition which, Instant now) {
        return database.sql()
                .select(ROW)
                .select(ARTICLE.BODY, ARTICLE.FAMILY_ID, ARTICLE.RELATED)
                .from(ARTICLE)
                .join(ARTICLE_COUNT)
                .on(ARTICLE_COUNT.ARTICLE_ID.eq(ARTICLE.ID))
                .leftJoin(ARTICLE_CATEGORY)
                .on(ARTICLE_CATEGORY.ID.eq(ARTICLE.CATEGORY_ID))
                .where(which)
                .and(reader.sees(now))
                .fetchOptional(row -> whole(row, reader, now));
    }

    private Article whole(Record row, Reader reader, Instant now) {
        long id = row.get(ARTICLE.ID);
        String body = row.get(ARTICLE.BODY);
        List<Long> related = Arrays.asList(row.get(ARTICLE.RELATED));
        return new Article(
                id,
                row.get(ARTICLE.TITLE),
                row.get(ARTICLE.SLUG),
                row.get(ARTICLE.LANGUAGE),
                category(row),
                ArticleStatus.of(row.get(ARTICLE.STATUS)),
                Audience.of(row.get(ARTICLE.VISIBILITY)),
                body,
                ArticleText.of(body, pictures.known(body)).html(),
                reader.seesAll() ? author(id) : null,
                List.of(row.get(ARTICLE.TAGS)),
                related.isEmpty() ? List.of() : related(reader, related, now),
                refs(reader, ARTICLE.FAMILY_ID.eq(row.get(ARTICLE.FAMILY_ID)).and(ARTICLE.ID.ne(id)), now),
                row.get(ARTICLE.PUBLISH_AT),
                row.get(ARTICLE.PUBLISHED_AT),
                row.get(ARTICLE.EXPIRES_AT),
                row.get(ARTICLE_COUNT.VIEWS),
                row.get(ARTICLE_COUNT.HELPFUL),
                row.get(ARTICLE_COUNT.UNHELPFUL),
                row.get(ARTICLE.CREATED_AT),
                row.get(ARTICLE.UPDATED_AT),
                row.get(ARTICLE.VERSION));
    }

    private @Nullable AgentRef author(long article) {
        return database.sql()
                .select(AGENT.ID, AGENT.NAME)
                .from(ARTICLE_VERSION)
                .join(AGENT)
                .on(AGENT.ID.eq(ARTICLE_VERSION.AUTHOR_AGENT_ID))
                .where(ARTICLE_VERSION.ARTICLE_ID.eq(article))
                .orderBy(ARTICLE_VERSION.VERSION.desc())
                .limit(DSL.inline(1))
                .fetchOne(found -> new AgentRef(found.value1(), found.value2()));
    }

    private List<ArticleRef> related(Reader reader, List<Long> ids, Instant now) {
        var found = new ArrayList<>(refs(reader, ARTICLE.ID.eq(DSL.any(ids.toArray(Long[]::new))), now));
        found.sort(Comparator.comparingInt(ref -> ids.indexOf(ref.id())));
        return List.copyOf(found);
    }

    /** Those that this is true of, by language and title. */
    List<ArticleRef> refs(Reader reader, Condition which, Instant now) {
        return database.sql()
                .select(ARTICLE.ID, ARTICLE.TITLE, ARTICLE.SLUG, ARTICLE.LANGUAGE)
                .from(ARTICLE)
                .where(which)
                .and(reader.sees(now))
                .orderBy(ARTICLE.LANGUAGE, ARTICLE.TITLE, ARTICLE.ID)
                .fetch(row -> new ArticleRef(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    static ArticleRow row(Record row) {
        return new ArticleRow(
                row.get(ARTICLE.ID),
                row.get(ARTICLE.TITLE),
                row.get(ARTICLE.SLUG),
                row.get(ARTICLE.LANGUAGE),
                category(row),
                ArticleStatus.of(row.get(ARTICLE.STATUS)),
                Audience.of(row.get(ARTICLE.VISIBILITY)),
                List.of(row.get(ARTICLE.TAGS)),
                ArticleText.excerpt(row.get(BEGINNING), EXCERPT),
                null,
                row.get(ARTICLE.PUBLISH_AT),
                row.get(ARTICLE.PUBLISHED_AT),
                row.get(ARTICLE.EXPIRES_AT),
                row.get(ARTICLE_COUNT.VIEWS),
                row.get(ARTICLE_COUNT.HELPFUL),
                row.get(ARTICLE_COUNT.UNHELPFUL),
                row.get(ARTICLE.CREATED_AT),
                row.get(ARTICLE.UPDATED_AT),
                row.get(ARTICLE.VERSION));
    }

    private static @Nullable CategoryRef category(Record row) {
        Long id = row.get(ARTICLE.CATEGORY_ID);
        return id == null ? null : new CategoryRef(id, row.get(ARTICLE_CATEGORY.NAME), row.get(ARTICLE_CATEGORY.SLUG));
    }
}
