package dev.lodge.web;

import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The desk of the tenant in force, or the platform's own site where none is bound. */
@Component
class BoundSite implements CurrentSite {

    private static final ZoneId ZONE = ZoneId.of("UTC");

    @Override
    public Site site() {
        return Tenants.bound().map(BoundSite::of).orElseGet(Site::lodge);
    }

    private static Site of(Tenant tenant) {
        var branding = tenant.branding();
        var version = Long.toString(branding.version());
        return new Site(
                tenant.name(),
                branding.accent(),
                branding.hasLogo() ? "/logo?v=" + version : null,
                version,
                branding.supportAddress(),
                ZONE,
                false);
    }
}
