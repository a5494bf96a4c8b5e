package dev.lodge.knowledge.page;

import dev.lodge.knowledge.Category;
import dev.lodge.knowledge.CategoryIcon;
import dev.lodge.knowledge.CategoryTree;
import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Choice;
import dev.lodge.web.Language;
import dev.lodge.web.Shell;
import dev.lodge.web.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tree of categories to be arranged.
 *
 * @param edited the one whose form is shown; null for a new one
 */
public record CategoryPage(CategoryTree tree, @Nullable Category edited, Form form, FieldErrors errors) {

    private static final Category.Name NAMELESS = new Category.Name("", "");

    /**
     * What somebody enters about a category, as typed.
     *
     * @param icon its word, or empty for none
     * @param names in further languages, by tag
     */
    public record Form(
            @Nullable String name,
            @Nullable String description,
            @Nullable String slug,
            @Nullable String parent,
            @Nullable String icon,
            @Nullable Map<String, Category.Name> names) {

        static Form blank() {
            return new Form(null, null, null, null, null, null);
        }

        static Form of(Category category) {
            Long parent = category.parent();
            return new Form(
                    category.name(),
                    category.description(),
                    category.slug(),
                    parent == null ? "" : parent.toString(),
                    category.icon() == null ? "" : category.icon().code(),
                    category.names());
        }

        /** What was entered, over the names there are; one left empty is taken away. */
        Map<String, Category.@Nullable Name> namesOver(Map<String, Category.Name> now) {
            var all = new LinkedHashMap<String, Category.@Nullable Name>(now);
            Objects.requireNonNullElse(names, Map.<String, Category.Name>of()).forEach((tag, name) -> {
                if (ArticleForm.typed(name.name()) == null && ArticleForm.typed(name.description()) == null) {
                    all.remove(tag);
                } else {
                    all.put(tag, name);
                }
            });
            return all;
        }

        /** What stands in the fields of a language. */
        Category.Name in(String tag) {
            return names == null ? NAMELESS : names.getOrDefault(tag, NAMELESS);
        }
    }

    /** What a category without an icon is marked with. */
    public String letter() {
        String name = ArticleForm.typed(form.name());
        return name == null ? "A" : new Category.Name(name, "").letter();
    }

    public List<CategoryIcon> icons() {
        return List.of(CategoryIcon.values());
    }

    /** A language besides the desk's own, and what is entered in it. */
    public record Named(String tag, String language, String name, String description) {}

    /** In the languages that the desk offers, and those that the category has a name in; only while the page is rendered. */
    public List<Named> named() {
        var tags = new LinkedHashSet<String>();
        Shell.shell().site().languages().stream().skip(1).map(Language::tag).forEach(tags::add);
        tags.addAll(Objects.requireNonNullElse(form.names(), Map.<String, Category.Name>of())
                .keySet());
        return tags.stream()
                .map(tag -> new Named(
                        tag,
                        ArticlePage.languageName(tag),
                        ArticleForm.shown(form.in(tag).name()),
                        ArticleForm.shown(form.in(tag).description())))
                .toList();
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
