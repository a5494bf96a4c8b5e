package dev.lodge.platform.console;

import dev.lodge.platform.OperatorEvents;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.Domains;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantSlug;
import dev.lodge.web.Html;
import org.springframework.stereotype.Component;

/** Puts a tenant's page together for the controllers that act on it. */
@Component
class TenantPages {

    /** As many events as a page shows. */
    private static final int EVENTS = 50;

    private final TenantRegistry registry;
    private final Domains domains;
    private final OperatorEvents events;
    private final SiteAddresses addresses;

    TenantPages(TenantRegistry registry, Domains domains, OperatorEvents events, SiteAddresses addresses) {
        this.registry = registry;
        this.domains = domains;
        this.events = events;
        this.addresses = addresses;
    }

    /** @throws NotFound for a slug nobody has, or that cannot be one */
    Tenant require(String slug) {
        try {
            return registry.bySlug(TenantSlug.of(slug)).orElseThrow(NotFound::new);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound();
        }
    }

    Html show(Tenant tenant) {
        return show(tenant, "", "", FieldErrors.none());
    }

    /** The page again, with what was typed and what is wrong with it. */
    Html again(Tenant tenant, String host, String reason, FieldErrors errors) {
        return show(tenant, host, reason, errors).invalid();
    }

    private Html show(Tenant tenant, String host, String reason, FieldErrors errors) {
        return Html.page(
                "operator/tenant",
                new TenantPage(
                        tenant,
                        addresses.of(tenant),
                        domains.of(tenant),
                        events.of(tenant, EVENTS),
                        host,
                        reason,
                        errors));
    }
}
