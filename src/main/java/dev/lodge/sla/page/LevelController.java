package dev.lodge.sla.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.StaleVersion;
import dev.lodge.sla.EscalationRules;
import dev.lodge.sla.PolicyDetails;
import dev.lodge.sla.SlaPolicies;
import dev.lodge.web.Html;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The levels of escalation of a policy. */
@Controller
@Requires(Permission.SLA_MANAGE)
class LevelController {

    private final EscalationRules levels;
    private final SlaPolicies policies;
    private final Naming naming;

    LevelController(EscalationRules levels, SlaPolicies policies, Naming naming) {
        this.levels = levels;
        this.policies = policies;
        this.naming = naming;
    }

    @GetMapping("/settings/sla/{id}/levels/new")
    Html blank(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String metric) {
        var policy = policies.details(caller, id);
        var first = policy.targets().getFirst().metric().code();
        return page(ofNew(policy, LevelForm.blank(metric.isBlank() ? first : metric), Outcome.NONE));
    }

    @PostMapping("/settings/sla/{id}/levels")
    Html create(Caller caller, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        var policy = policies.details(caller, id);
        var form = LevelForm.read(new Sent(fields));
        var request = LevelRequest.of(form, id);
        return Attempt.of(
                () -> {
                    var created = levels.create(caller, request.level());
                    return toPolicy(id).toast("slapages.level.created", created.name());
                },
                request::atFields,
                outcome -> page(ofNew(policy, form, outcome)));
    }

    @GetMapping("/settings/sla/levels/{id}")
    Html show(Caller caller, @PathVariable long id) {
        return page(ofKnown(caller, id, LevelForm.of(levels.details(caller, id)), Outcome.NONE));
    }

    @PostMapping("/settings/sla/levels/{id}")
    Html change(Caller caller, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        var level = levels.details(caller, id);
        var form = LevelForm.read(new Sent(fields));
        var request = LevelRequest.of(form, level.policy());
        var seen = form.version();
        try {
            return Attempt.of(
                    () -> {
                        var changed =
                                levels.replace(caller, id, request.level(), version -> seen != null && seen == version);
                        return toPolicy(level.policy()).toast("slapages.level.saved", changed.name());
                    },
                    request::atFields,
                    outcome -> page(ofKnown(caller, id, form, outcome)));
        } catch (StaleVersion stale) {
            var now = levels.details(caller, id);
            return page(ofKnown(caller, id, form.onVersion(now.version()), Outcome.stale(form.version())))
                    .status(stale.status());
        }
    }

    @PostMapping("/settings/sla/levels/{id}/delete")
    Html delete(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "-1") long version) {
        var level = levels.details(caller, id);
        try {
            levels.delete(caller, id, found -> found == version);
            return toPolicy(level.policy()).toast("slapages.level.deleted", level.name());
        } catch (StaleVersion stale) {
            return page(ofKnown(caller, id, LevelForm.of(level), Outcome.stale(version)))
                    .status(stale.status());
        }
    }

    private static Html toPolicy(long id) {
        return Html.redirect("/settings/sla/" + id);
    }

    private LevelPage ofNew(PolicyDetails policy, LevelForm form, Outcome outcome) {
        return new LevelPage(policy, null, form, outcome, naming.of(List.of(), List.of()));
    }

    private LevelPage ofKnown(Caller caller, long id, LevelForm form, Outcome outcome) {
        var level = levels.details(caller, id);
        var policy = policies.details(caller, level.policy());
        return new LevelPage(policy, level, form, outcome, naming.of(List.of(), List.of()));
    }

    private static Html page(LevelPage page) {
        return Html.page("sla/level", page);
    }
}
