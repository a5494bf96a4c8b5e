package dev.lodge.customers;

import static dev.lodge.schema.tenant.Tables.ORGANIZATION;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.tenancy.TenantDatabase;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Organisations by the names that people type. */
@Component
public final class OrganizationNames {

    private static final int SUGGESTED = 200;

    private final TenantDatabase database;
    private final Organizations organizations;
    private final InstantSource clock;

    OrganizationNames(TenantDatabase database, Organizations organizations, InstantSource clock) {
        this.database = database;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** The first two hundred, for suggestions while somebody types. */
    public List<String> suggestions(Caller caller) {
        caller.require(Permission.CUSTOMER_READ);
        return database.sql()
                .select(ORGANIZATION.NAME)
                .from(ORGANIZATION)
                .orderBy(ORGANIZATION.NAME)
                .limit(DSL.inline(SUGGESTED))
                .fetch(ORGANIZATION.NAME);
    }

    public Optional<OrganizationRef> byId(Caller caller, long id) {
        caller.require(Permission.CUSTOMER_READ);
        return database.sql()
                .select(ORGANIZATION.ID, ORGANIZATION.NAME)
                .from(ORGANIZATION)
                .where(ORGANIZATION.ID.eq(id))
                .fetchOptional(row -> new OrganizationRef(row.value1(), row.value2()));
    }

    /** The first so many by name, for other modules. */
    public List<OrganizationRef> first(int most) {
        return database.sql()
                .select(ORGANIZATION.ID, ORGANIZATION.NAME)
                .from(ORGANIZATION)
                .orderBy(ORGANIZATION.NAME)
                .limit(DSL.inline(most))
                .fetch(row -> new OrganizationRef(row.value1(), row.value2()));
    }

    /** Those of the ids that there are, for other modules. */
    public List<OrganizationRef> refs(Collection<Long> ids) {
        return database.sql()
                .select(ORGANIZATION.ID, ORGANIZATION.NAME)
                .from(ORGANIZATION)
                .where(ORGANIZATION.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .fetch(row -> new OrganizationRef(row.value1(), row.value2()));
    }

    /** The one of this name whatever its case, for other modules. */
    public Optional<OrganizationRef> named(String name) {
        return database.sql()
                .select(ORGANIZATION.ID, ORGANIZATION.NAME)
                .from(ORGANIZATION)
                .where(ORGANIZATION.NAME_KEY.eq(name.strip().toLowerCase(Locale.ROOT)))
                .fetchOptional(row -> new OrganizationRef(row.value1(), row.value2()));
    }

    /** For other modules. */
    public boolean exists(long id) {
        return database.sql().fetchExists(ORGANIZATION, ORGANIZATION.ID.eq(id));
    }

    /**
     * The organisation of this name whatever its case, entered if there is none.
     *
     * @throws dev.lodge.problem.Invalid if it cannot be a name
     */
    public long findOrCreate(Caller caller, String name) {
        caller.require(Permission.CUSTOMER_WRITE);
        var known = database.sql()
                .select(ORGANIZATION.ID)
                .from(ORGANIZATION)
                .where(ORGANIZATION.NAME_KEY.eq(name.strip().toLowerCase(Locale.ROOT)))
                .fetchOptional(ORGANIZATION.ID);
        return known.orElseGet(() -> organizations
                .create(
                        caller,
                        new NewOrganization(name, List.of(), ""),
                        clock.instant().truncatedTo(ChronoUnit.MICROS))
                .id());
    }
}
