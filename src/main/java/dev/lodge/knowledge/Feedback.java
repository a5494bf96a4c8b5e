package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static dev.lodge.schema.tenant.Tables.ARTICLE_COUNT;
import static dev.lodge.schema.tenant.Tables.ARTICLE_FEEDBACK;

import dev.lodge.accounts.Client;
import dev.lodge.accounts.ClientLimits;
import dev.lodge.customers.CustomerAnonymized;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether articles helped, once for each voter; a later vote takes the place of the earlier. */
@Component
class Feedback {

    static final int COMMENT = 1_000;

    /** Of one client in a quarter of an hour; an office shares one. */
    private static final int ALLOWED = 60;

    private final TenantDatabase database;
    private final ClientLimits limits;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Feedback(TenantDatabase database, ClientLimits limits, TransactionTemplate transactions, InstantSource clock) {
        this.database = database;
        this.limits = limits;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How an article is judged. */
    record Counts(long helpfulCount, long unhelpfulCount) {}

    /** What somebody said. */
    record Entry(boolean helpful, String comment, Instant createdAt) {}

    /** @throws dev.lodge.problem.TooMany when too many votes came from the client */
    Counts give(Reader reader, long article, boolean helpful, @Nullable String comment, Voter voter, Client client) {
        String said = comment == null ? "" : comment.strip();
        if (said.length() > COMMENT) {
            throw new Invalid("comment", "knowledge.invalid.too_long", COMMENT);
        }
        limits.count("feedback", client, ALLOWED);
        return Objects.requireNonNull(transactions.execute(status -> give(reader, article, helpful, said, voter)));
    }

    private Counts give(Reader reader, long article, boolean helpful, String comment, Voter voter) {
        // Votes on the same article queue up here, so that what a voter said before is known and taken back once.
        boolean there = database.sql()
                .select(ARTICLE_COUNT.ARTICLE_ID)
                .from(ARTICLE_COUNT)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(ARTICLE_COUNT.ARTICLE_ID))
                .where(ARTICLE.ID.eq(article))
                .and(reader.sees(clock.instant()))
                .forUpdate()
                .of(ARTICLE_COUNT)
                .fetchOptional()
                .isPresent();
        if (!there) {
            throw new NotFound();
        }
        Boolean before = database.sql()
                .select(ARTICLE_FEEDBACK.HELPFUL)
                .from(ARTICLE_FEEDBACK)
                .where(ARTICLE_FEEDBACK.VOTER.eq(voter.key()), ARTICLE_FEEDBACK.ARTICLE_ID.eq(article))
                .fetchOne(ARTICLE_FEEDBACK.HELPFUL);
        database.sql()
                .insertInto(ARTICLE_FEEDBACK)
                .set(ARTICLE_FEEDBACK.VOTER, voter.key())
                .set(ARTICLE_FEEDBACK.ARTICLE_ID, article)
                .set(ARTICLE_FEEDBACK.HELPFUL, helpful)
                .set(ARTICLE_FEEDBACK.COMMENT, comment)
                .set(ARTICLE_FEEDBACK.CREATED_AT, clock.instant())
                .onConflict(ARTICLE_FEEDBACK.VOTER, ARTICLE_FEEDBACK.ARTICLE_ID)
                .doUpdate()
                .set(ARTICLE_FEEDBACK.HELPFUL, helpful)
                .set(
                        ARTICLE_FEEDBACK.COMMENT,
                        // Who first says no and then why says it in two steps.
                        comment.isEmpty() ? ARTICLE_FEEDBACK.COMMENT : DSL.val(comment))
                .set(ARTICLE_FEEDBACK.CREATED_AT, clock.instant())
                .execute();
        return database.sql()
                .update(ARTICLE_COUNT)
                .set(ARTICLE_COUNT.HELPFUL, ARTICLE_COUNT.HELPFUL.plus(change(true, before, helpful)))
                .set(ARTICLE_COUNT.UNHELPFUL, ARTICLE_COUNT.UNHELPFUL.plus(change(false, before, helpful)))
                .where(ARTICLE_COUNT.ARTICLE_ID.eq(article))
                .returningResult(ARTICLE_COUNT.HELPFUL, ARTICLE_COUNT.UNHELPFUL)
                .fetchSingle(row -> new Counts(row.value1(), row.value2()));
    }

