package dev.lodge.sla.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.StaleVersion;
import dev.lodge.sla.PolicyPreviews;
import dev.lodge.sla.SlaPolicies;
import dev.lodge.web.Html;
import java.util.function.Function;
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
        return Attempt.of(
                () -> {
                    var created = policies.create(caller, request.policy());
                    return Html.redirect("/settings/sla/" + created.id())
                            .toast("slapages.policy.created", created.name());
                },
                request::atFields,
                outcome -> page(pages.ofNew(caller, form, outcome)));
    }

    /** What saving a new policy would do. */
    @PostMapping("/settings/sla/preview")
    Html previewNew(Caller caller, @RequestParam MultiValueMap<String, String> fields) {
        var form = PolicyForm.read(new Sent(fields));
        var request = PolicyRequest.of(form, naming);
        Function<Outcome, Html> answer = outcome -> page(pages.ofNew(caller, form, outcome));
        return Attempt.of(
                () -> answer.apply(Outcome.tried(previews.ofNew(caller, request.policy()))), request::atFields, answer);
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
        var seen = form.version();
        try {
            return Attempt.of(
                    () -> {
                        var changed = policies.replace(
                                caller, id, request.policy(), version -> seen != null && seen == version);
                        return Html.redirect("/settings/sla/" + id)
                                .toast("slapages.policy.saved", changed.name(), changed.version());
                    },
                    request::atFields,
                    outcome -> page(pages.of(caller, policy, form, outcome)));
        } catch (StaleVersion stale) {
            var now = policies.details(caller, id);
            return page(pages.of(caller, now, form.onVersion(now.version()), Outcome.stale(form.version())))
                    .status(stale.status());
        }
    }

    /** What saving the form would do, which for htmx is the line above the button. */
    @PostMapping("/settings/sla/{id}/preview")
    Html preview(Caller caller, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        var policy = policies.details(caller, id);
        var form = PolicyForm.read(new Sent(fields));
        var request = PolicyRequest.of(form, naming);
        Function<Outcome, Html> answer = outcome -> page(pages.of(caller, policy, form, outcome));
        return Attempt.of(
                () -> answer.apply(Outcome.tried(previews.of(caller, id, request.policy()))),
                request::atFields,
                answer);
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

    private static Html page(PolicyPage page) {
        return Html.page("sla/policy", page).part("saving", "sla/saving");
    }
}
