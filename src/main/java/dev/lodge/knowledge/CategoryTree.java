package dev.lodge.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All categories of a desk as far as a reader may know of them, each in its place. */
public final class CategoryTree {

    private static final Comparator<Category> ORDER =
            Comparator.comparingInt(Category::position).thenComparingLong(Category::id);

    private final Map<Long, Category> byId = new HashMap<>();
    private final Map<@Nullable Long, List<Category>> below = new HashMap<>();

    /** A category and how deep it stands: 1 at the top. */
    public record Level(Category category, int depth) {}

    CategoryTree(List<Category> categories) {
        categories.forEach(category -> byId.put(category.id(), category));
        for (Category category : categories) {
            below.computeIfAbsent(category.parent(), parent -> new ArrayList<>())
                    .add(category);
        }
        below.values().forEach(list -> list.sort(ORDER));
    }

    /** Those in this one, in order; at the top for null. */
    public List<Category> children(@Nullable Long parent) {
        return List.copyOf(below.getOrDefault(parent, List.of()));
    }

    public Optional<Category> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Category> find(String slug) {
        return byId.values().stream()
                .filter(category -> category.slug().equals(slug))
                .findFirst();
    }

    /** From the top down to this one, itself included. */
    public List<Category> path(long id) {
        var path = new ArrayList<Category>();
        Category at = byId.get(id);
        while (at != null && !path.contains(at)) {
            path.addFirst(at);
            at = at.parent() == null ? null : byId.get(at.parent());
        }
        return List.copyOf(path);
    }

    /** All of them, each before those in it. */
    public List<Level> flat() {
        var levels = new ArrayList<Level>();
        flatten(null, 1, levels);
        return List.copyOf(levels);
    }

    private void flatten(@Nullable Long parent, int depth, List<Level> levels) {
        for (Category category : children(parent)) {
            levels.add(new Level(category, depth));
            flatten(category.id(), depth + 1, levels);
        }
    }

    /** This one and all below it. */
    Set<Long> branch(long id) {
        return children(id).stream()
                .flatMap(child -> branch(child.id()).stream())
                .collect(Collectors.collectingAndThen(Collectors.toSet(), ids -> {
                    ids.add(id);
                    return ids;
                }));
    }

    /** How many articles there are in it and below. */
    public long articles(Category category) {
        return category.articleCount()
                + children(category.id()).stream().mapToLong(this::articles).sum();
    }

    /** How many levels there are below this one, itself included. */
    int height(long id) {
        return 1
                + children(id).stream()
                        .mapToInt(child -> height(child.id()))
                        .max()
                        .orElse(0);
    }

    /** Only what leads to an article. */
    CategoryTree withoutEmpty() {
        Set<Long> kept = new HashSet<>();
        byId.values().stream()
                .filter(category -> category.articleCount() > 0)
                .flatMap(category -> path(category.id()).stream())
                .forEach(category -> kept.add(category.id()));
        return new CategoryTree(
                all().filter(category -> kept.contains(category.id())).toList());
    }

    Stream<Category> all() {
        return flat().stream().map(Level::category);
    }
}
