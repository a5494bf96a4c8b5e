package dev.lodge.knowledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as somebody enters one, not yet checked.
 *
 * @param title 1 to 200 characters, one line
 * @param body Markdown, up to 50,000 characters
 * @param slug null to make it from the title
 * @param category id, or null for none
 * @param status null for a draft
 * @param visibility null for everybody
 * @param language a tag of BCP 47, null for English; stays as it is once the article is there
 * @param translationOf id of the same article in another language, or null
 * @param tags up to 20, each up to 50 characters
 * @param related ids of up to 20 articles
 * @param publishAt from when it is there, once published; null for at once
 * @param expiresAt until when, or null
 */
public record NewArticle(
        @Nullable String title,
        @Nullable String body,
        @Nullable String slug,
        @Nullable Long category,
        @Nullable ArticleStatus status,
        @Nullable Audience visibility,
        @Nullable String language,
        @Nullable Long translationOf,
        @Nullable List<@Nullable String> tags,
        @Nullable List<@Nullable Long> related,
        @Nullable Instant publishAt,
        @Nullable Instant expiresAt) {}
