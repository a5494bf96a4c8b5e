package dev.lodge.customers;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.CUSTOMER_EMAIL;
import static dev.lodge.schema.tenant.Tables.ORGANIZATION;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Customers, many at a time. */
@Component
public final class CustomerLists {

    private final TenantDatabase database;

    CustomerLists(TenantDatabase database) {
        this.database = database;
    }

    /** A page of those that the query asks for: filter {@code organization}, {@code search} over names and addresses. */
    public Listing<CustomerDetails> page(Caller caller, ListQuery query) {
        caller.require(Permission.CUSTOMER_READ);
        Condition which = DSL.noCondition();
        var organization = query.id("organization");
        if (organization.isPresent()) {
            which = which.and(CUSTOMER.ORGANIZATION_ID.eq(organization.get()));
        }
        var search = query.search();
        if (search != null) {
            which = which.and(matching(search));
        }
        var rows = database.sql()
                .select(CustomerRows.FIELDS)
                .from(CUSTOMER)
                .leftJoin(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(CUSTOMER.ORGANIZATION_ID))
                .where(which)
                .orderBy(ordering(query))
                .offset(DSL.inline(query.offset()))
                .limit(DSL.inline(query.size()))
                .fetch(CustomerRows::read);
        return query.listing(count(query, which, rows.size()), rows);
    }

    private long count(ListQuery query, Condition which, int found) {
        return query.page() == 1 && found < query.size()
                ? found
                : database.sql().fetchCount(DSL.selectOne().from(CUSTOMER).where(which));
    }

    private static List<OrderField<?>> ordering(ListQuery query) {
        var field = query.orderedBy().equals("name") ? CUSTOMER.NAME : CUSTOMER.CREATED_AT;
        return query.descending() ? List.of(field.desc(), CUSTOMER.ID.desc()) : List.of(field.asc(), CUSTOMER.ID.asc());
    }

    /** Every word begins a word of the name, or the text begins an address. */
    static Condition matching(String search) {
        var address = DSL.select(CUSTOMER_EMAIL.CUSTOMER_ID)
                .from(CUSTOMER_EMAIL)
                .where(CUSTOMER_EMAIL.EMAIL_KEY.startsWith(search.toLowerCase(Locale.ROOT)));
        var words = prefixes(search);
        if (words.isEmpty()) {
            return CUSTOMER.ID.in(address);
        }
        return CUSTOMER.ID.in(DSL.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(DSL.condition("{0} @@ to_tsquery('simple', {1})", CUSTOMER.SEARCH, DSL.val(words)))
                .union(address));
    }

    /** {@code 'han':* & 'bro':*}; letters and digits only, so nothing in it is an operator. */
    private static String prefixes(String search) {
        return String.join(
                " & ",
                List.of(search.split("[^\\p{L}\\p{N}]+")).stream()
                        .filter(word -> !word.isEmpty())
                        .map(word -> "'" + word + "':*")
                        .toList());
    }
}
