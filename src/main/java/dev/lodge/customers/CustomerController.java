package dev.lodge.customers;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.api.IfMatch;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers over HTTP. */
@RestController
@RequestMapping("/api/customers")
class CustomerController {

    private final Customers customers;
    private final CustomerLists lists;

    CustomerController(Customers customers, CustomerLists lists) {
        this.customers = customers;
        this.lists = lists;
    }

    @GetMapping
    @Requires(Permission.CUSTOMER_READ)
    Listing<CustomerDetails> list(
            Caller caller,
            @ListParameters(
                            filters = "organization",
                            orderings = {"name", "-name", "created_at", "-created_at"},
                            search = true)
                    ListQuery query) {
        return lists.page(caller, query);
    }

    @PostMapping
    @Requires(Permission.CUSTOMER_WRITE)
    ResponseEntity<CustomerDetails> create(Caller caller, @RequestBody NewCustomer request) {
        var created = customers.create(caller, request);
        return ResponseEntity.created(URI.create("/api/customers/" + created.id() + "/"))
                .eTag(IfMatch.tag(created.version()))
                .body(created);
    }

    @GetMapping("/{id}")
    @Requires(Permission.CUSTOMER_READ)
    ResponseEntity<CustomerDetails> details(Caller caller, @PathVariable long id) {
        return answer(customers.details(caller, id));
    }

    @PutMapping("/{id}")
    @Requires(Permission.CUSTOMER_WRITE)
    ResponseEntity<CustomerDetails> replace(
            Caller caller, @PathVariable long id, @RequestBody CustomerChanges changes, IfMatch match) {
        return answer(customers.update(caller, id, changes.requireAll(), match));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.CUSTOMER_WRITE)
    ResponseEntity<CustomerDetails> change(
            Caller caller, @PathVariable long id, @RequestBody CustomerChanges changes, IfMatch match) {
        return answer(customers.update(caller, id, changes, match));
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.CUSTOMER_DELETE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable long id, IfMatch match) {
        customers.delete(caller, id, match);
    }

    @PostMapping("/{id}/anonymize")
    @Requires(Permission.CUSTOMER_ANONYMIZE)
    ResponseEntity<CustomerDetails> anonymize(Caller caller, @PathVariable long id) {
        return answer(customers.anonymize(caller, id));
    }

    private static ResponseEntity<CustomerDetails> answer(CustomerDetails customer) {
        return ResponseEntity.ok().eTag(IfMatch.tag(customer.version())).body(customer);
    }
}
