package dev.lodge.knowledge;

import dev.lodge.problem.Invalid;
import dev.lodge.web.api.Change;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to change about a category; the fields are those of {@link NewCategory}. */
public record CategoryChanges(
        Change<String> name,
        Change<String> description,
        Change<String> slug,
        Change<Long> parent,
        Change<Integer> position,
        Change<Map<String, Category.@Nullable Name>> names,
        Change<CategoryIcon> icon) {

    /** Only its place. */
    public static CategoryChanges to(Change<Long> parent, Change<Integer> position) {
        return new CategoryChanges(
                Change.absent(), Change.absent(), Change.absent(), parent, position, Change.absent(), Change.absent());
    }

    /** As a whole: the name is needed, slug and position stay when they are left out, the rest is taken away. */
    CategoryChanges whole() {
        if (!name.isPresent()) {
            throw new Invalid("name", "knowledge.invalid.required");
        }
        return new CategoryChanges(
                name,
                description.isPresent() ? description : Change.to(""),
                slug,
                parent.isPresent() ? parent : Change.to(null),
                position,
                names.isPresent() ? names : Change.to(Map.of()),
                icon.isPresent() ? icon : Change.to(null));
    }

    NewCategory over(Category now) {
        boolean moves = parent.isPresent() && !Objects.equals(parent.value(), now.parent());
        return new NewCategory(
                name.over(now.name()),
                description.over(now.description()),
                slug.isPresent() ? slug.value() : now.slug(),
                parent.over(now.parent()),
                position.isPresent() ? position.value() : moves ? null : Integer.valueOf(now.position()),
                names.over(new HashMap<>(now.names())),
                icon.over(now.icon()));
    }
}
