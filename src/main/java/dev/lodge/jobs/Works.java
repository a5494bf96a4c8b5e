package dev.lodge.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The kinds of work that this release knows. */
@Component
final class Works {

    private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}");

    private final Supplier<Map<String, TenantWork>> byName;

    /** The beans are asked for late, because works use {@link Jobs}, which uses this. */
    @Autowired
    Works(ObjectProvider<TenantWork> beans) {
        this(() -> beans.stream().toList());
    }

    Works(Supplier<List<TenantWork>> works) {
        this.byName = SingletonSupplier.of(() -> named(works.get()));
    }

    Set<String> names() {
        return byName.get().keySet();
    }

    Optional<TenantWork> named(String name) {
        return Optional.ofNullable(byName.get().get(name));
    }

    private static Map<String, TenantWork> named(List<TenantWork> works) {
        var named = new TreeMap<String, TenantWork>();
        for (TenantWork work : works) {
            if (!NAME.matcher(work.name()).matches() || named.put(work.name(), work) != null) {
                throw new IllegalStateException(
                        "A kind of work cannot be called %s, or two are.".formatted(work.name()));
            }
        }
        return named;
    }
}
