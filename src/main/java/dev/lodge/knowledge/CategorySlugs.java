package dev.lodge.knowledge;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which slugs categories take. They stand in the help center below {@code /help/}, where it has addresses of its own. */
final class CategorySlugs {

    /** What a category of this slug would hide behind. */
    private static final Set<String> RESERVED = Set.of("articles", "search");

    /** For a name without one letter or digit. */
    private static final String NAMELESS = "category";

    private CategorySlugs() {}

    /**
     * The slug to have: the one wanted, or one made of the name, with a number if need be.
     *
     * @param own as it is now, whose slug it may keep
     * @throws Invalid when the one wanted is an address of the help center
     * @throws Conflict when another category has it
     */
    static String claim(CategoryTree tree, CheckedCategory category, @Nullable Category own) {
        String wanted = category.slug();
        if (wanted == null) {
            return made(tree, category.name(), own);
        }
        boolean kept = own != null && own.slug().equals(wanted);
        if (RESERVED.contains(wanted) && !kept) {
            throw new Invalid("slug", "knowledge.invalid.slug_reserved", wanted);
        }
        if (belongsToAnother(tree, wanted, own)) {
            Message taken = Message.of("knowledge.slug_taken", wanted);
            throw new Conflict(taken, FieldErrors.none().and("slug", taken));
        }
        return wanted;
    }

    private static String made(CategoryTree tree, String name, @Nullable Category own) {
        String made = Slug.of(name, "");
        String base = made.isEmpty() ? NAMELESS : made;
        String slug = base;
        for (int number = 2; RESERVED.contains(slug) || belongsToAnother(tree, slug, own); number++) {
            slug = Slug.numbered(base, number);
        }
        return slug;
    }

    private static boolean belongsToAnother(CategoryTree tree, String slug, @Nullable Category own) {
        return tree.find(slug)
                .filter(other -> own == null || other.id() != own.id())
                .isPresent();
    }
}
