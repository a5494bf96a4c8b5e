package dev.lodge.platform.console;

import dev.lodge.platform.OperatorRoute;
import dev.lodge.platform.Registrar;
import dev.lodge.platform.signin.SignedInOperator;
import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.Tenant;
import dev.lodge.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Suspends a tenant and serves it again. */
@Controller
@OperatorRoute
class SuspensionController {

    private final TenantPages pages;
    private final Registrar registrar;

    SuspensionController(TenantPages pages, Registrar registrar) {
        this.pages = pages;
        this.registrar = registrar;
    }

    @PostMapping("/operator/tenants/{slug}/suspend")
    Html suspend(@PathVariable String slug, @RequestParam(defaultValue = "") String reason, SignedInOperator signedIn) {
        Tenant tenant = pages.require(slug);
        try {
            registrar.suspend(signedIn.getPrincipal(), tenant.slug(), reason);
            return Html.redirect("/operator/tenants/" + tenant.slug()).toast("platform.suspended", tenant.name());
        } catch (Invalid refused) {
            return pages.again(tenant, "", reason, refused.errors());
        }
    }

    @PostMapping("/operator/tenants/{slug}/resume")
    Html resume(@PathVariable String slug, SignedInOperator signedIn) {
        Tenant tenant = pages.require(slug);
        registrar.resume(signedIn.getPrincipal(), tenant.slug());
        return Html.redirect("/operator/tenants/" + tenant.slug()).toast("platform.resumed", tenant.name());
    }
}
