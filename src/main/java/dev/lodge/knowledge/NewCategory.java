package dev.lodge.knowledge;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A category as somebody enters one, not yet checked.
 *
 * @param name 1 to 80 characters
 * @param description up to 300 characters
 * @param slug null to make it from the name
 * @param parent id, or null for the top
 * @param position among those of the same parent, from 1; null or beyond the last for the last
 * @param names in further languages, by tag of BCP 47
 * @param icon null for the first letter of its name
 */
public record NewCategory(
        @Nullable String name,
        @Nullable String description,
        @Nullable String slug,
        @Nullable Long parent,
        @Nullable Integer position,
        @Nullable Map<String, Category.@Nullable Name> names,
        @Nullable CategoryIcon icon) {}
