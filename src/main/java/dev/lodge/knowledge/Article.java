package dev.lodge.knowledge;

import dev.lodge.accounts.AgentRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article, whole.
 *
 * @param body Markdown
 * @param bodyHtml safe to show in a block element
 * @param author who wrote what it says now; null for the desk itself, and for readers who are not agents
 * @param translations the same in other languages, as far as the reader may see them
 * @param related as far as the reader may see them, in the order set
 * @param publishAt from when it is there, or would be once published
 * @param publishedAt when it first was there to be read; null before
 */
public record Article(
        long id,
        String title,
        String slug,
        String language,
        @Nullable CategoryRef category,
        ArticleStatus status,
        Audience visibility,
        String body,
        String bodyHtml,
        @Nullable AgentRef author,
        List<String> tags,
        List<ArticleRef> related,
        List<ArticleRef> translations,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable Instant expiresAt,
        long viewCount,
        long helpfulCount,
        long unhelpfulCount,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** What it says, with its contents list; made anew at each call, without what {@code bodyHtml} knows of pictures. */
    public ArticleText text() {
        return ArticleText.of(body);
    }

    /** Published for a moment still to come. */
    public boolean isScheduled(Instant now) {
        return status == ArticleStatus.PUBLISHED && publishAt != null && publishAt.isAfter(now);
    }
}
