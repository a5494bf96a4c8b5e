package dev.lodge.customers;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.CUSTOMER_EMAIL;
import static dev.lodge.schema.tenant.Tables.ORGANIZATION;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.schema.tenant.tables.records.CustomerRecord;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers in the tenant's database; their addresses are in {@link CustomerEmails}. */
@Component
final class StoredCustomers {

    /** What stands for the name of a person who was forgotten. */
    private static final String ANONYMOUS = "Anonymised customer";

    private final TenantDatabase database;

    StoredCustomers(TenantDatabase database) {
        this.database = database;
    }

    Optional<CustomerRef> ref(long id) {
        return database.sql()
                .select(CUSTOMER.ID, CUSTOMER.NAME)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(id))
                .fetchOptional(row -> new CustomerRef(row.value1(), row.value2()));
    }

    Optional<Correspondent> correspondent(long id) {
        return database.sql()
                .select(
                        CUSTOMER.NAME,
                        CUSTOMER_EMAIL.EMAIL,
                        CUSTOMER.LANGUAGE,
                        CUSTOMER.MAIL_ANSWERED,
                        CUSTOMER.MAIL_SOLVED)
                .from(CUSTOMER)
                .join(CUSTOMER_EMAIL)
                .on(CUSTOMER_EMAIL.CUSTOMER_ID.eq(CUSTOMER.ID))
                .and(CUSTOMER_EMAIL.IS_PRIMARY)
                .where(CUSTOMER.ID.eq(id))
                .fetchOptional(row -> new Correspondent(
                        row.value1(),
                        new EmailAddress(row.value2()),
                        row.value3(),
                        new MailWishes(row.value4(), row.value5())));
    }

    /** @throws NotFound when there is none with the id */
    CustomerDetails details(long id) {
        return database.sql()
                .select(CustomerRows.FIELDS)
                .from(CUSTOMER)
                .leftJoin(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(CUSTOMER.ORGANIZATION_ID))
                .where(CUSTOMER.ID.eq(id))
                .fetchOptional(CustomerRows::read)
                .orElseThrow(NotFound::new);
    }

    /**
     * The customer as nobody else changes them before the transaction under way ends.
     *
     * @param expected whether the version found is the one that is meant
     * @throws NotFound when there is none with the id
     * @throws StaleVersion when it is not
     */
    CustomerDetails lock(long id, LongPredicate expected) {
        long version = database.sql()
                .select(CUSTOMER.VERSION)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(id))
                .forUpdate()
                .fetchOptional(CUSTOMER.VERSION)
                .orElseThrow(NotFound::new);
        StaleVersion.unless(expected.test(version));
        return details(id);
    }

    /** Without the addresses. @return the new customer's id */
    long insert(CheckedCustomer customer, Instant at) {
        var row = row(customer, at);
        row.setCreatedAt(at);
        return database.sql()
                .insertInto(CUSTOMER)
                .set(row)
                .returningResult(CUSTOMER.ID)
                .fetchSingle(CUSTOMER.ID);
    }

    /** Without the addresses. */
    void update(long id, CheckedCustomer customer, Instant at) {
        database.sql()
                .update(CUSTOMER)
                .set(row(customer, at))
                .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
                .where(CUSTOMER.ID.eq(id))
                .execute();
    }

    private static CustomerRecord row(CheckedCustomer customer, Instant at) {
        var row = new CustomerRecord();
        row.setName(customer.name());
        row.setOrganizationId(customer.organization());
        row.setLanguage(customer.language());
        row.setTimeZone(customer.timeZone());
        row.setNotes(customer.notes());
        row.setUpdatedAt(at);
        return row;
    }

    /** Leaves nothing that says who it was, but for the addresses. */
    void anonymize(long id, Instant at) {
        database.sql()
                .update(CUSTOMER)
                .set(CUSTOMER.NAME, ANONYMOUS)
                .setNull(CUSTOMER.ORGANIZATION_ID)
                .setNull(CUSTOMER.LANGUAGE)
                .setNull(CUSTOMER.TIME_ZONE)
                .set(CUSTOMER.NOTES, "")
                .setNull(CUSTOMER.PASSWORD_HASH)
                .setNull(CUSTOMER.SIGNED_IN_AT)
                .set(CUSTOMER.ANONYMIZED_AT, at)
                .set(CUSTOMER.UPDATED_AT, at)
                .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
                .where(CUSTOMER.ID.eq(id))
                .execute();
    }

    int delete(long id) {
        return database.sql().deleteFrom(CUSTOMER).where(CUSTOMER.ID.eq(id)).execute();
    }

    boolean hasOrganization(long id) {
        return database.sql().fetchExists(ORGANIZATION, ORGANIZATION.ID.eq(id));
    }

    /** The organisation that people with addresses of this domain belong to, or null. */
    @Nullable
    Long organizationOf(EmailAddress address) {
        var domain = address.key().substring(address.key().indexOf('@') + 1);
        return database.sql()
                .select(ORGANIZATION.ID)
                .from(ORGANIZATION)
                .where(DSL.val(domain).eq(DSL.any(ORGANIZATION.DOMAINS)))
                .orderBy(ORGANIZATION.ID)
                .limit(DSL.inline(1))
                .fetchOne(ORGANIZATION.ID);
    }
}
