package dev.lodge.knowledge;

import dev.lodge.accounts.Anyone;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.api.Change;
import dev.lodge.web.api.IfMatch;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tree of categories over HTTP. */
@RestController
@RequestMapping("/api/article-categories")
class ArticleCategoryController {

    private final Categories categories;

    ArticleCategoryController(Categories categories) {
        this.categories = categories;
    }

    /** In the order of the tree, each before those in it. */
    @GetMapping
    @Anyone(because = "what leads to articles for everybody is read without signing in")
    Listing<Category> list(
            Reader reader,
            @ListParameters(
                            filters = {"parent", "language"},
                            orderings = "position")
                    ListQuery query) {
        var tree = categories.tree(reader, query.filter("language").orElse(null));
        var parent = query.filter("parent");
        var found = parent.isEmpty()
                ? tree.flat().stream().map(CategoryTree.Level::category).toList()
                : tree.children(
                        parent.get().equals("none") ? null : query.id("parent").orElse(null));
        return query.listing(
                found.size(),
                found.stream().skip(query.offset()).limit(query.size()).toList());
    }

    @PostMapping
    @Requires(Permission.ARTICLE_PUBLISH)
    ResponseEntity<Category> create(Caller caller, @RequestBody NewCategory request) {
        var created = categories.create(caller, request);
        return ResponseEntity.created(URI.create("/api/article-categories/" + created.id() + "/"))
                .eTag(IfMatch.tag(created.version()))
                .body(created);
    }

    @GetMapping("/{id}")
    @Anyone(because = "what leads to articles for everybody is read without signing in")
    ResponseEntity<Category> details(Reader reader, @PathVariable long id) {
        return answer(categories.read(reader, id));
    }

    @PutMapping("/{id}")
    @Requires(Permission.ARTICLE_PUBLISH)
    ResponseEntity<Category> replace(
            Caller caller, @PathVariable long id, @RequestBody CategoryChanges changes, IfMatch match) {
        return answer(categories.change(caller, id, changes.whole(), match));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.ARTICLE_PUBLISH)
    ResponseEntity<Category> change(
            Caller caller, @PathVariable long id, @RequestBody CategoryChanges changes, IfMatch match) {
        return answer(categories.change(caller, id, changes, match));
    }

    /** Where it goes; what is left out stays. */
    record Destination(Change<Long> parent, Change<Integer> position) {}

    @PostMapping("/{id}/move")
    @Requires(Permission.ARTICLE_PUBLISH)
    ResponseEntity<Category> move(Caller caller, @PathVariable long id, @RequestBody Destination to, IfMatch match) {
        return answer(categories.change(caller, id, CategoryChanges.to(to.parent(), to.position()), match));
    }

    /** @param moveTo id of the category that takes what is in it */
    @DeleteMapping("/{id}")
    @Requires(Permission.ARTICLE_PUBLISH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            Caller caller,
            @PathVariable long id,
            @RequestParam(name = "move_to", required = false) @Nullable Long moveTo,
            IfMatch match) {
        categories.delete(caller, id, moveTo, match);
    }

    private static ResponseEntity<Category> answer(Category category) {
        return ResponseEntity.ok().eTag(IfMatch.tag(category.version())).body(category);
    }
}
