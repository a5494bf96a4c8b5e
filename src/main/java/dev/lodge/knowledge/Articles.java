package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static dev.lodge.schema.tenant.Tables.ARTICLE_COUNT;

import dev.lodge.accounts.Client;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The articles of the tenant in force, for whoever reads them. What a reader may not see is not there. */
@Component
public class Articles {

    private final TenantDatabase database;
    private final StoredArticles stored;
    private final ArticleLists lists;
    private final Opinions opinions;
    private final InstantSource clock;

    /** What readers leave behind. */
    @Component
    record Opinions(ViewCounts views, Feedback feedback) {}

    Articles(
            TenantDatabase database,
            StoredArticles stored,
            ArticleLists lists,
            Opinions opinions,
            InstantSource clock) {
        this.database = database;
        this.stored = stored;
        this.lists = lists;
        this.opinions = opinions;
        this.clock = clock;
    }

    /** What stands at an address. */
    public sealed interface Place {

        record Here(Article article) implements Place {}

        /** The article has another slug now, and nothing else has this one. */
        record Moved(String slug) implements Place {}
    }

    /** @throws NotFound for what is not there for the reader */
    public Article read(Reader reader, long id) {
        return stored.find(reader, ARTICLE.ID.eq(id), clock.instant()).orElseThrow(NotFound::new);
    }

    /**
     * What a slug leads to.
     *
     * @param language in which it is meant; null for any, English first
     * @throws NotFound when it never led to anything that is there for the reader
     */
    public Place find(Reader reader, String slug, @Nullable String language) {
        Instant now = clock.instant();
        Condition meant = language == null ? DSL.noCondition() : ARTICLE.LANGUAGE.eq(language);
        return first(reader, meant.and(ARTICLE.SLUG.eq(slug)), now)
                .flatMap(id -> stored.find(reader, ARTICLE.ID.eq(id), now))
                .<Place>map(Place.Here::new)
                .or(() -> moved(reader, meant.and(ARTICLE.FORMER_SLUGS.contains(new String[] {slug})), now))
                .orElseThrow(NotFound::new);
    }

    private Optional<Long> first(Reader reader, Condition which, Instant now) {
        return database.sql()
                .select(ARTICLE.ID)
                .from(ARTICLE)
                .where(which)
                .and(reader.sees(now))
                .orderBy(ARTICLE.LANGUAGE.ne(DSL.inline("en")), ARTICLE.LANGUAGE)
                .limit(DSL.inline(1))
                .fetchOptional(ARTICLE.ID);
    }

    private Optional<Place> moved(Reader reader, Condition which, Instant now) {
        return database.sql()
                .select(ARTICLE.SLUG)
                .from(ARTICLE)
                .where(which)
                .and(reader.sees(now))
                .orderBy(ARTICLE.UPDATED_AT.desc())
                .limit(DSL.inline(1))
                .fetchOptional(row -> new Place.Moved(row.value1()));
    }

    /** Those of these ids that the reader may see, in their order. */
    public List<ArticleRow> named(Reader reader, List<Long> ids) {
        return ids.isEmpty() ? List.of() : lists.named(reader, ids);
    }

    /** A page of those that the query asks for: filters {@code status, visibility, category, language, tag}; {@code search}. */
    public Listing<ArticleRow> page(Reader reader, ListQuery query) {
        return lists.page(reader, query);
    }

    /**
     * The best for what somebody typed, be it unfinished or mistyped, with snippets.
     *
     * @param language which they are in, or null for any
     * @param limit 1 to 50
     */
    public List<ArticleRow> search(Reader reader, String text, @Nullable String language, int limit) {
        return text.isBlank() ? List.of() : lists.best(reader, text, language, Math.clamp(limit, 1, 50));
    }

    /** What may answer somebody's sentences before they ask: what has all their words, or else some. @param limit 1 to 50 */
    public List<ArticleRow> suggest(String text, Reader reader, int limit) {
        return text.isBlank()
                ? List.of()
                : lists.suggestions(
                        reader, text.length() <= 200 ? text : text.substring(0, 200), Math.clamp(limit, 1, 50));
    }

    /** Those of a category in a language, by title; those without one for null. Read from the index alone. */
    public List<ArticleRef> inCategory(Reader reader, @Nullable Long category, String language) {
        Condition there = category == null ? ARTICLE.CATEGORY_ID.isNull() : ARTICLE.CATEGORY_ID.eq(category);
        return stored.refs(reader, there.and(ARTICLE.LANGUAGE.eq(language)), clock.instant());
    }

    /** Those changed last, in a language, the newest first. */
    public List<ArticleRow> newest(Reader reader, String language, int limit) {
        return lists.rows(
                reader.sees(clock.instant()).and(ARTICLE.LANGUAGE.eq(language)),
                List.of(ARTICLE.UPDATED_AT.desc(), ARTICLE.ID.desc()),
                limit,
                0);
    }

    /** Those read most, in a language. */
    public List<ArticleRow> popular(Reader reader, String language, int limit) {
        return lists.rows(
                reader.sees(clock.instant()).and(ARTICLE.LANGUAGE.eq(language)),
                List.of(ARTICLE_COUNT.VIEWS.desc(), ARTICLE.ID.asc()),
                limit,
                0);
    }

    /** An address for those who list all there is, such as search engines. */
    public record Listed(String slug, String language, Instant updatedAt) {}

    /** All that the reader may see, by language and slug. @param limit at most so many */
    public List<Listed> all(Reader reader, int limit) {
        return database.sql()
                .select(ARTICLE.SLUG, ARTICLE.LANGUAGE, ARTICLE.UPDATED_AT)
                .from(ARTICLE)
                .where(reader.sees(clock.instant()))
                .orderBy(ARTICLE.LANGUAGE, ARTICLE.SLUG)
                .limit(DSL.inline(limit))
                .fetch(row -> new Listed(row.value1(), row.value2(), row.value3()));
    }

    /** Counts one more view; it is there for good when this returns. @return which one it was. @throws NotFound as {@link #read} */
    public long countView(Reader reader, long id) {
        return opinions.views().add(reader, id);
    }

    /** What a reader said of an article. */
    public record Said(boolean helpful, String comment, Instant createdAt) {}

    /** What was last said in words of an article that is known to be there, the newest first; for agents. */
    public List<Said> said(long id, int limit) {
        return opinions.feedback().comments(id, limit);
    }

    /** What a customer said of an article. @param title null when they may not read it any more */
    public record Judgement(long article, @Nullable String title, Said said) {}

    /** All that the customer said while signed in, the newest first. */
    public List<Judgement> judgedBy(Reader.Customer reader) {
        return opinions.feedback().of(reader);
    }

    /** How an article is judged, after a vote. */
    public record Judged(long helpfulCount, long unhelpfulCount) {}

    /**
     * Takes a vote; a later one of the same voter takes the place of the earlier, and keeps its comment if it has none.
     *
     * @param comment up to 1,000 characters
     * @throws dev.lodge.problem.TooMany when too many came from the client
     */
    public Judged judge(Reader reader, long id, boolean helpful, @Nullable String comment, Voter voter, Client client) {
        var counts = opinions.feedback().give(reader, id, helpful, comment, voter, client);
        return new Judged(counts.helpfulCount(), counts.unhelpfulCount());
    }
}
