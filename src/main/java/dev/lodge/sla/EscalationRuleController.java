package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.api.IfMatch;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.net.URI;
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

/** Levels of escalation over HTTP. */
@RestController
@RequestMapping("/api/escalation-rules")
class EscalationRuleController {

    private final EscalationRules rules;

    EscalationRuleController(EscalationRules rules) {
        this.rules = rules;
    }

    @GetMapping
    @Requires(Permission.SLA_READ)
    Listing<EscalationRule> list(Caller caller, @ListParameters(filters = "policy", orderings = "id") ListQuery query) {
        return rules.page(caller, query);
    }

    @PostMapping
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<EscalationRule> create(Caller caller, @RequestBody NewEscalationRule request) {
        var created = rules.create(caller, request);
        return ResponseEntity.created(URI.create("/api/escalation-rules/" + created.id() + "/"))
                .eTag(IfMatch.tag(created.version()))
                .body(created);
    }

    @GetMapping("/{id}")
    @Requires(Permission.SLA_READ)
    ResponseEntity<EscalationRule> details(Caller caller, @PathVariable long id) {
        return answer(rules.details(caller, id));
    }

    @PutMapping("/{id}")
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<EscalationRule> replace(
            Caller caller, @PathVariable long id, @RequestBody NewEscalationRule request, IfMatch match) {
        return answer(rules.replace(caller, id, request, match));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<EscalationRule> change(
            Caller caller, @PathVariable long id, @RequestBody EscalationRuleChanges changes, IfMatch match) {
        return answer(rules.update(caller, id, changes, match));
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<Void> delete(Caller caller, @PathVariable long id, IfMatch match) {
        rules.delete(caller, id, match);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<EscalationRule> answer(EscalationRule rule) {
        return ResponseEntity.ok().eTag(IfMatch.tag(rule.version())).body(rule);
    }
}
