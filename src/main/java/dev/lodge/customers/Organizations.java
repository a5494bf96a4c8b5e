package dev.lodge.customers;

import static dev.lodge.schema.tenant.Tables.ORGANIZATION;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.HostName;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The organisations of the tenant in force. */
@Component
public final class Organizations {

    private static final int DOMAINS = 20;

    private final TenantDatabase database;

    Organizations(TenantDatabase database) {
        this.database = database;
    }

    public Listing<Organization> page(Caller caller, ListQuery query) {
        caller.require(Permission.CUSTOMER_READ);
        var name = ORGANIZATION.NAME;
        var rows = database.sql()
                .selectFrom(ORGANIZATION)
                .orderBy(
                        query.descending() ? name.desc() : name.asc(),
                        query.descending() ? ORGANIZATION.ID.desc() : ORGANIZATION.ID.asc())
                .offset(DSL.inline(query.offset()))
                .limit(DSL.inline(query.size()))
                .fetch(Organizations::read);
        return query.listing(database.sql().fetchCount(ORGANIZATION), rows);
    }

    public Organization details(Caller caller, long id) {
        caller.require(Permission.CUSTOMER_READ);
        return database.sql()
                .selectFrom(ORGANIZATION)
                .where(ORGANIZATION.ID.eq(id))
                .fetchOptional(Organizations::read)
                .orElseThrow(NotFound::new);
    }

    public Organization create(Caller caller, NewOrganization request, Instant at) {
        caller.require(Permission.CUSTOMER_WRITE);
        return enter(request, at);
    }

    /** By the desk itself, for imports and the demo. @throws Conflict if the name is taken */
    public Organization enter(NewOrganization request, Instant at) {
        check(request).throwIfAny();
        var name = Objects.requireNonNull(request.name()).strip();
        return database.sql()
                .insertInto(ORGANIZATION)
                .set(ORGANIZATION.NAME, name)
                .set(ORGANIZATION.NAME_KEY, name.toLowerCase(Locale.ROOT))
                .set(ORGANIZATION.DOMAINS, domains(request.domains()))
                .set(
                        ORGANIZATION.NOTES,
                        request.notes() == null ? "" : request.notes().strip())
                .set(ORGANIZATION.CREATED_AT, at)
                .onConflict(ORGANIZATION.NAME_KEY)
                .doNothing()
                .returning()
                .fetchOptional(Organizations::read)
                .orElseThrow(() -> new Conflict(Message.of("customers.organization_taken", name)));
    }

    private static FieldErrors check(NewOrganization request) {
        var errors = CheckedCustomer.name(request.name()).and(CheckedCustomer.notes(request.notes()));
        var domains = request.domains();
        if (domains != null && (domains.size() > DOMAINS || !domains.stream().allMatch(Organizations::isDomain))) {
            errors = errors.and("domains", "customers.invalid.domains", DOMAINS);
        }
        return errors;
    }

    private static boolean isDomain(@Nullable String domain) {
        try {
            return domain != null && !HostName.of(domain).toString().isEmpty();
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static String[] domains(@Nullable List<@Nullable String> written) {
        return written == null
                ? new String[0]
                : written.stream()
                        .filter(Objects::nonNull)
                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toArray(String[]::new);
    }

    private static Organization read(Record row) {
        return new Organization(
                row.get(ORGANIZATION.ID),
                row.get(ORGANIZATION.NAME),
                List.of(row.get(ORGANIZATION.DOMAINS)),
                row.get(ORGANIZATION.NOTES),
                row.get(ORGANIZATION.CREATED_AT),
                row.get(ORGANIZATION.VERSION));
    }
}
