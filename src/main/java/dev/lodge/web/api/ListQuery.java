package dev.lodge.web.api;

import dev.lodge.problem.Invalid;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which page of a list is asked for, already checked against its {@link ListParameters}.
 *
 * @param page from 1
 * @param size rows on a page, 1 to 100, 25 if not said
 * @param ordering one of those allowed, as written, for example {@code -created_at}
 * @param filters those given, by name; values as sent, not empty
 * @param address the address asked, for links to other pages
 */
public record ListQuery(
        int page, int size, String ordering, @Nullable String search, Map<String, String> filters, URI address) {

    /** Rows before this page. At most {@value ListQueries#DEEPEST}. */
    public int offset() {
        return (page - 1) * size;
    }

    public boolean descending() {
        return ordering.startsWith("-");
    }

    /** The ordering's field without its sign. */
    public String orderedBy() {
        return descending() ? ordering.substring(1) : ordering;
    }

    public Optional<String> filter(String name) {
        return Optional.ofNullable(filters.get(name));
    }

    /** A filter that takes an id. */
    public Optional<Long> id(String name) {
        return filter(name).map(value -> Values.id(name, value));
    }

    /** A filter that takes {@code true} or {@code false}. */
    public Optional<Boolean> flag(String name) {
        return filter(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Invalid(name, "web.invalid.flag");
        });
    }

    /** A filter that takes a time of RFC 3339. */
    public Optional<java.time.Instant> time(String name) {
        return filter(name).map(value -> Values.time(name, value));
    }

    /** A filter that takes one or more words of an enumeration, joined by commas; empty if not given. */
    public <E extends Enum<E>> List<E> words(String name, Class<E> type) {
        return filter(name).map(value -> Values.words(name, value, type)).orElse(List.of());
    }

    /** The answer: these rows of this page, and links to its neighbours. */
    public <T> Listing<T> listing(long count, List<T> results) {
        boolean more = (long) page * size < count && (long) page * size < ListQueries.DEEPEST;
        return new Listing<>(count, more ? at(page + 1) : null, page > 1 ? at(page - 1) : null, results);
    }

    private URI at(int other) {
        return UriComponentsBuilder.fromUri(address)
                .replaceQueryParam("page", other)
                .build(true)
                .toUri();
    }
}
