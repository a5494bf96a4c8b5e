package dev.lodge.platform.console;

import dev.lodge.platform.FirstOwner;
import dev.lodge.platform.Operator;
import dev.lodge.platform.OperatorRoute;
import dev.lodge.platform.Registrar;
import dev.lodge.platform.TenantRows;
import dev.lodge.platform.signin.SignedInOperator;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.HostTaken;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.web.Html;
import dev.lodge.web.Paging;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The list of tenants, and new ones. */
@Controller
@OperatorRoute
class TenantsController {

    private final TenantRows tenants;
    private final Registrar registrar;
    private final SiteAddresses addresses;

    TenantsController(TenantRows tenants, Registrar registrar, SiteAddresses addresses) {
        this.tenants = tenants;
        this.registrar = registrar;
        this.addresses = addresses;
    }

    @GetMapping("/operator")
    Html start() {
        return Html.redirect("/operator/tenants");
    }

    @GetMapping("/operator/tenants")
    Html list(
            @ListParameters(
                            filters = "status",
                            orderings = {"attention", "name", "-created_at"},
                            search = true)
                    ListQuery query) {
        var listing = tenants.page(query);
        return Html.page("operator/tenants", new TenantsPage(listing, Paging.of(listing, query.offset()), query));
    }

    @GetMapping("/operator/tenants/new")
    Html form() {
        return show(NewTenantForm.empty(), FieldErrors.none());
    }

    @PostMapping("/operator/tenants")
    Html create(@ModelAttribute NewTenantForm form, SignedInOperator signedIn) {
        Operator operator = signedIn.getPrincipal();
        FieldErrors errors = form.findings();
        if (!errors.isEmpty()) {
            return show(form, errors).invalid();
        }
        try {
            var created = registrar.create(operator, form.wish(), FirstOwner.invited(form.email()));
            // Shown at once and not after a redirect: the link is nowhere kept that a second request could read it
            // from.
            return Html.page(
                    "operator/created",
                    new CreatedPage(
                            created.tenant().slug().value(),
                            created.tenant().name(),
                            addresses.of(created.tenant()),
                            form.email(),
                            created.invitation().orElse("")));
        } catch (HostTaken taken) {
            return show(form, FieldErrors.none().and("domain", taken.detail())).invalid();
        } catch (Conflict taken) {
            return show(form, FieldErrors.none().and("slug", taken.detail())).invalid();
        } catch (Invalid refused) {
            return show(form, refused.errors()).invalid();
        }
    }

    private Html show(NewTenantForm form, FieldErrors errors) {
        return Html.page("operator/new-tenant", new NewTenantPage(form, errors, addresses.platform()));
    }
}
