package dev.lodge.customers.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.customers.CustomerDetails;
import dev.lodge.customers.OrganizationRef;
import dev.lodge.web.Paging;
import dev.lodge.web.api.ListQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of customers shows.
 *
 * @param tickets how many each has, by the customer's id; none where it is missing
 * @param organization whom the list is narrowed to, or null
 */
public record CustomerListPage(
        ListQuery query,
        List<CustomerDetails> customers,
        Map<Long, Long> tickets,
        Paging paging,
        @Nullable OrganizationRef organization,
        Caller caller) {

    public boolean mayEnter() {
        return caller.may(Permission.CUSTOMER_WRITE);
    }

    public String search() {
        return query.search() == null ? "" : query.search();
    }

    /** The same list in another order, from its first page. */
    public String inOrder(String ordering) {
        var parameters = new LinkedHashMap<String, @Nullable String>(query.filters());
        parameters.put("search", query.search());
        parameters.put("ordering", ordering);
        return address(parameters);
    }

    /** The same list without this parameter. */
    public String without(String name) {
        var parameters = new LinkedHashMap<String, @Nullable String>(query.filters());
        parameters.put("search", query.search());
        parameters.remove(name);
        return address(parameters);
    }

    /** As a screen reader hears a column's order, or null. */
    public @Nullable String sorted(String column) {
        return query.orderedBy().equals(column) ? query.descending() ? "descending" : "ascending" : null;
    }

    private static String address(Map<String, @Nullable String> parameters) {
        var address = UriComponentsBuilder.fromPath("/customers");
        parameters.forEach((name, value) -> {
            if (value != null) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
