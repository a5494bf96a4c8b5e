package dev.lodge.customers;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.CUSTOMER_EMAIL;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Permission;
import dev.lodge.tenancy.TenantDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers by the names and addresses that people type. */
@Component
public final class CustomerNames {

    private static final int SUGGESTED = 20;

    private final TenantDatabase database;
    private final CustomerEmails emails;

    CustomerNames(TenantDatabase database, CustomerEmails emails) {
        this.database = database;
        this.emails = emails;
    }

    /** @param email the primary address; null for a customer without */
    public record Suggestion(String name, @Nullable String email) {}

    /** The first twenty of whose name each word begins a word, or whose address begins so. */
    public List<Suggestion> suggestions(Caller caller, String written) {
        caller.require(Permission.CUSTOMER_READ);
        if (written.isBlank()) {
            return List.of();
        }
        return database.sql()
                .select(CUSTOMER.NAME, CUSTOMER_EMAIL.EMAIL)
                .from(CUSTOMER)
                .leftJoin(CUSTOMER_EMAIL)
                .on(CUSTOMER_EMAIL.CUSTOMER_ID.eq(CUSTOMER.ID))
                .and(CUSTOMER_EMAIL.IS_PRIMARY)
                .where(CustomerLists.matching(written.strip()), CUSTOMER.ANONYMIZED_AT.isNull())
                .orderBy(CUSTOMER.NAME, CUSTOMER.ID)
                .limit(DSL.inline(SUGGESTED))
                .fetch(row -> new Suggestion(row.value1(), row.value2()));
    }

    /** The one who has the address, or who alone has the name whatever its case; for other modules. */
    public Optional<CustomerRef> called(String written) {
        return EmailAddress.of(written).flatMap(emails::ownerOf).or(() -> named(written.strip()));
    }

    private Optional<CustomerRef> named(String name) {
        var found = database.sql()
                .select(CUSTOMER.ID, CUSTOMER.NAME)
                .from(CUSTOMER)
                .where(CustomerLists.matching(name), CUSTOMER.NAME.equalIgnoreCase(name))
                .limit(DSL.inline(2))
                .fetch(row -> new CustomerRef(row.value1(), row.value2()));
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Those of the ids that there are, for other modules. */
    public List<CustomerRef> refs(Collection<Long> ids) {
        return database.sql()
                .select(CUSTOMER.ID, CUSTOMER.NAME)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .orderBy(CUSTOMER.NAME, CUSTOMER.ID)
                .fetch(row -> new CustomerRef(row.value1(), row.value2()));
    }
}
