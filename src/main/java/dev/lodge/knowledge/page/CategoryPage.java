package dev.lodge.knowledge.page;

import dev.lodge.knowledge.Category;
import dev.lodge.knowledge.CategoryTree;
import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Choice;
import dev.lodge.web.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree of categories to be arranged.
 *
 * @param edited the one whose form is shown; null for a new one
 */
public record CategoryPage(CategoryTree tree, @Nullable Category edited, Form form, FieldErrors errors) {

    /** What somebody enters about a category, as typed. */
    public record Form(
            @Nullable String name,
            @Nullable String description,
            @Nullable String slug,
            @Nullable String parent) {

        static Form blank() {
            return new Form(null, null, null, null);
        }

        static Form of(Category category) {
            Long parent = category.parent();
            return new Form(
                    category.name(), category.description(), category.slug(), parent == null ? "" : parent.toString());
        }
    }

    /** Where the one edited may stand. */
    public List<Choice> parents() {
        return choices(Text.text("knowledgepages.category.top"), edited);
    }

    /** Where what is in this one can go. */
    public List<Choice> others(Category category) {
        return choices(Text.text("knowledgepages.category.choose"), category);
    }

    private List<Choice> choices(String nothing, @Nullable Category without) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", nothing));
        for (var level : tree.flat()) {
            boolean within = without != null && tree.path(level.category().id()).contains(without);
            if (!within) {
                choices.add(new Choice(
                        Long.toString(level.category().id()),
                        "\u2003".repeat(level.depth() - 1) + level.category().name()));
            }
        }
        return choices;
    }

    public boolean isFirst(Category category) {
        return tree.children(category.parent()).getFirst().equals(category);
    }

    public boolean isLast(Category category) {
        return tree.children(category.parent()).getLast().equals(category);
    }

    public boolean isEmpty(Category category) {
        return category.articleCount() == 0 && tree.children(category.id()).isEmpty();
    }
}
