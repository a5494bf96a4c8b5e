package dev.lodge.web.api;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param count how many there are on all pages
 * @param next address of the next page, with the same filters, or null
 * @param previous address of the page before, or null
 */
public record Listing<T>(
        long count, @Nullable URI next, @Nullable URI previous, List<T> results) {

    public <R> Listing<R> map(Function<T, R> change) {
        return new Listing<>(count, next, previous, results.stream().map(change).toList());
    }
}
