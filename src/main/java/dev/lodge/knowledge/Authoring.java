package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static dev.lodge.schema.tenant.Tables.ARTICLE_CATEGORY;
import static dev.lodge.schema.tenant.Tables.ARTICLE_COUNT;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Forbidden;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes articles. Who may write makes drafts and sends them to review; what customers find, or found, is for those who may publish.
 * Each method is one transaction, or part of the one under way.
 */
@Component
public class Authoring {

    private static final int FORMER_SLUGS = 50;

    private final TenantDatabase database;
    private final StoredArticles stored;
    private final Writing writing;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    /** What is kept beside an article when it is written. */
    @Component
    record Writing(Slugs slugs, ArticleVersions versions, Publication publication, ArticlePictures pictures) {}

    Authoring(
            TenantDatabase database,
            StoredArticles stored,
            Writing writing,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.database = database;
        this.stored = stored;
        this.writing = writing;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Article create(Caller caller, NewArticle request) {
        caller.require(Permission.ARTICLE_WRITE);
        var checked = CheckedArticle.of(request);
        requirePublisher(caller, checked.status().isPublishers());
        return write(() -> insert(checked, request.translationOf(), caller.agentId(), now()));
    }

    /** By the desk itself at a moment of the caller's choice, for imports and the demo. @return its id */
    public long enter(NewArticle request, @Nullable Long author, Instant at) {
        var checked = CheckedArticle.of(request);
        return write(() -> insert(checked, request.translationOf(), author, at)).id();
    }

    /**
     * How often an article was read and judged elsewhere, for imports and the demo; what readers do here is added to it.
     *
     * @throws NotFound for an article that there is not
     */
    public void enterCounts(long id, long views, long helpful, long unhelpful) {
        int entered = database.sql()
                .update(ARTICLE_COUNT)
                .set(ARTICLE_COUNT.VIEWS, ARTICLE_COUNT.VIEWS.plus(views))
                .set(ARTICLE_COUNT.HELPFUL, ARTICLE_COUNT.HELPFUL.plus(helpful))
                .set(ARTICLE_COUNT.UNHELPFUL, ARTICLE_COUNT.UNHELPFUL.plus(unhelpful))
                .where(ARTICLE_COUNT.ARTICLE_ID.eq(id))
                .execute();
        if (entered == 0) {
            throw new NotFound();
        }
    }

    private Article insert(CheckedArticle article, @Nullable Long translationOf, @Nullable Long author, Instant at) {
        requireCategory(article.category());
        requireRelated(article.related());
        Long family = translationOf == null ? null : family(translationOf, article.language());
        var moments = Moments.of(article, null, at);
        moments.requireToCome(article.status(), at);
        var text = ArticleText.of(article.body());
        long id = database.sql()
                .insertInto(ARTICLE)
                .set(ARTICLE.FAMILY_ID, family)
                .set(ARTICLE.LANGUAGE, article.language())
                .set(ARTICLE.CATEGORY_ID, article.category())
                .set(ARTICLE.TITLE, article.title())
                .set(ARTICLE.SLUG, writing.slugs().claim(article.slug(), article.title(), article.language(), null))
                .set(ARTICLE.BODY, article.body())
                .set(ARTICLE.PLAIN, text.plain())
                .set(ARTICLE.WORDS, ArticleText.words(article.title(), article.tags(), text.contents()))
                .set(ARTICLE.STATUS, article.status().code())
                .set(ARTICLE.VISIBILITY, article.visibility().code())
                .set(ARTICLE.TAGS, article.tags().toArray(String[]::new))
                .set(ARTICLE.RELATED, article.related().toArray(Long[]::new))
                .set(ARTICLE.PUBLISH_AT, moments.publishAt())
                .set(ARTICLE.PUBLISHED_AT, moments.publishedAt())
                .set(ARTICLE.EXPIRES_AT, moments.expiresAt())
                .set(ARTICLE.CREATED_AT, at)
                .set(ARTICLE.UPDATED_AT, at)
                .returningResult(ARTICLE.ID)
                .fetchSingle(ARTICLE.ID);
        if (family == null) {
            database.sql()
                    .update(ARTICLE)
                    .set(ARTICLE.FAMILY_ID, id)
                    .where(ARTICLE.ID.eq(id))
                    .execute();
        }
        database.sql()
                .insertInto(ARTICLE_COUNT)
                .set(ARTICLE_COUNT.ARTICLE_ID, id)
                .execute();
        writing.versions().add(id, 1, article.title(), article.body(), author, at);
        writing.pictures().hold(id, article.body(), author);
        writing.publication().wakeFor(article.status(), moments);
        return require(id);
    }

    /** @param expected whether the version found is the one that the caller means */
    public Article change(Caller caller, long id, ArticleChanges changes, LongPredicate expected) {
        caller.require(Permission.ARTICLE_WRITE);
        return write(() -> {
            Article before = lock(id, expected);
            var after = CheckedArticle.of(changes.over(before));
            requirePublisher(
                    caller, before.status().isPublishers() || after.status().isPublishers());
            requireTransition(before.status(), after.status());
            return update(before, after, caller.agentId(), now());
        });
    }

    /** Has it say again what it said from this version on, as a new version. @throws Invalid when it has no such version */
    public Article restore(Caller caller, long id, long version, LongPredicate expected) {
        caller.require(Permission.ARTICLE_WRITE);
        return write(() -> {
            Article before = lock(id, expected);
            requirePublisher(caller, before.status().isPublishers());
            var said = writing.versions()
                    .find(id, version)
                    .orElseThrow(() -> new Invalid("from_version", "knowledge.invalid.no_such_version"));
            var after = CheckedArticle.of(
                    ArticleChanges.to(said.title(), said.body()).over(before));
            return update(before, after, caller.agentId(), now());
        });
    }

    private Article update(Article before, CheckedArticle after, long author, Instant at) {
        var category = before.category();
        if (!Objects.equals(category == null ? null : category.id(), after.category())) {
            requireCategory(after.category());
        }
        if (!after.related()
                .equals(before.related().stream().map(ArticleRef::id).toList())) {
            requireRelated(after.related());
        }
        var moments = Moments.of(after, before, at);
        if (before.status() != after.status() || !Objects.equals(before.expiresAt(), after.expiresAt())) {
            moments.requireToCome(after.status(), at);
        }
        String slug = before.slug().equals(after.slug())
                ? before.slug()
                : writing.slugs().claim(after.slug(), after.title(), before.language(), before.id());
        var text = ArticleText.of(after.body());
        database.sql()
                .update(ARTICLE)
                .set(ARTICLE.CATEGORY_ID, after.category())
                .set(ARTICLE.TITLE, after.title())
                .set(ARTICLE.SLUG, slug)
                .set(ARTICLE.FORMER_SLUGS, formerSlugs(before, slug))
                .set(ARTICLE.BODY, after.body())
                .set(ARTICLE.PLAIN, text.plain())
                .set(ARTICLE.WORDS, ArticleText.words(after.title(), after.tags(), text.contents()))
                .set(ARTICLE.STATUS, after.status().code())
                .set(ARTICLE.VISIBILITY, after.visibility().code())
                .set(ARTICLE.TAGS, after.tags().toArray(String[]::new))
                .set(ARTICLE.RELATED, after.related().toArray(Long[]::new))
                .set(ARTICLE.PUBLISH_AT, moments.publishAt())
                .set(ARTICLE.PUBLISHED_AT, moments.publishedAt())
                .set(ARTICLE.EXPIRES_AT, moments.expiresAt())
                .set(ARTICLE.UPDATED_AT, at)
                .set(ARTICLE.VERSION, ARTICLE.VERSION.plus(1))
                .where(ARTICLE.ID.eq(before.id()))
                .execute();
        if (!before.title().equals(after.title()) || !before.body().equals(after.body())) {
            writing.versions().add(before.id(), before.version() + 1, after.title(), after.body(), author, at);
            writing.pictures().hold(before.id(), after.body(), author);
        }
        writing.publication().wakeFor(after.status(), moments);
        return require(before.id());
    }

    private String[] formerSlugs(Article article, String slug) {
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
        return former.subList(Math.max(0, former.size() - FORMER_SLUGS), former.size())
                .toArray(String[]::new);
    }

    public void delete(Caller caller, long id, LongPredicate expected) {
        caller.require(Permission.ARTICLE_WRITE);
        write(() -> {
            lockFamily(familyOf(id).orElseThrow(NotFound::new));
            requirePublisher(caller, lock(id, expected).status().isPublishers());
            writing.pictures().release(id);
            return database.sql().deleteFrom(ARTICLE).where(ARTICLE.ID.eq(id)).execute();
        });
    }

    private Article lock(long id, LongPredicate expected) {
        long version = database.sql()
                .select(ARTICLE.VERSION)
                .from(ARTICLE)
                .where(ARTICLE.ID.eq(id))
                .forUpdate()
                .fetchOptional(ARTICLE.VERSION)
                .orElseThrow(NotFound::new);
        if (!expected.test(version)) {
            throw new StaleVersion();
        }
        return require(id);
    }

    private Article require(long id) {
        return stored.find(Reader.desk(), ARTICLE.ID.eq(id), now()).orElseThrow(NotFound::new);
    }

    /** The family of an article, which has nothing in the language yet and gets nothing before this transaction ends. */
    private long family(long of, String language) {
        long family = familyOf(of).orElseThrow(() -> new Invalid("translation_of", "knowledge.invalid.article"));
        lockFamily(family);
        if (database.sql().fetchExists(ARTICLE, ARTICLE.FAMILY_ID.eq(family).and(ARTICLE.LANGUAGE.eq(language)))) {
            Message taken = Message.of("knowledge.language_taken", language);
            throw new Conflict(taken, FieldErrors.none().and("language", taken));
        }
        return family;
    }

    private Optional<Long> familyOf(long id) {
        return database.sql()
                .select(ARTICLE.FAMILY_ID)
                .from(ARTICLE)
                .where(ARTICLE.ID.eq(id))
                .fetchOptional(ARTICLE.FAMILY_ID);
    }

    /** Whoever locks more than one article in a family begins with the eldest. */
    private void lockFamily(long family) {
        database.sql()
                .select(ARTICLE.ID)
                .from(ARTICLE)
                .where(ARTICLE.FAMILY_ID.eq(family))
                .orderBy(ARTICLE.ID)
                .forUpdate()
                .fetch();
    }

    private void requireCategory(@Nullable Long id) {
        boolean there = id == null
                || database.sql()
                        .select(ARTICLE_CATEGORY.ID)
                        .from(ARTICLE_CATEGORY)
                        .where(ARTICLE_CATEGORY.ID.eq(id))
                        .forKeyShare()
                        .fetchOptional()
                        .isPresent();
        if (!there) {
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

    private static void requirePublisher(Caller caller, boolean needed) {
        if (needed && !caller.may(Permission.ARTICLE_PUBLISH)) {
            throw new Forbidden(Message.of("knowledge.publishers_only"));
        }
    }

    private static void requireTransition(ArticleStatus now, ArticleStatus next) {
        if (now != next && !now.canBecome(next)) {
            throw new Conflict(
                    Message.of("knowledge.no_such_transition", now.code(), next.code()),
                    Map.of(
                            "allowed",
                            now.successors().stream().map(ArticleStatus::code).toList()));
        }
    }

    private <R> R write(Supplier<R> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
