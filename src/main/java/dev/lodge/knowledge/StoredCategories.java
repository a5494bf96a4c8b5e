package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static dev.lodge.schema.tenant.Tables.ARTICLE_CATEGORY;

import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tree in its table. */
@Component
class StoredCategories {

    private static final TypeReference<Map<String, Category.Name>> NAMES = new TypeReference<>() {};

    private final TenantDatabase database;
    private final JsonMapper json;

    StoredCategories(TenantDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    CategoryTree all(Reader reader, @Nullable String language, Instant now) {
        Condition counted = reader.sees(now);
        if (language != null) {
            counted = counted.and(ARTICLE.LANGUAGE.eq(language));
        }
        Map<Long, Integer> articles = database.sql()
                .select(ARTICLE.CATEGORY_ID, DSL.count())
                .from(ARTICLE)
                .where(ARTICLE.CATEGORY_ID.isNotNull())
                .and(counted)
                .groupBy(ARTICLE.CATEGORY_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
        return new CategoryTree(database.sql()
                .selectFrom(ARTICLE_CATEGORY)
                .fetch(row -> category(row, articles.getOrDefault(row.getId(), 0))));
    }

    /** All of it, in which nobody else changes anything before the transaction under way ends. */
    CategoryTree lock(Instant now) {
        database.sql()
                .select(DSL.field(
                        "pg_advisory_xact_lock(hashtextextended({0}, 0))",
                        Object.class, DSL.val("categories " + Tenants.current().id())))
                .fetch();
        // Who puts an article into one of them holds that one until it is there to be counted.
        database.sql()
                .select(ARTICLE_CATEGORY.ID)
                .from(ARTICLE_CATEGORY)
                .orderBy(ARTICLE_CATEGORY.ID)
                .forUpdate()
                .fetch();
        return all(Reader.desk(), null, now);
    }

    /** Puts it at the end; its place is set next. */
    long insert(CheckedCategory category, String slug, Instant at) {
        return database.sql()
                .insertInto(ARTICLE_CATEGORY)
                .set(ARTICLE_CATEGORY.PARENT_ID, category.parent())
                .set(ARTICLE_CATEGORY.POSITION, Integer.MAX_VALUE)
                .set(ARTICLE_CATEGORY.NAME, category.name())
                .set(ARTICLE_CATEGORY.DESCRIPTION, category.description())
                .set(ARTICLE_CATEGORY.SLUG, slug)
                .set(ARTICLE_CATEGORY.NAMES, JSONB.valueOf(json.writeValueAsString(category.names())))
                .set(ARTICLE_CATEGORY.ICON, icon(category))
                .set(ARTICLE_CATEGORY.CREATED_AT, at)
                .returningResult(ARTICLE_CATEGORY.ID)
                .fetchSingle(ARTICLE_CATEGORY.ID);
    }

    void update(long id, CheckedCategory category, String slug) {
        database.sql()
                .update(ARTICLE_CATEGORY)
                .set(ARTICLE_CATEGORY.NAME, category.name())
                .set(ARTICLE_CATEGORY.DESCRIPTION, category.description())
                .set(ARTICLE_CATEGORY.SLUG, slug)
                .set(ARTICLE_CATEGORY.NAMES, JSONB.valueOf(json.writeValueAsString(category.names())))
                .set(ARTICLE_CATEGORY.ICON, icon(category))
                .set(ARTICLE_CATEGORY.VERSION, ARTICLE_CATEGORY.VERSION.plus(1))
                .where(ARTICLE_CATEGORY.ID.eq(id))
                .execute();
    }

    void place(long id, @Nullable Long parent, int position) {
        database.sql()
                .update(ARTICLE_CATEGORY)
                .set(ARTICLE_CATEGORY.PARENT_ID, parent)
                .set(ARTICLE_CATEGORY.POSITION, position)
                .where(ARTICLE_CATEGORY.ID.eq(id))
                .and(ARTICLE_CATEGORY.PARENT_ID.isDistinctFrom(parent).or(ARTICLE_CATEGORY.POSITION.ne(position)))
                .execute();
    }

    void moveArticles(long from, long to) {
        database.sql()
                .update(ARTICLE)
                .set(ARTICLE.CATEGORY_ID, to)
                .set(ARTICLE.VERSION, ARTICLE.VERSION.plus(1))
                .where(ARTICLE.CATEGORY_ID.eq(from))
                .execute();
    }

    void delete(long id) {
        database.sql()
                .deleteFrom(ARTICLE_CATEGORY)
                .where(ARTICLE_CATEGORY.ID.eq(id))
                .execute();
    }

    private Category category(Record row, long articles) {
        return new Category(
                row.get(ARTICLE_CATEGORY.ID),
                row.get(ARTICLE_CATEGORY.PARENT_ID),
                row.get(ARTICLE_CATEGORY.POSITION),
                row.get(ARTICLE_CATEGORY.NAME),
                row.get(ARTICLE_CATEGORY.DESCRIPTION),
                row.get(ARTICLE_CATEGORY.SLUG),
                json.readValue(row.get(ARTICLE_CATEGORY.NAMES).data(), NAMES),
                icon(row.get(ARTICLE_CATEGORY.ICON)),
                articles,
                row.get(ARTICLE_CATEGORY.CREATED_AT),
                row.get(ARTICLE_CATEGORY.VERSION));
    }

    private static @Nullable String icon(CheckedCategory category) {
        return category.icon() == null ? null : category.icon().code();
    }

    private static @Nullable CategoryIcon icon(@Nullable String code) {
        return code == null ? null : CategoryIcon.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
