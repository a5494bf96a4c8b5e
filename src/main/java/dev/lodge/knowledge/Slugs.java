package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which slugs are free among the articles of a language, and which led to an article before. */
@Component
class Slugs {

    /** For a title without one letter or digit. */
    private static final String NAMELESS = "article";

    /** How many an article keeps. */
    private static final int FORMER = 50;

    private final TenantDatabase database;

    Slugs(TenantDatabase database) {
        this.database = database;
    }

    /**
     * The slug to have, which nobody else takes before the transaction under way ends.
     *
     * @param wanted null for one made of the title, with a number if need be
     * @param own id of the article that it is for, which may have it already
     * @throws Conflict when another article has the one wanted
     */
    String claim(@Nullable String wanted, String title, String language, @Nullable Long own) {
        // Articles are named one after another, or two of the same title would both find it free.
        database.sql()
                .select(DSL.field(
                        "pg_advisory_xact_lock(hashtextextended({0}, 0))",
                        Object.class, DSL.val("slugs " + Tenants.current().id() + " " + language)))
                .fetch();
        if (wanted != null) {
            if (isTaken(wanted, language, own)) {
                Message taken = Message.of("knowledge.slug_taken", wanted);
                throw new Conflict(taken, FieldErrors.none().and("slug", taken));
            }
            return wanted;
        }
        String made = Slug.of(title, language);
        String base = made.isEmpty() ? NAMELESS : made;
        String slug = base;
        for (int number = 2; isTaken(slug, language, own); number++) {
            slug = Slug.numbered(base, number);
        }
        return slug;
    }

    private boolean isTaken(String slug, String language, @Nullable Long own) {
        Condition another = own == null ? DSL.noCondition() : ARTICLE.ID.ne(own);
        return database.sql()
                .fetchExists(
                        ARTICLE,
                        ARTICLE.LANGUAGE.eq(language).and(ARTICLE.SLUG.eq(slug)).and(another));
    }

    /** The slugs that lead to the article once it has this one, the latest last. */
    String[] former(Article article, String slug) {
        var former = new ArrayList<>(List.of(database.sql()
                .select(ARTICLE.FORMER_SLUGS)
                .from(ARTICLE)
                .where(ARTICLE.ID.eq(article.id()))
                .fetchSingle(ARTICLE.FORMER_SLUGS)));
        former.remove(slug);
        if (!slug.equals(article.slug())) {
            former.remove(article.slug());
            former.add(article.slug());
        }
        return former.subList(Math.max(0, former.size() - FORMER), former.size())
                .toArray(String[]::new);
    }
}
