package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.sla.ClosingRules.ClosingRule;
import dev.lodge.sla.ClosingRules.NewClosingRule;
import dev.lodge.web.api.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** When solved tickets close, over HTTP. */
@RestController
class ClosingRuleController {

    private final ClosingRules rules;

    ClosingRuleController(ClosingRules rules) {
        this.rules = rules;
    }

    @GetMapping("/api/closing-rule")
    @Requires(Permission.SLA_READ)
    ResponseEntity<ClosingRule> show(Caller caller) {
        return answer(rules.rule(caller));
    }

    @PutMapping("/api/closing-rule")
    @Requires(Permission.SLA_MANAGE)
    ResponseEntity<ClosingRule> replace(Caller caller, @RequestBody NewClosingRule request, IfMatch match) {
        return answer(rules.replace(caller, request, match));
    }

    private static ResponseEntity<ClosingRule> answer(ClosingRule rule) {
        return ResponseEntity.ok().eTag(IfMatch.tag(rule.version())).body(rule);
    }
}
