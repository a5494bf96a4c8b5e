package dev.lodge.customers.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.customers.CustomerDetails;
import dev.lodge.customers.Customers;
import dev.lodge.customers.OrganizationNames;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.StaleVersion;
import dev.lodge.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Entering and changing customers. */
@Controller
class CustomerFormController {

    private final Customers customers;
    private final CustomerEntries entries;
    private final OrganizationNames organizations;

    CustomerFormController(Customers customers, CustomerEntries entries, OrganizationNames organizations) {
        this.customers = customers;
        this.entries = entries;
        this.organizations = organizations;
    }

    @GetMapping("/customers/new")
    @Requires(Permission.CUSTOMER_WRITE)
    Html blank(Caller caller) {
        return ofNew(caller, CustomerForm.blank(), FieldErrors.none());
    }

    @PostMapping("/customers")
    @Requires(Permission.CUSTOMER_WRITE)
    Html create(Caller caller, @ModelAttribute CustomerForm form) {
        try {
            var created = entries.create(caller, form);
            return Html.redirect("/customers/" + created.id()).toast("customerpages.created", created.name());
        } catch (Invalid invalid) {
            return ofNew(caller, form, invalid.errors()).invalid();
        } catch (Conflict taken) {
            return ofNew(caller, form, atEmails(taken)).status(taken.status());
        }
    }

    @GetMapping("/customers/{id}/edit")
    @Requires(Permission.CUSTOMER_WRITE)
    Html edit(Caller caller, @PathVariable long id) {
        var customer = customers.details(caller, id);
        return customer.anonymizedAt() != null
                ? Html.redirect("/customers/" + id)
                : ofKnown(caller, customer, CustomerForm.of(customer), FieldErrors.none(), false);
    }

    @PostMapping("/customers/{id}")
    @Requires(Permission.CUSTOMER_WRITE)
    Html change(Caller caller, @PathVariable long id, @ModelAttribute CustomerForm form) {
        var customer = customers.details(caller, id);
        if (customer.anonymizedAt() != null) {
            return Html.redirect("/customers/" + id).toast("customers.anonymized_is_final");
        }
        try {
            var changed = entries.update(caller, id, form);
            return Html.redirect("/customers/" + id).toast("customerpages.changed", changed.name());
        } catch (Invalid invalid) {
            return ofKnown(caller, customer, form, invalid.errors(), false).invalid();
        } catch (StaleVersion stale) {
            var again = form.withVersion(customer.version());
            return ofKnown(caller, customer, again, FieldErrors.none(), true).status(stale.status());
        } catch (Conflict taken) {
            return ofKnown(caller, customer, form, atEmails(taken), false).status(taken.status());
        }
    }

    private Html ofNew(Caller caller, CustomerForm form, FieldErrors errors) {
        return page(new CustomerFormPage(null, null, form, errors, false, organizations.suggestions(caller)));
    }

    private Html ofKnown(
            Caller caller, CustomerDetails customer, CustomerForm form, FieldErrors errors, boolean stale) {
        return page(new CustomerFormPage(
                customer.id(), customer.name(), form, errors, stale, organizations.suggestions(caller)));
    }

    private static Html page(CustomerFormPage page) {
        return Html.page("customers/form", page);
    }

    private static FieldErrors atEmails(Conflict taken) {
        return FieldErrors.none().and("emails", taken.detail());
    }
}
