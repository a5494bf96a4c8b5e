package dev.lodge.customers;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.api.IfMatch;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organisations over HTTP. */
@RestController
@RequestMapping("/api/organizations")
class OrganizationController {

    private final Organizations organizations;
    private final InstantSource clock;

    OrganizationController(Organizations organizations, InstantSource clock) {
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.CUSTOMER_READ)
    Listing<Organization> list(Caller caller, @ListParameters(orderings = {"name", "-name"}) ListQuery query) {
        return organizations.page(caller, query);
    }

    @PostMapping
    @Requires(Permission.CUSTOMER_WRITE)
    ResponseEntity<Organization> create(Caller caller, @RequestBody NewOrganization request) {
        var created = organizations.create(caller, request, clock.instant());
        return ResponseEntity.created(URI.create("/api/organizations/" + created.id() + "/"))
                .eTag(IfMatch.tag(created.version()))
                .body(created);
    }

    @GetMapping("/{id}")
    @Requires(Permission.CUSTOMER_READ)
    ResponseEntity<Organization> details(Caller caller, @PathVariable long id) {
        var found = organizations.details(caller, id);
        return ResponseEntity.ok().eTag(IfMatch.tag(found.version())).body(found);
    }
}
