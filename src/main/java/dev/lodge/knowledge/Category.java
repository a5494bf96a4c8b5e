package dev.lodge.knowledge;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree that articles are kept in.
 *
 * @param parent id of the category around it, or null
 * @param position among those of the same parent, from 1
 * @param names name and description in further languages, by tag
 * @param icon null for the first letter of its name
 * @param articleCount how many articles in it, not below it, there are for the reader
 */
public record Category(
        long id,
        @Nullable Long parent,
        int position,
        String name,
        String description,
        String slug,
        Map<String, Name> names,
        @Nullable CategoryIcon icon,
        long articleCount,
        Instant createdAt,
        long version) {

    /** What a category is called in one language. */
    public record Name(String name, @Nullable String description) {

        /** What stands for it where there is no icon: the first letter or digit. */
        public String letter() {
            int first = name.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .findFirst()
                    .orElse(name.codePointAt(0));
            return Character.toString(first).toUpperCase(Locale.ROOT);
        }
    }

    /** As it is called for readers of a language: theirs, that without the region, or the usual. */
    public Name in(String language) {
        Name usual = new Name(name, description);
        return names.getOrDefault(language, names.getOrDefault(language.split("-", 2)[0], usual));
    }
}
