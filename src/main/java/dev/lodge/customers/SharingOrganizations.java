package dev.lodge.customers;

import static dev.lodge.schema.tenant.Tables.ORGANIZATION;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.TenantDatabase;
import java.util.List;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The organisations whose people see each other's requests. */
@Component
public final class SharingOrganizations {

    private static final int MOST = 500;

    private final TenantDatabase database;

    SharingOrganizations(TenantDatabase database) {
        this.database = database;
    }

    /** By name, the first five hundred. */
    public List<OrganizationRef> all(Caller caller) {
        caller.require(Permission.PORTAL_MANAGE);
        return database.sql()
                .select(ORGANIZATION.ID, ORGANIZATION.NAME)
                .from(ORGANIZATION)
                .where(ORGANIZATION.SHARES_REQUESTS)
                .orderBy(ORGANIZATION.NAME, ORGANIZATION.ID)
                .limit(DSL.inline(MOST))
                .fetch(row -> new OrganizationRef(row.value1(), row.value2()));
    }

    /** @throws NotFound for an organisation that there is not */
    public void change(Caller caller, long id, boolean shares) {
        caller.require(Permission.PORTAL_MANAGE);
        int changed = database.sql()
                .update(ORGANIZATION)
                .set(ORGANIZATION.SHARES_REQUESTS, shares)
                .set(ORGANIZATION.VERSION, ORGANIZATION.VERSION.plus(1))
                .where(ORGANIZATION.ID.eq(id))
                .execute();
        if (changed == 0) {
            throw new NotFound();
        }
    }
}
