package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.ARTICLE_VERSION;

import dev.lodge.accounts.AgentRef;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What articles have said. Written once, never changed. */
@Component
public class ArticleVersions {

    private static final List<SelectField<?>> COLUMNS = List.of(
            ARTICLE_VERSION.VERSION,
            ARTICLE_VERSION.TITLE,
            ARTICLE_VERSION.BODY,
            ARTICLE_VERSION.AUTHOR_AGENT_ID,
            AGENT.NAME,
            ARTICLE_VERSION.CREATED_AT);

    private final TenantDatabase database;

    ArticleVersions(TenantDatabase database) {
        this.database = database;
    }

    /**
     * What an article said from this version of it on.
     *
     * @param author null for the desk itself
     */
    public record Version(
            long version,
            String title,
            String body,
            @Nullable AgentRef author,
            Instant createdAt) {}

    /** Those of an article that is known to be there, the newest first. */
    public Listing<Version> page(long article, ListQuery query) {
        Condition which = ARTICLE_VERSION.ARTICLE_ID.eq(article);
        var rows = database.sql()
                .select(COLUMNS)
                .from(ARTICLE_VERSION)
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(ARTICLE_VERSION.AUTHOR_AGENT_ID))
                .where(which)
                .orderBy(ARTICLE_VERSION.VERSION.desc())
                .limit(DSL.inline(query.size()))
                .offset(DSL.inline(query.offset()))
                .fetch(ArticleVersions::version);
        return query.listing(database.sql().fetchCount(ARTICLE_VERSION, which), rows);
    }

    public Optional<Version> find(long article, long version) {
        return one(ARTICLE_VERSION.ARTICLE_ID.eq(article).and(ARTICLE_VERSION.VERSION.eq(version)));
    }

    /** The one before this. */
    public Optional<Version> before(long article, long version) {
        return one(ARTICLE_VERSION.ARTICLE_ID.eq(article).and(ARTICLE_VERSION.VERSION.lt(version)));
    }

    private Optional<Version> one(Condition which) {
        return database.sql()
                .select(COLUMNS)
                .from(ARTICLE_VERSION)
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(ARTICLE_VERSION.AUTHOR_AGENT_ID))
                .where(which)
                .orderBy(ARTICLE_VERSION.VERSION.desc())
                .limit(DSL.inline(1))
                .fetchOptional(ArticleVersions::version);
    }

    void add(long article, long version, String title, String body, @Nullable Long author, Instant at) {
        database.sql()
                .insertInto(ARTICLE_VERSION)
                .set(ARTICLE_VERSION.ARTICLE_ID, article)
                .set(ARTICLE_VERSION.VERSION, version)
                .set(ARTICLE_VERSION.TITLE, title)
                .set(ARTICLE_VERSION.BODY, body)
                .set(ARTICLE_VERSION.AUTHOR_AGENT_ID, author)
                .set(ARTICLE_VERSION.CREATED_AT, at)
                .execute();
    }

    private static Version version(Record row) {
        Long author = row.get(ARTICLE_VERSION.AUTHOR_AGENT_ID);
        return new Version(
                row.get(ARTICLE_VERSION.VERSION),
                row.get(ARTICLE_VERSION.TITLE),
                row.get(ARTICLE_VERSION.BODY),
                author == null ? null : new AgentRef(author, row.get(AGENT.NAME)),
                row.get(ARTICLE_VERSION.CREATED_AT));
    }
}
