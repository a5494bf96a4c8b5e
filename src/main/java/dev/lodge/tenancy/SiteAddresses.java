package dev.lodge.tenancy;

import org.springframework.stereotype.Component;

/** Addresses for links. They come from the stored primary domain only, never from what a request said its host was. */
@Component
public final class SiteAddresses {

    private final TenancySettings settings;

    SiteAddresses(TenancySettings settings) {
        this.settings = settings;
    }

    /** For example {@code http://acme.localhost:8080}. */
    public String of(Tenant tenant) {
        return of(tenant.primaryHost());
    }

    /** The address of a stored host. */
    public String of(HostName host) {
        return settings.address(host);
    }

    /** The platform's own, for example {@code http://localhost:8080}. */
    public String platform() {
        return settings.address(settings.baseDomain());
    }
}
