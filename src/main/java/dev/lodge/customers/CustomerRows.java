package dev.lodge.customers;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.CUSTOMER_EMAIL;
import static dev.lodge.schema.tenant.Tables.ORGANIZATION;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How a customer is read, one or many: the columns, and what they come to. */
final class CustomerRows {

    private static final Field<String[]> EMAILS = DSL.field(DSL.array(DSL.select(CUSTOMER_EMAIL.EMAIL)
                    .from(CUSTOMER_EMAIL)
                    .where(CUSTOMER_EMAIL.CUSTOMER_ID.eq(CUSTOMER.ID))
                    .orderBy(CUSTOMER_EMAIL.IS_PRIMARY.desc(), CUSTOMER_EMAIL.ID)))
            .as("emails");

    static final List<Field<?>> FIELDS = List.of(
            CUSTOMER.ID,
            CUSTOMER.NAME,
            EMAILS,
            CUSTOMER.ORGANIZATION_ID,
            ORGANIZATION.NAME,
            CUSTOMER.LANGUAGE,
            CUSTOMER.TIME_ZONE,
            CUSTOMER.NOTES,
            CUSTOMER.ANONYMIZED_AT,
            CUSTOMER.CREATED_AT,
            CUSTOMER.UPDATED_AT,
            CUSTOMER.VERSION);

    private CustomerRows() {}

    static CustomerDetails read(Record row) {
        var emails = List.of(row.get(EMAILS));
        return new CustomerDetails(
                row.get(CUSTOMER.ID),
                row.get(CUSTOMER.NAME),
                emails.isEmpty() ? null : emails.getFirst(),
                emails,
                organization(row),
                row.get(CUSTOMER.LANGUAGE),
                row.get(CUSTOMER.TIME_ZONE),
                row.get(CUSTOMER.NOTES),
                row.get(CUSTOMER.ANONYMIZED_AT),
                row.get(CUSTOMER.CREATED_AT),
                row.get(CUSTOMER.UPDATED_AT),
                row.get(CUSTOMER.VERSION));
    }

    private static @Nullable OrganizationRef organization(Record row) {
        var id = row.get(CUSTOMER.ORGANIZATION_ID);
        return id == null ? null : new OrganizationRef(id, row.get(ORGANIZATION.NAME));
    }
}
