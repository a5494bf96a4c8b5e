package dev.lodge.platform.console;

import dev.lodge.platform.OperatorRoute;
import dev.lodge.platform.Registrar;
import dev.lodge.platform.signin.SignedInOperator;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.Domain;
import dev.lodge.tenancy.Domains;
import dev.lodge.tenancy.HostName;
import dev.lodge.tenancy.Tenant;
import dev.lodge.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hosts of one tenant. */
@Controller
@OperatorRoute
class DomainController {

    private final TenantPages pages;
    private final Registrar registrar;
    private final Domains domains;

    DomainController(TenantPages pages, Registrar registrar, Domains domains) {
        this.pages = pages;
        this.registrar = registrar;
        this.domains = domains;
    }

    @PostMapping("/operator/tenants/{slug}/domains")
    Html add(@PathVariable String slug, @RequestParam(defaultValue = "") String host, SignedInOperator signedIn) {
        Tenant tenant = pages.require(slug);
        try {
            registrar.addDomain(signedIn.getPrincipal(), tenant.slug(), HostName.of(host), false);
            return back(tenant, "platform.domain_added", host.strip());
        } catch (IllegalArgumentException malformed) {
            Message why = Message.asIs(String.valueOf(malformed.getMessage()));
            return pages.again(tenant, host, "", FieldErrors.none().and("host", why));
        } catch (Conflict taken) {
            return pages.again(tenant, host, "", FieldErrors.none().and("host", taken.detail()));
        }
    }

    @PostMapping("/operator/tenants/{slug}/domains/{host}/primary")
    Html makePrimary(@PathVariable String slug, @PathVariable String host, SignedInOperator signedIn) {
        Tenant tenant = pages.require(slug);
        registrar.addDomain(signedIn.getPrincipal(), tenant.slug(), domainOf(tenant, host), true);
        return back(tenant, "platform.domain_primary", host);
    }

    @PostMapping("/operator/tenants/{slug}/domains/{host}/remove")
    Html remove(@PathVariable String slug, @PathVariable String host, SignedInOperator signedIn) {
        Tenant tenant = pages.require(slug);
        registrar.removeDomain(signedIn.getPrincipal(), domainOf(tenant, host));
        return back(tenant, "platform.domain_removed", host);
    }

    private HostName domainOf(Tenant tenant, String host) {
        return domains.of(tenant).stream()
                .map(Domain::host)
                .filter(known -> known.value().equals(host))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Html back(Tenant tenant, String said, String host) {
        return Html.redirect("/operator/tenants/" + tenant.slug()).toast(said, host);
    }
}
