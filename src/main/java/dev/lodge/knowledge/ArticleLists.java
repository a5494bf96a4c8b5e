package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static dev.lodge.schema.tenant.Tables.ARTICLE_CATEGORY;
import static dev.lodge.schema.tenant.Tables.ARTICLE_COUNT;

import dev.lodge.knowledge.ArticleSearch.Question;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import dev.lodge.web.api.Values;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Articles, many at a time. */
@Component
class ArticleLists {

    static final String RELEVANCE = "relevance";

    /** Of more than so many that a search finds, the best are sought among these. */
    private static final int CANDIDATES = 2_000;

    private final TenantDatabase database;
    private final ArticleSearch search;
    private final InstantSource clock;

    ArticleLists(TenantDatabase database, ArticleSearch search, InstantSource clock) {
        this.database = database;
        this.search = search;
        this.clock = clock;
    }

    /** Filters {@code status}, {@code visibility}, {@code category}, {@code language}, {@code tag}; {@code search}. */
    Listing<ArticleRow> page(Reader reader, ListQuery query) {
        Condition which = reader.sees(clock.instant()).and(filters(query));
        String text = query.search();
        if (text == null) {
            List<ArticleRow> rows = rows(which, ordering(query), query.size(), query.offset());
            return query.listing(count(query, which, rows.size()), rows);
        }
        Question question = search.question(text, query.filter("language").orElse(null));
        Condition exact = which.and(question.exact());
        long count = database.sql().fetchCount(ARTICLE, exact);
        boolean similar = count == 0;
        Condition found = similar ? which.and(question.similar()) : exact;
        if (similar) {
            count = database.sql().fetchCount(ARTICLE, found);
        }
        List<OrderField<?>> order = isRelevance(query)
                ? List.of((similar ? question.likeness() : question.rank()).desc(), ARTICLE.ID.asc())
                : ordering(query);
        return query.listing(
                count, withSnippets(rows(candidates(found), order, query.size(), query.offset()), question));
    }

    /** The best for what somebody typed. */
    List<ArticleRow> best(Reader reader, String text, @Nullable String language, int limit) {
        Question question = search.question(text, language);
        Condition which = reader.sees(clock.instant());
        if (language != null) {
            which = which.and(ARTICLE.LANGUAGE.eq(language));
        }
        List<ArticleRow> exact = rows(
                candidates(which.and(question.exact())), List.of(question.rank().desc(), ARTICLE.ID.asc()), limit, 0);
        return withSnippets(
                exact.isEmpty()
                        ? rows(
                                candidates(which.and(question.similar())),
                                List.of(question.likeness().desc(), ARTICLE.ID.asc()),
                                limit,
                                0)
                        : exact,
                question);
    }

    /** As {@link #best}, or else what has some of the words. */
    List<ArticleRow> suggestions(Reader reader, String text, int limit) {
        List<ArticleRow> best = best(reader, text, null, limit);
        if (!best.isEmpty()) {
            return best;
        }
        Question question = search.anyOf(text, null);
        return withSnippets(
                rows(
                        candidates(reader.sees(clock.instant()).and(question.exact())),
                        List.of(question.rank().desc(), ARTICLE.ID.asc()),
                        limit,
                        0),
                question);
    }

    List<ArticleRow> named(Reader reader, List<Long> ids) {
        Condition which = reader.sees(clock.instant()).and(ARTICLE.ID.eq(DSL.any(ids.toArray(Long[]::new))));
        return rows(which, List.of(ARTICLE.ID.asc()), ids.size(), 0).stream()
                .sorted(Comparator.comparingInt(row -> ids.indexOf(row.id())))
                .toList();
    }

    private static Condition candidates(Condition which) {
        return ARTICLE.ID.in(DSL.select(ARTICLE.ID).from(ARTICLE).where(which).limit(DSL.inline(CANDIDATES)));
    }

    List<ArticleRow> rows(Condition which, List<OrderField<?>> order, int limit, int offset) {
        return database.sql()
                .select(StoredArticles.ROW)
                .from(ARTICLE)
                .join(ARTICLE_COUNT)
                .on(ARTICLE_COUNT.ARTICLE_ID.eq(ARTICLE.ID))
                .leftJoin(ARTICLE_CATEGORY)
                .on(ARTICLE_CATEGORY.ID.eq(ARTICLE.CATEGORY_ID))
                .where(which)
                .orderBy(order)
                .limit(DSL.inline(limit))
                .offset(DSL.inline(offset))
                .fetch(StoredArticles::row);
    }

    private List<ArticleRow> withSnippets(List<ArticleRow> rows, Question question) {
        var snippets = search.snippets(rows.stream().map(ArticleRow::id).toList(), question);
        return rows.stream()
                .map(row -> row.found(snippets.getOrDefault(row.id(), "")))
                .toList();
    }

    private long count(ListQuery query, Condition which, int found) {
        return query.page() == 1 && found < query.size()
                ? found
                : database.sql().fetchCount(ARTICLE, which);
    }

    private static boolean isRelevance(ListQuery query) {
        String asked = query.address().getQuery();
        return query.ordering().equals(RELEVANCE)
                || asked == null
                || !("&" + asked).toLowerCase(Locale.ROOT).contains("&ordering=");
    }

    private static List<OrderField<?>> ordering(ListQuery query) {
        return switch (query.orderedBy()) {
            case "title" ->
                query.descending()
                        ? List.of(ARTICLE.TITLE.desc(), ARTICLE.ID.desc())
                        : List.of(ARTICLE.TITLE.asc(), ARTICLE.ID.asc());
            default ->
                query.ordering().equals("updated_at")
                        ? List.of(ARTICLE.UPDATED_AT.asc(), ARTICLE.ID.asc())
                        : List.of(ARTICLE.UPDATED_AT.desc(), ARTICLE.ID.desc());
        };
    }

    private static Condition filters(ListQuery query) {
        Condition which = DSL.noCondition();
        var statuses = query.words("status", ArticleStatus.class);
        if (!statuses.isEmpty()) {
            which = which.and(ARTICLE.STATUS.in(statuses.stream()
                    .sorted()
                    .map(Values::word)
                    .map(DSL::inline)
                    .toList()));
        }
        var audiences = query.words("visibility", Audience.class);
        if (!audiences.isEmpty()) {
            which = which.and(ARTICLE.VISIBILITY.in(audiences.stream()
                    .sorted()
                    .map(Values::word)
                    .map(DSL::inline)
                    .toList()));
        }
        String category = query.filter("category").orElse(null);
        if (category != null) {
            which = which.and(
                    category.equals("none")
                            ? ARTICLE.CATEGORY_ID.isNull()
                            : ARTICLE.CATEGORY_ID.eq(Values.id("category", category)));
        }
        String language = query.filter("language").orElse(null);
        if (language != null) {
            which = which.and(ARTICLE.LANGUAGE.eq(language));
        }
        String tag = query.filter("tag").orElse(null);
        if (tag != null) {
            which = which.and(ARTICLE.TAGS.contains(new String[] {tag}));
        }
        return which;
    }
}
