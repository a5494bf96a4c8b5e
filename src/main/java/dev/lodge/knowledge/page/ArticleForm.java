package dev.lodge.knowledge.page;

import dev.lodge.knowledge.Article;
import dev.lodge.knowledge.ArticleRef;
import dev.lodge.problem.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What somebody enters about an article, as typed.
 *
 * @param category id, or empty for none
 * @param tags separated by commas
 * @param related ids of those chosen
 * @param find more of them: ids separated by commas or spaces
 * @param publishAt in the zone of whoever is signed in
 * @param status the one to have from now on; null to stay
 * @param version of the article when the form was shown; null for a new one
 * @param preview not null to only look at it
 */
public record ArticleForm(
        @Nullable String title,
        @Nullable String body,
        @Nullable String slug,
        @Nullable String category,
        @Nullable String visibility,
        @Nullable String language,
        @BindParam("translation_of") @Nullable String translationOf,
        @Nullable String tags,
        @Nullable List<String> related,
        @Nullable String find,
        @BindParam("publish_at") @Nullable String publishAt,
        @BindParam("expires_at") @Nullable String expiresAt,
        @Nullable String status,
        @Nullable Long version,
        @Nullable String preview) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    static ArticleForm blank(@Nullable String category, @Nullable String language, @Nullable String translationOf) {
        return new ArticleForm(
                null,
                null,
                null,
                category,
                "public",
                language == null ? "en" : language,
                translationOf,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static ArticleForm of(Article article, String publishAt, String expiresAt) {
        return new ArticleForm(
                article.title(),
                article.body(),
                article.slug(),
                article.category() == null
                        ? ""
                        : Long.toString(article.category().id()),
                article.visibility().code(),
                article.language(),
                null,
                String.join(", ", article.tags()),
                article.related().stream()
                        .map(ArticleRef::id)
                        .map(String::valueOf)
                        .toList(),
                null,
                publishAt,
                expiresAt,
                null,
                article.version(),
                null);
    }

    ArticleForm withVersion(long current) {
        return with(shown(body), null, current, null);
    }

    ArticleForm withBody(String text) {
        return with(text, status, version, preview);
    }

    private ArticleForm with(String text, @Nullable String next, @Nullable Long current, @Nullable String looking) {
        return new ArticleForm(
                title,
                text,
                slug,
                category,
                visibility,
                language,
                translationOf,
                tags,
                related,
                find,
                publishAt,
                expiresAt,
                next,
                current,
                looking);
    }

    /** As it stands in its field. */
    public static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }

    List<@Nullable String> tagList() {
        return split(tags, ",");
    }

    List<@Nullable Long> relatedIds() {
        return Stream.concat(related == null ? Stream.of() : related.stream(), split(find, "[,\\s]+").stream())
                .<@Nullable Long>map(ArticleForm::relatedId)
                .toList();
    }

    private static Long relatedId(@Nullable String id) {
        if (id == null || !NUMBER.matcher(id).matches()) {
            throw new Invalid("related", "knowledgepages.invalid.related");
        }
        return Long.valueOf(id);
    }

    static @Nullable Long number(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!NUMBER.matcher(typed.strip()).matches()) {
            throw new Invalid(field, "knowledgepages.invalid.id");
        }
        return Long.valueOf(typed.strip());
    }

    static @Nullable String typed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<@Nullable String> split(@Nullable String typed, String separator) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split(separator))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .<@Nullable String>map(part -> part)
                        .toList();
    }
}
