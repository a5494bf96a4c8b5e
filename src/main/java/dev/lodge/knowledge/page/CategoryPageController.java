package dev.lodge.knowledge.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.knowledge.Categories;
import dev.lodge.knowledge.Category;
import dev.lodge.knowledge.CategoryChanges;
import dev.lodge.knowledge.CategoryIcon;
import dev.lodge.knowledge.NewCategory;
import dev.lodge.knowledge.Reader;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Problem;
import dev.lodge.web.Html;
import dev.lodge.web.api.Change;
import dev.lodge.web.api.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tree of categories, arranged by those who publish. */
@Controller
@RequestMapping("/knowledge/categories")
@Requires(Permission.ARTICLE_PUBLISH)
class CategoryPageController {

    private static final String HERE = "/knowledge/categories";

    private final Categories categories;

    CategoryPageController(Categories categories) {
        this.categories = categories;
    }

    @GetMapping
    Html show(Reader reader) {
        return page(reader, null, CategoryPage.Form.blank(), FieldErrors.none());
    }

    @PostMapping
    Html create(Caller caller, Reader reader, @ModelAttribute CategoryPage.Form form) {
        try {
            var created = categories.create(
                    caller,
                    new NewCategory(
                            form.name(),
                            form.description(),
                            ArticleForm.typed(form.slug()),
                            parent(form),
                            null,
                            form.namesOver(Map.of()),
                            icon(form)));
            return Html.redirect(HERE).toast("knowledgepages.category.created", created.name());
        } catch (Invalid | Conflict wrong) {
            return refused(reader, null, form, wrong);
        }
    }

    @GetMapping("/{id}")
    Html edit(Reader reader, @PathVariable long id) {
        Category category = categories.read(reader, id);
        return page(reader, category, CategoryPage.Form.of(category), FieldErrors.none());
    }

    @PostMapping("/{id}")
    Html change(Caller caller, Reader reader, @PathVariable long id, @ModelAttribute CategoryPage.Form form) {
        Category category = categories.read(reader, id);
        try {
            var changes = new CategoryChanges(
                    Change.to(form.name()),
                    Change.to(form.description()),
                    Change.to(ArticleForm.typed(form.slug())),
                    Change.to(parent(form)),
                    Change.absent(),
                    Change.to(form.namesOver(category.names())),
                    form.icon() == null ? Change.absent() : Change.to(icon(form)));
            var changed = categories.change(caller, id, changes, any -> true);
            return Html.redirect(HERE).toast("knowledgepages.category.changed", changed.name());
        } catch (Invalid | Conflict wrong) {
            return refused(reader, category, form, wrong);
        }
    }

    /** One place up or down among those of the same parent. */
    @PostMapping("/{id}/move")
    Html move(Caller caller, Reader reader, @PathVariable long id, @RequestParam(defaultValue = "1") int by) {
        Category category = categories.read(reader, id);
        int to = Math.max(1, category.position() + Math.clamp(by, -1, 1));
        categories.change(caller, id, CategoryChanges.to(Change.absent(), Change.to(to)), any -> true);
        return Html.redirect(HERE);
    }

    @PostMapping("/{id}/delete")
    Html delete(
            Caller caller,
            Reader reader,
            @PathVariable long id,
            @RequestParam(name = "move_to", required = false) @Nullable String moveTo) {
        Category category = categories.read(reader, id);
        try {
            categories.delete(caller, id, ArticleForm.number("move_to", moveTo), any -> true);
            return Html.redirect(HERE).toast("knowledgepages.category.deleted", category.name());
        } catch (Invalid | Conflict wrong) {
            return refused(reader, category, CategoryPage.Form.of(category), wrong);
        }
    }

    private static @Nullable Long parent(CategoryPage.Form form) {
        return ArticleForm.number("parent", form.parent());
    }

    private static @Nullable CategoryIcon icon(CategoryPage.Form form) {
        String typed = ArticleForm.typed(form.icon());
        return typed == null ? null : Values.word("icon", typed, CategoryIcon.class);
    }

    private Html refused(Reader reader, @Nullable Category edited, CategoryPage.Form form, Problem wrong) {
        FieldErrors errors = switch (wrong) {
            case Invalid invalid -> invalid.errors();
            case Conflict conflict when !conflict.errors().isEmpty() -> conflict.errors();
            default -> FieldErrors.none().and(FieldErrors.WHOLE, wrong.detail());
        };
        return page(reader, edited, form, errors).status(wrong instanceof Invalid ? 422 : wrong.status());
    }

    private Html page(Reader reader, @Nullable Category edited, CategoryPage.Form form, FieldErrors errors) {
        return Html.page("knowledge/categories", new CategoryPage(categories.tree(reader, null), edited, form, errors));
    }
}
