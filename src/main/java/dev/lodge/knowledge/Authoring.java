package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static dev.lodge.schema.tenant.Tables.ARTICLE_COUNT;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Forbidden;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.schema.tenant.tables.records.ArticleRecord;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes articles. Who may write makes drafts and sends them to review; what customers find, or found, is for those who may publish.
 * Each method is one transaction, or part of the one under way.
 */
@Component
public class Authoring {

    private final TenantDatabase database;
    private final StoredArticles stored;
    private final Writing writing;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    /** What an article is checked against, and what is kept beside it when it is written. */
    @Component
    record Writing(
            ArticleReferences references,
            Slugs slugs,
            ArticleVersions versions,
            Publication publication,
            ArticlePictures pictures) {}

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
        writing.references().require(article, null);
        Long family = translationOf == null ? null : writing.references().family(translationOf, article.language());
        var moments = Moments.of(article, null, at);
        moments.requireToCome(article.status(), at);
        String slug = writing.slugs().claim(article.slug(), article.title(), article.language(), null);
        var row = row(article, slug, moments, at);
        row.setFamilyId(family);
        row.setLanguage(article.language());
        row.setCreatedAt(at);
        long id = database.sql()
                .insertInto(ARTICLE)
                .set(row)
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
        writing.references().require(after, before);
        var moments = Moments.of(after, before, at);
        if (before.status() != after.status() || !Objects.equals(before.expiresAt(), after.expiresAt())) {
            moments.requireToCome(after.status(), at);
        }
        String slug = before.slug().equals(after.slug())
                ? before.slug()
                : writing.slugs().claim(after.slug(), after.title(), before.language(), before.id());
        var row = row(after, slug, moments, at);
        row.setFormerSlugs(writing.slugs().former(before, slug));
        database.sql()
                .update(ARTICLE)
                .set(row)
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

    /** What an article's row says, whether it is new or has changed. */
    private static ArticleRecord row(CheckedArticle article, String slug, Moments moments, Instant at) {
        var text = ArticleText.of(article.body());
        var row = new ArticleRecord();
        row.setCategoryId(article.category());
        row.setTitle(article.title());
        row.setSlug(slug);
        row.setBody(article.body());
        row.setPlain(text.plain());
        row.setWords(ArticleText.words(article.title(), article.tags(), text.contents()));
        row.setStatus(article.status().code());
        row.setVisibility(article.visibility().code());
        row.setTags(article.tags().toArray(String[]::new));
        row.setRelated(article.related().toArray(Long[]::new));
        row.setPublishAt(moments.publishAt());
        row.setPublishedAt(moments.publishedAt());
        row.setExpiresAt(moments.expiresAt());
        row.setUpdatedAt(at);
        return row;
    }

    public void delete(Caller caller, long id, LongPredicate expected) {
        caller.require(Permission.ARTICLE_WRITE);
        write(() -> {
            writing.references().lockFamilyOf(id);
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
        StaleVersion.unless(expected.test(version));
        return require(id);
    }

    private Article require(long id) {
        return stored.find(Reader.desk(), ARTICLE.ID.eq(id), now()).orElseThrow(NotFound::new);
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
