package dev.lodge.knowledge;

import dev.lodge.problem.FieldErrors;
import dev.lodge.web.api.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to change about an article; the fields are those of {@link NewArticle}. Its language stays. */
public record ArticleChanges(
        Change<String> title,
        Change<String> body,
        Change<String> slug,
        Change<Long> category,
        Change<ArticleStatus> status,
        Change<Audience> visibility,
        Change<List<@Nullable String>> tags,
        Change<List<@Nullable Long>> related,
        Change<Instant> publishAt,
        Change<Instant> expiresAt) {

    /** Only the status. */
    public static ArticleChanges to(ArticleStatus status) {
        return new ArticleChanges(
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.to(status),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent());
    }

    /** Only what it says. */
    static ArticleChanges to(String title, String body) {
        return new ArticleChanges(
                Change.to(title),
                Change.to(body),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent());
    }

    /**
     * As a whole that takes the place of what there is: title and body are needed, slug and status stay when they are left out, and of
     * the rest what is left out is taken away.
     *
     * @throws dev.lodge.problem.Invalid naming what is missing
     */
    ArticleChanges whole() {
        var errors = FieldErrors.none();
        if (!title.isPresent()) {
            errors = errors.and("title", "knowledge.invalid.required");
        }
        if (!body.isPresent()) {
            errors = errors.and("body", "knowledge.invalid.required");
        }
        errors.throwIfAny();
        return new ArticleChanges(
                title,
                body,
                slug,
                orNull(category),
                status,
                visibility.isPresent() ? visibility : Change.to(Audience.PUBLIC),
                orNull(tags),
                orNull(related),
                orNull(publishAt),
                orNull(expiresAt));
    }

    private static <T extends @Nullable Object> Change<T> orNull(Change<T> change) {
        return change.isPresent() ? change : Change.to(null);
    }

    /** What it comes to, over what there is. */
    NewArticle over(Article now) {
        return new NewArticle(
                title.over(now.title()),
                body.over(now.body()),
                slug.isPresent() ? slug.value() : now.slug(),
                category.over(now.category() == null ? null : now.category().id()),
                status.isPresent() && status.value() != null ? status.value() : now.status(),
                visibility.over(now.visibility()),
                now.language(),
                null,
                tags.over(List.copyOf(now.tags())),
                related.over(now.related().stream().map(ArticleRef::id).toList()),
                publishAt.over(now.publishAt()),
                expiresAt.over(now.expiresAt()));
    }
}
