package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static dev.lodge.schema.tenant.Tables.ARTICLE_CATEGORY;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.TenantDatabase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an article points at: its category, articles like it, and its family, which is the same article in all its languages. */
@Component
class ArticleReferences {

    private final TenantDatabase database;

    ArticleReferences(TenantDatabase database) {
        this.database = database;
    }

    /**
     * That category and related articles exist; the category does until the transaction under way ends. What the article pointed at
     * before is not asked again.
     *
     * @param before null for a new one
     * @throws Invalid naming the first that does not
     */
    void require(CheckedArticle article, @Nullable Article before) {
        if (!Objects.equals(article.category(), categoryOf(before))) {
            requireCategory(article.category());
        }
        if (!article.related().equals(relatedOf(before))) {
            requireRelated(article.related());
        }
    }

    private static @Nullable Long categoryOf(@Nullable Article article) {
        return article == null || article.category() == null
                ? null
                : article.category().id();
    }

    private static List<Long> relatedOf(@Nullable Article article) {
        return article == null
                ? List.of()
                : article.related().stream().map(ArticleRef::id).toList();
    }

    private void requireCategory(@Nullable Long id) {
        if (id != null
                && database.sql()
                        .select(ARTICLE_CATEGORY.ID)
                        .from(ARTICLE_CATEGORY)
                        .where(ARTICLE_CATEGORY.ID.eq(id))
                        .forKeyShare()
                        .fetchOptional()
                        .isEmpty()) {
            throw new Invalid("category", "knowledge.invalid.category");
        }
    }

    private void requireRelated(List<Long> ids) {
        int known = ids.isEmpty()
                ? 0
                : database.sql().fetchCount(ARTICLE, ARTICLE.ID.eq(DSL.any(ids.toArray(Long[]::new))));
        if (known != ids.size()) {
            throw new Invalid("related", "knowledge.invalid.article");
        }
    }

    /** The family of an article, which has nothing in the language yet and gets nothing before the transaction under way ends. */
    long family(long of, String language) {
        long family = familyOf(of).orElseThrow(() -> new Invalid("translation_of", "knowledge.invalid.article"));
        lock(family);
        if (database.sql().fetchExists(ARTICLE, ARTICLE.FAMILY_ID.eq(family).and(ARTICLE.LANGUAGE.eq(language)))) {
            Message taken = Message.of("knowledge.language_taken", language);
            throw new Conflict(taken, FieldErrors.none().and("language", taken));
        }
        return family;
    }

    /** Has everybody else wait who changes an article of the family, until the transaction under way ends. @throws NotFound without such an article */
    void lockFamilyOf(long article) {
        lock(familyOf(article).orElseThrow(NotFound::new));
    }

    private Optional<Long> familyOf(long article) {
        return database.sql()
                .select(ARTICLE.FAMILY_ID)
                .from(ARTICLE)
                .where(ARTICLE.ID.eq(article))
                .fetchOptional(ARTICLE.FAMILY_ID);
    }

    /** Whoever locks more than one article in a family begins with the eldest. */
    private void lock(long family) {
        database.sql()
                .select(ARTICLE.ID)
                .from(ARTICLE)
                .where(ARTICLE.FAMILY_ID.eq(family))
                .orderBy(ARTICLE.ID)
                .forUpdate()
                .fetch();
    }
}