    private static int change(boolean counted, @Nullable Boolean before, boolean now) {
        return (now == counted ? 1 : 0) - (before != null && before == counted ? 1 : 0);
    }

    List<Articles.Said> comments(long article, int limit) {
        return database.sql()
                .select(ARTICLE_FEEDBACK.HELPFUL, ARTICLE_FEEDBACK.COMMENT, ARTICLE_FEEDBACK.CREATED_AT)
                .from(ARTICLE_FEEDBACK)
                .where(ARTICLE_FEEDBACK.ARTICLE_ID.eq(article), ARTICLE_FEEDBACK.COMMENT.ne(DSL.inline("")))
                .orderBy(ARTICLE_FEEDBACK.CREATED_AT.desc())
                .limit(DSL.inline(limit))
                .fetch(row -> new Articles.Said(row.value1(), row.value2(), row.value3()));
    }

    /** What a customer said, the newest first; of what they may not read any more, without its title. */
    List<Articles.Judgement> of(Reader.Customer reader) {
        return database.sql()
                .select(
                        ARTICLE.ID,
                        DSL.when(reader.sees(clock.instant()), ARTICLE.TITLE),
                        ARTICLE_FEEDBACK.HELPFUL,
                        ARTICLE_FEEDBACK.COMMENT,
                        ARTICLE_FEEDBACK.CREATED_AT)
                .from(ARTICLE_FEEDBACK)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(ARTICLE_FEEDBACK.ARTICLE_ID))
                .where(ARTICLE_FEEDBACK.VOTER.eq(
                        Voter.customer(reader.caller().customerId()).key()))
                .orderBy(ARTICLE_FEEDBACK.CREATED_AT.desc(), ARTICLE.ID)
                .fetch(row -> new Articles.Judgement(
                        row.value1(), row.value2(), new Articles.Said(row.value3(), row.value4(), row.value5())));
    }

    /** How they judged is counted on, and says nothing of them; their words may. */
    @EventListener
    void forget(CustomerAnonymized forgotten) {
        database.sql()
                .update(ARTICLE_FEEDBACK)
                .set(ARTICLE_FEEDBACK.COMMENT, "")
                .where(ARTICLE_FEEDBACK.VOTER.eq(
                        Voter.customer(forgotten.customerId()).key()))
                .execute();
    }

    /** What was said of an article, the newest first; filters {@code helpful}, {@code commented}. */
    Listing<Entry> page(long article, ListQuery query) {
        var which = ARTICLE_FEEDBACK.ARTICLE_ID.eq(article);
        var helpful = query.flag("helpful");
        if (helpful.isPresent()) {
            which = which.and(ARTICLE_FEEDBACK.HELPFUL.eq(helpful.get()));
        }
        var commented = query.flag("commented");
        if (commented.isPresent()) {
            which = which.and(
                    commented.get()
                            ? ARTICLE_FEEDBACK.COMMENT.ne(DSL.inline(""))
                            : ARTICLE_FEEDBACK.COMMENT.eq(DSL.inline("")));
        }
        var rows = database.sql()
                .select(ARTICLE_FEEDBACK.HELPFUL, ARTICLE_FEEDBACK.COMMENT, ARTICLE_FEEDBACK.CREATED_AT)
                .from(ARTICLE_FEEDBACK)
                .where(which)
                .orderBy(ARTICLE_FEEDBACK.CREATED_AT.desc())
                .limit(DSL.inline(query.size()))
                .offset(DSL.inline(query.offset()))
                .fetch(row -> new Entry(row.value1(), row.value2(), row.value3()));
        return query.listing(database.sql().fetchCount(ARTICLE_FEEDBACK, which), rows);
    }
}
