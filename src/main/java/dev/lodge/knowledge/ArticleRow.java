package dev.lodge.knowledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list.
 *
 * @param excerpt its first sentences, plain
 * @param snippet what was found in it, as HTML that is safe to show, the words in {@code <mark>}; null without a search
 */
public record ArticleRow(
        long id,
        String title,
        String slug,
        String language,
        @Nullable CategoryRef category,
        ArticleStatus status,
        Audience visibility,
        List<String> tags,
        String excerpt,
        @Nullable String snippet,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable Instant expiresAt,
        long viewCount,
        long helpfulCount,
        long unhelpfulCount,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    ArticleRow found(String where) {
        return new ArticleRow(
                id,
                title,
                slug,
                language,
                category,
                status,
                visibility,
                tags,
                excerpt,
                where,
                publishAt,
                publishedAt,
                expiresAt,
                viewCount,
                helpfulCount,
                unhelpfulCount,
                createdAt,
                updatedAt,
                version);
    }
}
