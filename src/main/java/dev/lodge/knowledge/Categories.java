package dev.lodge.knowledge;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tree that articles are kept in. Whoever changes it holds all of it, so that no two changes together make what neither makes
 * alone: a circle, or two in the same place.
 */
@Component
public class Categories {

    private static final int MOST = 500;
    private static final int DEEPEST = 6;

    private final StoredCategories stored;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Categories(StoredCategories stored, TransactionTemplate transactions, InstantSource clock) {
        this.stored = stored;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** As far as the reader may know: who does not see drafts sees only what leads to an article. @param language of those counted, or null */
    public CategoryTree tree(Reader reader, @Nullable String language) {
        var all = stored.all(reader, language, clock.instant());
        return reader.seesAll() ? all : all.withoutEmpty();
    }

    /** @throws NotFound for what the reader may not know of */
    public Category read(Reader reader, long id) {
        return tree(reader, null).find(id).orElseThrow(NotFound::new);
    }

    public Category create(Caller caller, NewCategory request) {
        caller.require(Permission.ARTICLE_PUBLISH);
        return enter(request, now());
    }

    /** As {@link #create}, by the desk itself, for imports and the demo. */
    public Category enter(NewCategory request, Instant at) {
        var checked = CheckedCategory.of(request);
        return write(tree -> {
            if (tree.all().count() >= MOST) {
                throw new Conflict(Message.of("knowledge.too_many_categories", MOST));
            }
            requirePlace(tree, null, checked.parent());
            long id = stored.insert(checked, CategorySlugs.claim(tree, checked, null), at);
            arrange(checked.parent(), children(tree, checked.parent(), null), id, checked.position());
            return id;
        });
    }

    /** @param expected whether the version found is the one that the caller means */
    public Category change(Caller caller, long id, CategoryChanges changes, LongPredicate expected) {
        caller.require(Permission.ARTICLE_PUBLISH);
        return write(tree -> {
            Category before = require(tree, id, expected);
            var after = CheckedCategory.of(changes.over(before));
            if (!Objects.equals(before.parent(), after.parent())) {
                requirePlace(tree, before, after.parent());
            }
            stored.update(id, after, CategorySlugs.claim(tree, after, before));
            arrange(after.parent(), children(tree, after.parent(), id), id, after.position());
            if (!Objects.equals(before.parent(), after.parent())) {
                arrange(before.parent(), children(tree, before.parent(), id));
            }
            return id;
        });
    }

    /**
     * Deletes an empty one, or one whose articles and categories are to go to another.
     *
     * @param moveTo id, or null
     * @throws Conflict when there is something in it and nowhere to go, with the choices there are
     */
    public void delete(Caller caller, long id, @Nullable Long moveTo, LongPredicate expected) {
        caller.require(Permission.ARTICLE_PUBLISH);
        transactions.executeWithoutResult(status -> {
            CategoryTree tree = stored.lock(clock.instant());
            Category category = require(tree, id, expected);
            List<Long> within = children(tree, id, null);
            if (moveTo != null) {
                requirePlace(tree, category, moveTo, "move_to");
                stored.moveArticles(id, moveTo);
                var joined = children(tree, moveTo, id);
                joined.addAll(within);
                arrange(moveTo, joined);
            } else if (!within.isEmpty() || category.articleCount() > 0) {
                throw new Conflict(
                        Message.of("knowledge.category_in_use", category.name()),
                        Map.of(
                                "articles", category.articleCount(),
                                "categories", within.size(),
                                "choices", choices(tree, id)));
            }
            stored.delete(id);
            if (!Objects.equals(category.parent(), moveTo) || moveTo == null) {
                arrange(category.parent(), children(tree, category.parent(), id));
            }
        });
    }

    /** Where what is in a category could go: anywhere that is not below it. */
    private static List<Map<String, Object>> choices(CategoryTree tree, long id) {
        var branch = tree.branch(id);
        return tree.all()
                .filter(other -> !branch.contains(other.id()))
                .map(other -> Map.<String, Object>of(
                        "move_to", other.id(),
                        "name", other.name(),
                        "delete", "/api/article-categories/%d/?move_to=%d".formatted(id, other.id())))
                .toList();
    }

    private static void requirePlace(CategoryTree tree, @Nullable Category moved, @Nullable Long parent) {
        requirePlace(tree, moved, parent, "parent");
    }

    private static void requirePlace(CategoryTree tree, @Nullable Category moved, @Nullable Long parent, String field) {
        if (parent == null) {
            return;
        }
        if (tree.find(parent).isEmpty()) {
            throw new Invalid(field, "knowledge.invalid.category");
        }
        if (moved != null && tree.branch(moved.id()).contains(parent)) {
            throw new Invalid(field, "knowledge.invalid.own_ancestor");
        }
        int below = moved == null ? 1 : tree.height(moved.id());
        if (tree.path(parent).size() + below > DEEPEST) {
            throw new Invalid(field, "knowledge.invalid.too_deep", DEEPEST);
        }
    }

    private static List<Long> children(CategoryTree tree, @Nullable Long parent, @Nullable Long without) {
        return new ArrayList<>(tree.children(parent).stream()
                .map(Category::id)
                .filter(id -> !id.equals(without))
                .toList());
    }

    private void arrange(@Nullable Long parent, List<Long> others, long id, int position) {
        others.add(Math.min(position - 1, others.size()), id);
        arrange(parent, others);
    }

    private void arrange(@Nullable Long parent, List<Long> order) {
        for (int i = 0; i < order.size(); i++) {
            stored.place(order.get(i), parent, i + 1);
        }
    }

    private static Category require(CategoryTree tree, long id, LongPredicate expected) {
        Category category = tree.find(id).orElseThrow(NotFound::new);
        StaleVersion.unless(expected.test(category.version()));
        return category;
    }

    private Category write(Function<CategoryTree, Long> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            long id = work.apply(stored.lock(clock.instant()));
            return stored.all(Reader.desk(), null, clock.instant()).find(id).orElseThrow(NotFound::new);
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
