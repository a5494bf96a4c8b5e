package dev.lodge.knowledge;

import dev.lodge.problem.FieldErrors;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link NewArticle} whose form is right; whether category and related articles exist is asked next.
 *
 * @param slug null to make one of the title
 */
record CheckedArticle(
        String title,
        String body,
        @Nullable String slug,
        @Nullable Long category,
        ArticleStatus status,
        Audience visibility,
        String language,
        List<String> tags,
        List<Long> related,
        @Nullable Instant publishAt,
        @Nullable Instant expiresAt) {

    static final int TITLE = 200;
    static final int BODY = 50_000;
    private static final int TAGS = 20;
    private static final int TAG = 50;
    private static final int RELATED = 20;
    private static final int SLUG_AS_WRITTEN = 300;

    /** @throws dev.lodge.problem.Invalid naming each field that is wrong */
    static CheckedArticle of(NewArticle request) {
        String language = request.language() == null ? "en" : request.language();
        var tags = tags(request.tags());
        var errors = title(request.title()).and(body(request.body()));
        if (!isLanguage(language)) {
            errors = errors.and("language", "knowledge.invalid.language");
        }
        if (tags.size() > TAGS
                || tags.stream().anyMatch(tag -> tag.isEmpty() || tag.length() > TAG || !isOneLine(tag))) {
            errors = errors.and("tags", "knowledge.invalid.tags", TAGS, TAG);
        }
        List<Long> related = request.related() == null
                ? List.of()
                : request.related().stream().filter(Objects::nonNull).distinct().toList();
        if (related.size() > RELATED) {
            errors = errors.and("related", "knowledge.invalid.too_many_related", RELATED);
        }
        String slug = request.slug() == null ? null : slug(request.slug(), language);
        if (slug != null && slug.isEmpty()) {
            errors = errors.and("slug", "knowledge.invalid.slug");
        }
        if (request.publishAt() != null
                && request.expiresAt() != null
                && !request.expiresAt().isAfter(request.publishAt())) {
            errors = errors.and("expires_at", "knowledge.invalid.expires_first");
        }
        errors.throwIfAny();
        return new CheckedArticle(
                Objects.requireNonNull(request.title()).strip(),
                Objects.requireNonNull(request.body()),
                slug,
                request.category(),
                request.status() == null ? ArticleStatus.DRAFT : request.status(),
                request.visibility() == null ? Audience.PUBLIC : request.visibility(),
                Locale.forLanguageTag(language).toLanguageTag(),
                tags,
                related,
                request.publishAt(),
                request.expiresAt());
    }

    private static FieldErrors title(@Nullable String title) {
        if (title == null || title.isBlank()) {
            return FieldErrors.of("title", "knowledge.invalid.required");
        }
        if (title.strip().length() > TITLE) {
            return FieldErrors.of("title", "knowledge.invalid.too_long", TITLE);
        }
        return isOneLine(title.strip()) ? FieldErrors.none() : FieldErrors.of("title", "knowledge.invalid.one_line");
    }

    private static FieldErrors body(@Nullable String body) {
        if (body == null) {
            return FieldErrors.of("body", "knowledge.invalid.required");
        }
        return body.length() > BODY ? FieldErrors.of("body", "knowledge.invalid.too_long", BODY) : FieldErrors.none();
    }

    private static String slug(String written, String language) {
        return written.length() > SLUG_AS_WRITTEN ? "" : Slug.of(written, language);
    }

    /** In Normalization Form C, so that the same tag is the same text. */
    private static List<String> tags(@Nullable List<@Nullable String> written) {
        var tags = new ArrayList<String>();
        for (String tag : written == null ? List.<String>of() : written) {
            String plain = tag == null ? "" : Normalizer.normalize(tag.strip(), Normalizer.Form.NFC);
            if (!tags.contains(plain)) {
                tags.add(plain);
            }
        }
        return List.copyOf(tags);
    }

    static boolean isOneLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    static boolean isLanguage(String tag) {
        try {
            return tag.length() <= 35
                    && !new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .getLanguage()
                            .isEmpty();
        } catch (IllformedLocaleException notOne) {
            return false;
        }
    }
}
