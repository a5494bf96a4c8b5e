package dev.lodge.customers;

import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.CUSTOMER_EMAIL;
import static dev.lodge.schema.tenant.Tables.ORGANIZATION;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The customers of the tenant in force. Every agent who may read customers sees all of them. Each method is one transaction, or part
 * of the one under way.
 */
@Component
public final class Customers {

    /** What stands for the name of a person who was forgotten. */
    static final String ANONYMOUS = "Anonymised customer";

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final TenantDatabase database;
    private final CustomerEmails emails;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Customers(
            TenantDatabase database,
            CustomerEmails emails,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.database = database;
        this.emails = emails;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** For other modules; empty for an id that is unknown. */
    public Optional<CustomerRef> ref(long id) {
        return database.sql()
                .select(CUSTOMER.ID, CUSTOMER.NAME)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(id))
                .fetchOptional(row -> new CustomerRef(row.value1(), row.value2()));
    }

    /** How to write to a customer; empty for one who has no address. */
    public Optional<Correspondent> correspondent(long id) {
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

    /** The customer who has the address, made if there is none; two who ask at once get the same. Named after the address. */
    public CustomerRef findOrCreate(EmailAddress address, Instant at) {
        return findOrCreate(address, Newcomer.NAMELESS, at);
    }

    /**
     * As {@link #findOrCreate(EmailAddress, Instant)}; whoever is new is entered as they say.
     *
     * @throws Invalid when their name or language cannot be one
     */
    public CustomerRef findOrCreate(EmailAddress address, Newcomer newcomer, Instant at) {
        return write(() -> emails.ownerOf(address).orElseGet(() -> createFor(address, newcomer, at)));
    }

    private CustomerRef createFor(EmailAddress address, Newcomer newcomer, Instant at) {
        var named = newcomer.name() == null || newcomer.name().isBlank()
                ? address.value().substring(0, Math.min(120, address.value().length()))
                : newcomer.name();
        var checked = CheckedCustomer.of(new NewCustomer(named, null, null, null, newcomer.language(), null, null));
        var name = checked.name();
        var organization = newcomer.joinsOrganization() ? organizationOf(address) : null;
        long id = insert(name, organization, checked.language(), null, "", at);
        if (emails.tryAdd(id, address, true)) {
            return new CustomerRef(id, name);
        }
        // Another transaction was faster and has committed: its customer is visible now.
        database.sql().deleteFrom(CUSTOMER).where(CUSTOMER.ID.eq(id)).execute();
        return emails.ownerOf(address).orElseThrow(() -> new IllegalStateException("The address has no owner"));
    }

    private @Nullable Long organizationOf(EmailAddress address) {
        var domain = address.key().substring(address.key().indexOf('@') + 1);
        return database.sql()
                .select(ORGANIZATION.ID)
                .from(ORGANIZATION)
                .where(DSL.val(domain).eq(DSL.any(ORGANIZATION.DOMAINS)))
                .orderBy(ORGANIZATION.ID)
                .limit(DSL.inline(1))
                .fetchOne(ORGANIZATION.ID);
    }

    public CustomerDetails create(Caller caller, NewCustomer request) {
        caller.require(Permission.CUSTOMER_WRITE);
        return enter(request, now());
    }

    /** As {@link #create}, by the desk itself at a moment of the caller's choice, for imports and the demo. */
    public CustomerDetails enter(NewCustomer request, Instant at) {
        var checked = CheckedCustomer.of(request);
        return write(() -> {
            requireOrganization(checked.organization());
            long id = insert(
                    checked.name(),
                    checked.organization(),
                    checked.language(),
                    checked.timeZone(),
                    checked.notes(),
                    at);
            emails.replace(id, checked.emails());
            return find(id);
        });
    }

    private long insert(
            String name,
            @Nullable Long organization,
            @Nullable String language,
            @Nullable String timeZone,
            String notes,
            Instant at) {
        return database.sql()
                .insertInto(CUSTOMER)
                .set(CUSTOMER.NAME, name)
                .set(CUSTOMER.ORGANIZATION_ID, organization)
                .set(CUSTOMER.LANGUAGE, language)
                .set(CUSTOMER.TIME_ZONE, timeZone)
                .set(CUSTOMER.NOTES, notes)
                .set(CUSTOMER.CREATED_AT, at)
                .set(CUSTOMER.UPDATED_AT, at)
                .returningResult(CUSTOMER.ID)
                .fetchSingle(CUSTOMER.ID);
    }

    public CustomerDetails details(Caller caller, long id) {
        caller.require(Permission.CUSTOMER_READ);
        return find(id);
    }

    /** @param expected whether the version found is the one that the caller means */
    public CustomerDetails update(Caller caller, long id, CustomerChanges changes, LongPredicate expected) {
        caller.require(Permission.CUSTOMER_WRITE);
        return write(() -> {
            var now = lock(id, expected);
            if (now.anonymizedAt() != null) {
                throw new Conflict(Message.of("customers.anonymized_is_final"));
            }
            var checked = CheckedCustomer.of(changes.over(now));
            requireOrganization(checked.organization());
            database.sql()
                    .update(CUSTOMER)
                    .set(CUSTOMER.NAME, checked.name())
                    .set(CUSTOMER.ORGANIZATION_ID, checked.organization())
                    .set(CUSTOMER.LANGUAGE, checked.language())
                    .set(CUSTOMER.TIME_ZONE, checked.timeZone())
                    .set(CUSTOMER.NOTES, checked.notes())
                    .set(CUSTOMER.UPDATED_AT, now())
                    .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
                    .where(CUSTOMER.ID.eq(id))
                    .execute();
            emails.replace(id, checked.emails());
            var before = now.organization();
            if (!Objects.equals(before == null ? null : before.id(), checked.organization())) {
                events.publishEvent(new CustomerMoved(id));
            }
            return find(id);
        });
    }

    /** @throws Conflict when the customer has tickets: then only anonymising is possible */
    public void delete(Caller caller, long id, LongPredicate expected) {
        caller.require(Permission.CUSTOMER_DELETE);
        try {
            write(() -> {
                lock(id, expected);
                return database.sql()
                        .deleteFrom(CUSTOMER)
                        .where(CUSTOMER.ID.eq(id))
                        .execute();
            });
        } catch (RuntimeException failure) {
            if (!FOREIGN_KEY_VIOLATION.equals(SqlState.of(failure))) {
                throw failure;
            }
            throw new Conflict(
                    Message.of("customers.has_tickets"), Map.of("anonymize", "/api/customers/" + id + "/anonymize/"));
        }
    }

    /** Removes the person: name, addresses, notes and whereabouts. What was said stays. Once more changes nothing. */
    public CustomerDetails anonymize(Caller caller, long id) {
        caller.require(Permission.CUSTOMER_ANONYMIZE);
        return write(() -> {
            var now = lock(id, any -> true);
            if (now.anonymizedAt() == null) {
                database.sql()
                        .update(CUSTOMER)
                        .set(CUSTOMER.NAME, ANONYMOUS)
                        .setNull(CUSTOMER.ORGANIZATION_ID)
                        .setNull(CUSTOMER.LANGUAGE)
                        .setNull(CUSTOMER.TIME_ZONE)
                        .set(CUSTOMER.NOTES, "")
                        .setNull(CUSTOMER.PASSWORD_HASH)
                        .setNull(CUSTOMER.SIGNED_IN_AT)
                        .set(CUSTOMER.ANONYMIZED_AT, now())
                        .set(CUSTOMER.UPDATED_AT, now())
                        .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
                        .where(CUSTOMER.ID.eq(id))
                        .execute();
                emails.removeAll(id);
                events.publishEvent(new CustomerAnonymized(id));
                if (now.organization() != null) {
                    events.publishEvent(new CustomerMoved(id));
                }
            }
            return find(id);
        });
    }

    private CustomerDetails lock(long id, LongPredicate expected) {
        var version = database.sql()
                .select(CUSTOMER.VERSION)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(id))
                .forUpdate()
                .fetchOptional(CUSTOMER.VERSION)
                .orElseThrow(NotFound::new);
        if (!expected.test(version)) {
            throw new StaleVersion();
        }
        return find(id);
    }

    CustomerDetails find(long id) {
        return database.sql()
                .select(CustomerRows.FIELDS)
                .from(CUSTOMER)
                .leftJoin(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(CUSTOMER.ORGANIZATION_ID))
                .where(CUSTOMER.ID.eq(id))
                .fetchOptional(CustomerRows::read)
                .orElseThrow(NotFound::new);
    }

    private void requireOrganization(@Nullable Long id) {
        if (id != null
                && !database.sql()
                        .fetchExists(
                                database.sql().selectOne().from(ORGANIZATION).where(ORGANIZATION.ID.eq(id)))) {
            throw new Invalid("organization", "customers.invalid.organization");
        }
    }

    private <R> R write(Supplier<R> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
