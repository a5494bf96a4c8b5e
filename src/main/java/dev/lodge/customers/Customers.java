package dev.lodge.customers;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Permission;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
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

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final StoredCustomers stored;
    private final CustomerEmails emails;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Customers(
            StoredCustomers stored,
            CustomerEmails emails,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.stored = stored;
        this.emails = emails;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** For other modules; empty for an id that is unknown. */
    public Optional<CustomerRef> ref(long id) {
        return stored.ref(id);
    }

    /** How to write to a customer; empty for one who has no address. */
    public Optional<Correspondent> correspondent(long id) {
        return stored.correspondent(id);
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
        var organization = newcomer.joinsOrganization() ? stored.organizationOf(address) : null;
        var checked =
                CheckedCustomer.of(new NewCustomer(named, null, null, organization, newcomer.language(), null, null));
        long id = stored.insert(checked, at);
        if (emails.tryAdd(id, address, true)) {
            return new CustomerRef(id, checked.name());
        }
        // Another transaction was faster and has committed: its customer is visible now.
        stored.delete(id);
        return emails.ownerOf(address).orElseThrow(() -> new IllegalStateException("The address has no owner"));
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
            long id = stored.insert(checked, at);
            emails.replace(id, checked.emails());
            return stored.details(id);
        });
    }

    public CustomerDetails details(Caller caller, long id) {
        caller.require(Permission.CUSTOMER_READ);
        return stored.details(id);
    }

    /** @param expected whether the version found is the one that the caller means */
    public CustomerDetails update(Caller caller, long id, CustomerChanges changes, LongPredicate expected) {
        caller.require(Permission.CUSTOMER_WRITE);
        return write(() -> {
            var now = stored.lock(id, expected);
            if (now.anonymizedAt() != null) {
                throw new Conflict(Message.of("customers.anonymized_is_final"));
            }
            var checked = CheckedCustomer.of(changes.over(now));
            requireOrganization(checked.organization());
            stored.update(id, checked, now());
            emails.replace(id, checked.emails());
            var before = now.organization();
            if (!Objects.equals(before == null ? null : before.id(), checked.organization())) {
                events.publishEvent(new CustomerMoved(id));
            }
            return stored.details(id);
        });
    }

    /** @throws Conflict when the customer has tickets: then only anonymising is possible */
    public void delete(Caller caller, long id, LongPredicate expected) {
        caller.require(Permission.CUSTOMER_DELETE);
        try {
            write(() -> {
                stored.lock(id, expected);
                return stored.delete(id);
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
            var now = stored.lock(id, any -> true);
            if (now.anonymizedAt() == null) {
                stored.anonymize(id, now());
                emails.removeAll(id);
                events.publishEvent(new CustomerAnonymized(id));
                if (now.organization() != null) {
                    events.publishEvent(new CustomerMoved(id));
                }
            }
            return stored.details(id);
        });
    }

    private void requireOrganization(@Nullable Long id) {
        if (id != null && !stored.hasOrganization(id)) {
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
