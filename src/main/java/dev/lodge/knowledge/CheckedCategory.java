package dev.lodge.knowledge;

import dev.lodge.problem.FieldErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link NewCategory} whose form is right. */
record CheckedCategory(
        String name,
        String description,
        @Nullable String slug,
        @Nullable Long parent,
        int position,
        Map<String, Category.Name> names,
        @Nullable CategoryIcon icon) {

    static final int NAME = 80;
    static final int DESCRIPTION = 300;
    private static final int LANGUAGES = 30;
    private static final int SLUG_AS_WRITTEN = 300;

    /** @throws dev.lodge.problem.Invalid naming each field that is wrong */
    static CheckedCategory of(NewCategory request) {
        var errors = name("name", request.name()).and(description("description", request.description()));
        String slug = request.slug();
        if (slug != null) {
            slug = slug.length() > SLUG_AS_WRITTEN ? "" : Slug.of(slug, "");
            if (slug.isEmpty()) {
                errors = errors.and("slug", "knowledge.invalid.slug");
            }
        }
        Integer position = request.position();
        if (position != null && position < 1) {
            errors = errors.and("position", "knowledge.invalid.position");
        }
        var names = new LinkedHashMap<String, Category.Name>();
        if (request.names() != null) {
            errors = errors.and(names(request.names(), names));
        }
        errors.throwIfAny();
        return new CheckedCategory(
                Objects.requireNonNull(request.name()).strip(),
                request.description() == null ? "" : request.description().strip(),
                slug,
                request.parent(),
                position == null ? Integer.MAX_VALUE : position,
                names,
                request.icon());
    }

    private static FieldErrors names(Map<String, Category.@Nullable Name> written, Map<String, Category.Name> names) {
        if (written.size() > LANGUAGES) {
            return FieldErrors.of("names", "knowledge.invalid.too_many_names", LANGUAGES);
        }
        var errors = FieldErrors.none();
        for (var entry : written.entrySet()) {
            var name = entry.getValue();
            var wrong = name == null || name.name() == null || name.name().isBlank()
                    ? FieldErrors.of("names", "knowledge.invalid.name_in", entry.getKey())
                    : name("names", name.name()).and(description("names", name.description()));
            if (!CheckedArticle.isLanguage(entry.getKey())) {
                wrong = wrong.and("names", "knowledge.invalid.language");
            }
            errors = errors.and(wrong);
            if (name != null && wrong.isEmpty()) {
                String description = name.description();
                names.put(
                        entry.getKey(),
                        new Category.Name(name.name().strip(), description == null ? "" : description.strip()));
            }
        }
        return errors;
    }

    private static FieldErrors name(String field, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return FieldErrors.of(field, "knowledge.invalid.required");
        }
        if (name.strip().length() > NAME) {
            return FieldErrors.of(field, "knowledge.invalid.too_long", NAME);
        }
        return CheckedArticle.isOneLine(name.strip())
                ? FieldErrors.none()
                : FieldErrors.of(field, "knowledge.invalid.one_line");
    }

    private static FieldErrors description(String field, @Nullable String description) {
        return description != null && description.length() > DESCRIPTION
                ? FieldErrors.of(field, "knowledge.invalid.too_long", DESCRIPTION)
                : FieldErrors.none();
    }
}
