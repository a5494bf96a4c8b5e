package dev.lodge.knowledge;

import dev.lodge.problem.Invalid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an article is there to be read.
 *
 * @param publishAt from when; never null for a published one
 * @param publishedAt when it began to be; null while that is still to come
 * @param expiresAt until when, or null
 */
record Moments(
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable Instant expiresAt) {

    /** What the article comes to have, over what it had. */
    static Moments of(CheckedArticle article, @Nullable Article before, Instant now) {
        if (article.status() != ArticleStatus.PUBLISHED) {
            return new Moments(article.publishAt(), null, article.expiresAt());
        }
        Article there = before != null && before.status() == ArticleStatus.PUBLISHED ? before : null;
        Instant since = there == null ? null : there.publishedAt();
        Instant publishAt = article.publishAt();
        if (publishAt == null) {
            publishAt = since == null ? now : since;
        }
        if (publishAt.isAfter(now)) {
            return new Moments(publishAt, null, article.expiresAt());
        }
        Instant publishedAt = since == null ? publishAt : since;
        return new Moments(publishAt, publishedAt, article.expiresAt());
    }

    /** @throws Invalid when what is published would be over already */
    void requireToCome(ArticleStatus status, Instant now) {
        if (expiresAt == null) {
            return;
        }
        if (status == ArticleStatus.PUBLISHED && !expiresAt.isAfter(now)) {
            throw new Invalid("expires_at", "knowledge.invalid.expires_past");
        }
        if (publishAt != null && !expiresAt.isAfter(publishAt)) {
            throw new Invalid("expires_at", "knowledge.invalid.expires_first");
        }
    }

    /** When it next begins or ends to be there, of a published one. */
    @Nullable
    Instant next() {
        return publishedAt == null ? publishAt : expiresAt;
    }
}
