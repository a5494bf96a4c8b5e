package dev.lodge.customers;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.CUSTOMER_EMAIL;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Message;
import dev.lodge.tenancy.TenantDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Addresses of customers. Each belongs to one person, whatever the case it is written in. */
@Component
final class CustomerEmails {

    private final TenantDatabase database;

    CustomerEmails(TenantDatabase database) {
        this.database = database;
    }

    Optional<CustomerRef> ownerOf(EmailAddress address) {
        return database.sql()
                .select(CUSTOMER.ID, CUSTOMER.NAME)
                .from(CUSTOMER_EMAIL)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CUSTOMER_EMAIL.CUSTOMER_ID))
                .where(CUSTOMER_EMAIL.EMAIL_KEY.eq(address.key()))
                .fetchOptional(row -> new CustomerRef(row.value1(), row.value2()));
    }

    /** False if somebody has it already; waits for a transaction under way that may come to have it. */
    boolean tryAdd(long customerId, EmailAddress address, boolean primary) {
        return database.sql()
                        .insertInto(CUSTOMER_EMAIL)
                        .set(CUSTOMER_EMAIL.CUSTOMER_ID, customerId)
                        .set(CUSTOMER_EMAIL.EMAIL, address.value())
                        .set(CUSTOMER_EMAIL.EMAIL_KEY, address.key())
                        .set(CUSTOMER_EMAIL.IS_PRIMARY, primary)
                        .onConflict(CUSTOMER_EMAIL.EMAIL_KEY)
                        .doNothing()
                        .execute()
                == 1;
    }

    /**
     * These and no others, the first of them primary.
     *
     * @throws Conflict if one belongs to somebody else
     */
    void replace(long customerId, List<EmailAddress> addresses) {
        if (current(customerId)
                .equals(addresses.stream().map(EmailAddress::value).toList())) {
            return;
        }
        removeAll(customerId);
        for (int i = 0; i < addresses.size(); i++) {
            if (!tryAdd(customerId, addresses.get(i), i == 0)) {
                throw taken(addresses.get(i));
            }
        }
    }

    void removeAll(long customerId) {
        database.sql()
                .deleteFrom(CUSTOMER_EMAIL)
                .where(CUSTOMER_EMAIL.CUSTOMER_ID.eq(customerId))
                .execute();
    }

    private List<String> current(long customerId) {
        return database.sql()
                .select(CUSTOMER_EMAIL.EMAIL)
                .from(CUSTOMER_EMAIL)
                .where(CUSTOMER_EMAIL.CUSTOMER_ID.eq(customerId))
                .orderBy(CUSTOMER_EMAIL.IS_PRIMARY.desc(), CUSTOMER_EMAIL.ID)
                .fetch(CUSTOMER_EMAIL.EMAIL);
    }

    private Conflict taken(EmailAddress address) {
        var detail = Message.of("customers.email_taken", address.value());
        return ownerOf(address)
                .map(owner -> new Conflict(detail, Map.of("customer", owner)))
                .orElseGet(() -> new Conflict(detail));
    }
}
