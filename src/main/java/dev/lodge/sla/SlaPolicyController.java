package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.api.IfMatch;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Policies over HTTP. */
@RestController
@RequestMapping("/api/sla-policies")
class SlaPolicyController {

    private final SlaPolicies policies;
    private final PolicyPreviews previews;

    SlaPolicyController(SlaPolicies policies, PolicyPreviews previews) {
        this.policies = policies;
        this.previews = previews;
    }

    @GetMapping
    @Requires(Permission.SLA_READ)
    Listing<PolicyDetails> list(Caller caller, @ListParameters(orderings = {"position", "-position"}) ListQuery query) {
        return policies.page(caller, query);
    }

    @PostMapping
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<PolicyDetails> create(Caller caller, @RequestBody NewPolicy request) {
        var created = policies.create(caller, request);
        return ResponseEntity.created(URI.create("/api/sla-policies/" + created.id() + "/"))
                .eTag(IfMatch.tag(created.version()))
                .body(created);
    }

    @PostMapping("/reorder")
    @Requires(Permission.SLA_MANAGE)
    List<PolicyDetails> reorder(Caller caller, @RequestBody PolicyOrder request) {
        return policies.reorder(caller, request);
    }

    @PostMapping("/preview")
    @Requires(Permission.SLA_MANAGE)
    PolicyEffect previewNew(Caller caller, @RequestBody NewPolicy request) {
        return previews.ofNew(caller, request);
    }

    @PostMapping("/{id}/preview")
    @Requires(Permission.SLA_MANAGE)
    PolicyEffect preview(Caller caller, @PathVariable long id, @RequestBody NewPolicy request) {
        return previews.of(caller, id, request);
    }

    @GetMapping("/{id}")
    @Requires(Permission.SLA_READ)
    ResponseEntity<PolicyDetails> details(Caller caller, @PathVariable long id) {
        return answer(policies.details(caller, id));
    }

    @PutMapping("/{id}")
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<PolicyDetails> replace(
            Caller caller, @PathVariable long id, @RequestBody NewPolicy request, IfMatch match) {
        return answer(policies.replace(caller, id, request, match));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<PolicyDetails> change(
            Caller caller, @PathVariable long id, @RequestBody PolicyChanges changes, IfMatch match) {
        return answer(policies.update(caller, id, changes, match));
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<Void> delete(Caller caller, @PathVariable long id, IfMatch match) {
        policies.delete(caller, id, match);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<PolicyDetails> answer(PolicyDetails policy) {
        return ResponseEntity.ok().eTag(IfMatch.tag(policy.version())).body(policy);
    }
}
