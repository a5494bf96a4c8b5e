package dev.lodge.customers.page;

import dev.lodge.accounts.Caller;
import dev.lodge.customers.CustomerChanges;
import dev.lodge.customers.CustomerDetails;
import dev.lodge.customers.Customers;
import dev.lodge.customers.NewCustomer;
import dev.lodge.customers.OrganizationNames;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.web.api.Change;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters what a form says: the customer together with an organisation that was not known before, or neither. */
@Component
class CustomerEntries {

    private final Customers customers;
    private final OrganizationNames organizations;
    private final TransactionTemplate transactions;

    CustomerEntries(Customers customers, OrganizationNames organizations, TransactionTemplate transactions) {
        this.customers = customers;
        this.organizations = organizations;
        this.transactions = transactions;
    }

    CustomerDetails create(Caller caller, CustomerForm form) {
        return Objects.requireNonNull(transactions.execute(status -> customers.create(
                caller,
                new NewCustomer(
                        form.name(),
                        null,
                        form.addresses(),
                        organization(caller, form),
                        CustomerForm.typed(form.language()),
                        CustomerForm.typed(form.timeZone()),
                        form.notes()))));
    }

    CustomerDetails update(Caller caller, long id, CustomerForm form) {
        return Objects.requireNonNull(transactions.execute(status -> customers.update(
                caller,
                id,
                new CustomerChanges(
                        Change.to(form.name()),
                        Change.absent(),
                        Change.to(form.addresses()),
                        Change.to(organization(caller, form)),
                        Change.to(CustomerForm.typed(form.language())),
                        Change.to(CustomerForm.typed(form.timeZone())),
                        Change.to(form.notes())),
                version -> form.version() != null && form.version() == version)));
    }

    private @Nullable Long organization(Caller caller, CustomerForm form) {
        var name = CustomerForm.typed(form.organization());
        if (name == null) {
            return null;
        }
        try {
            return organizations.findOrCreate(caller, name);
        } catch (Invalid unfit) {
            // What is said about the name of an organisation would stand at the name of the customer.
            var errors = FieldErrors.none();
            for (var entry : unfit.errors().entries()) {
                errors = errors.and("organization", entry.message());
            }
            throw new Invalid(errors);
        }
    }
}
