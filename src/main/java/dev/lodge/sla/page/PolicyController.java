package dev.lodge.sla.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.StaleVersion;
import dev.lodge.sla.PolicyDetails;
import dev.lodge.sla.PolicyPreviews;
import dev.lodge.sla.SlaPolicies;
import dev.lodge.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A policy: its conditions, its targets, and what saving would do. */
@Controller
@Requires(Permission.SLA_MANAGE)
class PolicyController {

    private final SlaPolicies policies;
    private final PolicyPreviews previews;
    private final PolicyPages pages;
    private final Naming naming;

    PolicyController(SlaPolicies policies, PolicyPreviews previews, PolicyPages pages, Naming naming) {
        this.policies = policies;
        this.previews = previews;
        this.pages = pages;
        this.naming = naming;
    }

    @GetMapping("/settings/sla/new")
    Html blank(Caller caller) {
        return page(pages.ofNew(caller, PolicyForm.blank(), Outcome.NONE));
    }

    @PostMapping("/settings/sla")
    Html create(Caller caller, @RequestParam MultiValueMap<String, String> fields) {
        var form = PolicyForm.read(new Sent(fields));
        var request = PolicyRequest.of(form, naming);
        try {
            var created = policies.create(caller, request.policy());
            return Html.redirect("/settings/sla/" + created.id()).toast("slapages.policy.created", created.name());
        } catch (Invalid invalid) {
            return page(pages.ofNew(caller, form, Outcome.refused(request.atFields(invalid.errors()))))
                    .invalid();
        } catch (Conflict taken) {
            return page(pages.ofNew(caller, form, Outcome.refused(taken.errors())))
                    .status(taken.status());
        }
    }

    @GetMapping("/settings/sla/{id}")
    Html show(Caller caller, @PathVariable long id) {
        var policy = policies.details(caller, id);
        return page(pages.of(caller, policy, PolicyForm.of(policy), Outcome.NONE));
    }

    @PostMapping("/settings/sla/{id}")
    Html change(Caller caller, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        var policy = policies.details(caller, id);
        var form = PolicyForm.read(new Sent(fields));
        var request = PolicyRequest.of(form, naming);
        try {
            var seen = form.version();
            var changed = policies.replace(caller, id, request.policy(), version -> seen != null && seen == version);
            return Html.redirect("/settings/sla/" + id)
                    .toast("slapages.policy.saved", changed.name(), changed.version());
        } catch (Invalid invalid) {
            return refused(caller, policy, form, request, invalid);
        } catch (StaleVersion stale) {
            var now = policies.details(caller, id);
            return page(pages.of(caller, now, form.onVersion(now.version()), Outcome.stale(form.version())))
                    .status(stale.status());
        } catch (Conflict taken) {
            return page(pages.of(caller, policy, form, Outcome.refused(taken.errors())))
                    .status(taken.status());
        }
    }

    /** What saving the form would do, which for htmx is the line above the button. */
    @PostMapping("/settings/sla/{id}/preview")
    Html preview(Caller caller, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        var policy = policies.details(caller, id);
        var form = PolicyForm.read(new Sent(fields));
        var request = PolicyRequest.of(form, naming);
        try {
            var effect = previews.of(caller, id, request.policy());
            return page(pages.of(caller, policy, form, Outcome.tried(effect)));
        } catch (Invalid invalid) {
            return refused(caller, policy, form, request, invalid);
        } catch (Conflict taken) {
            return page(pages.of(caller, policy, form, Outcome.refused(taken.errors())))
                    .status(taken.status());
        }
    }

    @PostMapping("/settings/sla/{id}/delete")
    Html delete(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "-1") long version) {
        var policy = policies.details(caller, id);
        try {
            policies.delete(caller, id, found -> found == version);
            return Html.redirect("/settings/sla").toast("slapages.policy.deleted", policy.name());
        } catch (StaleVersion stale) {
            return page(pages.of(caller, policy, PolicyForm.of(policy), Outcome.stale(version)))
                    .status(stale.status());
        }
    }

    private Html refused(Caller caller, PolicyDetails policy, PolicyForm form, PolicyRequest request, Invalid invalid) {
        return page(pages.of(caller, policy, form, Outcome.refused(request.atFields(invalid.errors()))))
                .invalid();
    }

    private static Html page(PolicyPage page) {
        return Html.page("sla/policy", page).part("saving", "sla/saving");
    }
}
