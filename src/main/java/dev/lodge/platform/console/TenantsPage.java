package dev.lodge.platform.console;

import dev.lodge.platform.TenantRow;
import dev.lodge.web.Paging;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** A page of the list of tenants. */
public record TenantsPage(Listing<TenantRow> listing, Paging paging, ListQuery query) {

    private static final String ADDRESS = "/operator/tenants";

    public String search() {
        return query.search() == null ? "" : query.search();
    }

    /** The state that the list is narrowed to, or empty. */
    public String status() {
        return query.filter("status").orElse("");
    }

    /** What a new search keeps of this list. */
    public Map<String, String> kept() {
        var kept = new LinkedHashMap<String, String>();
        if (!status().isEmpty()) {
            kept.put("status", status());
        }
        kept.put("ordering", query.ordering());
        return kept;
    }

    public String withStatus(String status) {
        return address(status, query.ordering());
    }

    public String withOrdering(String ordering) {
        return address(status(), ordering);
    }

    private String address(String status, String ordering) {
        var address = UriComponentsBuilder.fromPath(ADDRESS).queryParam("ordering", ordering);
        if (!status.isEmpty()) {
            address.queryParam("status", status);
        }
        return search().isEmpty()
                ? address.toUriString()
                : address.queryParam("search", "{search}")
                        .encode()
                        .buildAndExpand(search())
                        .toUriString();
    }
}
