package dev.lodge.sla.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.customers.CustomerNames;
import dev.lodge.problem.FieldErrors;
import dev.lodge.sla.SlaPolicies;
import dev.lodge.web.Html;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing the customers for whom a policy is: the form comes back with one more of them ticked. Nothing is saved. */
@Controller
class CustomerChoiceController {

    private static final String FIELD = "customer_name";

    private final SlaPolicies policies;
    private final CustomerNames customers;
    private final PolicyPages pages;
    private final Naming naming;

    CustomerChoiceController(SlaPolicies policies, CustomerNames customers, PolicyPages pages, Naming naming) {
        this.policies = policies;
        this.customers = customers;
        this.pages = pages;
        this.naming = naming;
    }

    /** Whom the field may mean, while one types. */
    @GetMapping("/settings/sla/customers")
    @Requires(Permission.CUSTOMER_READ)
    Html suggestions(Caller caller, @RequestParam(name = FIELD, defaultValue = "") String written) {
        return Html.fragment("sla/customer-suggestions", customers.suggestions(caller, written));
    }

    @PostMapping("/settings/sla/customers")
    @Requires(Permission.SLA_MANAGE)
    Html chooseForNew(Caller caller, @RequestParam MultiValueMap<String, String> fields) {
        return choose(fields, (form, outcome) -> pages.ofNew(caller, form, outcome));
    }

    @PostMapping("/settings/sla/{id}/customers")
    @Requires(Permission.SLA_MANAGE)
    Html choose(Caller caller, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        var policy = policies.details(caller, id);
        return choose(fields, (form, outcome) -> pages.of(caller, policy, form, outcome));
    }

    private Html choose(MultiValueMap<String, String> fields, BiFunction<PolicyForm, Outcome, PolicyPage> pageOf) {
        var form = PolicyForm.read(new Sent(fields));
        var found = naming.customer(form.customer());
        var page = found.map(customer -> pageOf.apply(form.withCustomer(customer.id()), Outcome.NONE))
                .orElseGet(
                        () -> pageOf.apply(form, Outcome.refused(FieldErrors.of(FIELD, "slapages.invalid.customer"))));
        var answer = Html.page("sla/policy", page).part("customers", "sla/policy-customers");
        return found.isPresent() ? answer : answer.invalid();
    }
}
