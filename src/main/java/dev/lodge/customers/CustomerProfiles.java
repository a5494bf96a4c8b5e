package dev.lodge.customers;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;

import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.TenantDatabase;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What customers see and change of themselves. */
@Component
public final class CustomerProfiles {

    private final TenantDatabase database;
    private final StoredCustomers stored;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    CustomerProfiles(
            TenantDatabase database, StoredCustomers stored, TransactionTemplate transactions, InstantSource clock) {
        this.database = database;
        this.stored = stored;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is kept of oneself, with the agents' notes left out: those are theirs. */
    public CustomerDetails of(CustomerCaller caller) {
        return withoutNotes(stored.details(caller.customerId()));
    }

    public MailWishes wishes(CustomerCaller caller) {
        return database.sql()
                .select(CUSTOMER.MAIL_ANSWERED, CUSTOMER.MAIL_SOLVED)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(caller.customerId()))
                .fetchOptional(row -> new MailWishes(row.value1(), row.value2()))
                .orElseThrow(NotFound::new);
    }

    /**
     * Changes oneself. Addresses are not among it: each would have to be proven first.
     *
     * @param language a tag of BCP 47, or null
     * @param timeZone a name of the IANA database, or null
     * @throws dev.lodge.problem.Invalid naming each field that is wrong
     */
    public void change(
            CustomerCaller caller,
            String name,
            @Nullable String language,
            @Nullable String timeZone,
            MailWishes wishes) {
        var checked = CheckedCustomer.of(new NewCustomer(name, null, null, null, language, timeZone, null));
        transactions.executeWithoutResult(status -> database.sql()
                .update(CUSTOMER)
                .set(CUSTOMER.NAME, checked.name())
                .set(CUSTOMER.LANGUAGE, checked.language())
                .set(CUSTOMER.TIME_ZONE, checked.timeZone())
                .set(CUSTOMER.MAIL_ANSWERED, wishes.answered())
                .set(CUSTOMER.MAIL_SOLVED, wishes.solved())
                .set(CUSTOMER.UPDATED_AT, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
                .where(CUSTOMER.ID.eq(caller.customerId()), CUSTOMER.ANONYMIZED_AT.isNull())
                .execute());
    }

    private static CustomerDetails withoutNotes(CustomerDetails known) {
        return new CustomerDetails(
                known.id(),
                known.name(),
                known.email(),
                known.emails(),
                known.organization(),
                known.language(),
                known.timeZone(),
                "",
                known.anonymizedAt(),
                known.createdAt(),
                known.updatedAt(),
                known.version());
    }
}
