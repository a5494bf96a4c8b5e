package dev.lodge.branding.domains;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.Domains;
import dev.lodge.tenancy.HostName;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Html;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hosts that the desk is reached at, and the proof of those that it brings along. */
@Controller
@RequestMapping("/settings/domains")
@Requires(Permission.DOMAIN_MANAGE)
class DomainsController {

    private static final String PAGE = "/settings/domains";

    private final Claims claims;
    private final Domains domains;

    DomainsController(Claims claims, Domains domains) {
        this.claims = claims;
        this.domains = domains;
    }

    @GetMapping
    Html show() {
        return page("", FieldErrors.none());
    }

    @PostMapping
    Html add(@RequestParam(defaultValue = "") String host) {
        Optional<HostName> named = hostOf(host);
        if (named.isEmpty()) {
            return page(host, FieldErrors.of("host", "domains.invalid.form")).invalid();
        }
        try {
            claims.make(named.get());
        } catch (Invalid wrong) {
            return page(host, wrong.errors()).invalid();
        } catch (Conflict taken) {
            return page(host, FieldErrors.none().and("host", taken.detail())).status(taken.status());
        }
        return Html.redirect(PAGE).toast("domains.added", named.get().value());
    }

    @PostMapping("/{id}/check")
    Html check(@PathVariable long id) {
        claims.check(id);
        return Html.redirect(PAGE).toast("domains.checked");
    }

    @PostMapping("/{id}/remove")
    Html remove(@PathVariable long id) {
        claims.remove(id);
        return Html.redirect(PAGE).toast("domains.removed");
    }

    /** Whichever hosts the desk has, those from the operator too, so it goes by the name. */
    @PostMapping("/primary")
    Html makePrimary(@RequestParam(defaultValue = "") String host) {
        HostName named = hostOf(host).orElseThrow(NotFound::new);
        domains.makePrimary(named);
        return Html.redirect(PAGE).toast("domains.primary", named.value());
    }

    /** As people write it: some begin with the scheme, end with a slash or with the dot of a name that is complete. */
    private static Optional<HostName> hostOf(String written) {
        String host = written.strip().replaceFirst("(?i)^https?://", "").replaceFirst("[./]$", "");
        try {
            return Optional.of(HostName.of(host));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Html page(String host, FieldErrors errors) {
        return Html.page("branding/domains", DomainsPage.of(domains.of(Tenants.current()), claims.all(), host, errors));
    }
}
