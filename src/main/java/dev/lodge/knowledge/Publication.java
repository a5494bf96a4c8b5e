package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;

import dev.lodge.jobs.Jobs;
import dev.lodge.jobs.TenantWork;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down that an article's moment has come: what was scheduled is published, what expires is put away. Readers need not wait for
 * it; what they may see is asked of the moments themselves.
 */
@Component
class Publication implements TenantWork {

    static final String WORK = "article_moments";

    private static final int SHARE = 200;

    private final TenantDatabase database;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    /** Asked for when it is needed: it knows this as one of the kinds of work. */
    private final ObjectProvider<Jobs> jobs;

    Publication(
            TenantDatabase database,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            InstantSource clock,
            ObjectProvider<Jobs> jobs) {
        this.database = database;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.jobs = jobs;
    }

    void wakeFor(ArticleStatus status, Moments moments) {
        Instant next = moments.next();
        if (status == ArticleStatus.PUBLISHED && next != null) {
            jobs.getObject().wake(WORK, next);
        }
    }

    @Override
    public String name() {
        return WORK;
    }

    @Override
    public Optional<Instant> next() {
        return database.sql()
                .select(ARTICLE.DUE_AT)
                .from(ARTICLE)
                .where(ARTICLE.DUE_AT.isNotNull())
                .orderBy(ARTICLE.DUE_AT)
                .limit(DSL.inline(1))
                .fetchOptional(ARTICLE.DUE_AT);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> {
            for (var article : due(now)) {
                // Of one whose whole time went by unattended both are written: that it was there, and that it is no
                // more.
                boolean begins = article.value2() == null;
                boolean ends = article.value3() != null && !article.value3().isAfter(now);
                var update = database.sql().update(ARTICLE).set(ARTICLE.VERSION, ARTICLE.VERSION.plus(1));
                if (begins) {
                    update = update.set(ARTICLE.PUBLISHED_AT, ARTICLE.PUBLISH_AT);
                }
                if (ends) {
                    update = update.set(ARTICLE.STATUS, ArticleStatus.ARCHIVED.code());
                }
                update.where(ARTICLE.ID.eq(article.value1())).execute();
                if (begins && !ends) {
                    events.publishEvent(new ArticlePublished(article.value1()));
                }
            }
        });
    }

    private Result<Record3<Long, Instant, Instant>> due(Instant now) {
        return database.sql()
                .select(ARTICLE.ID, ARTICLE.PUBLISHED_AT, ARTICLE.EXPIRES_AT)
                .from(ARTICLE)
                .where(ARTICLE.DUE_AT.le(now))
                .orderBy(ARTICLE.DUE_AT, ARTICLE.ID)
                .limit(DSL.inline(SHARE))
                .forUpdate()
                .fetch();
    }
}
