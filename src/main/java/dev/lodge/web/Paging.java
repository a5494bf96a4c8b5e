package dev.lodge.web;

import dev.lodge.web.api.Listing;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where one is in a list, for the line under it. Addresses are paths with their queries. */
public record Paging(@Nullable String previous, @Nullable String next, long first, long last, long count) {

    /** Of a page of a list, whose first row has this offset. */
    public static Paging of(Listing<?> listing, int offset) {
        int rows = listing.results().size();
        return new Paging(
                path(listing.previous()),
                path(listing.next()),
                rows == 0 ? 0 : offset + 1L,
                offset + (long) rows,
                listing.count());
    }

    private static @Nullable String path(@Nullable URI address) {
        return address == null ? null : address.getRawPath() + "?" + address.getRawQuery();
    }
}
