package dev.lodge.web;

import dev.lodge.problem.FieldErrors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ties a control to its help and its findings for those who hear the page. */
public final class Described {

    private Described() {}

    /** The value of {@code aria-describedby}, or null when nothing describes it. */
    public static @Nullable String by(String name, @Nullable String help, FieldErrors errors) {
        var ids = Stream.of(help == null ? "" : name + "-help", errors.has(name) ? name + "-error" : "")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
