package dev.lodge.web;

import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Branding;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The site of the tenant in force. */
@Component
class TenantSite implements CurrentSite {

    @Override
    public Site site() {
        return Tenants.bound().map(TenantSite::siteOf).orElseGet(Site::lodge);
    }

    /** Those that this release speaks, in the tenant's order. */
    private static List<Language> languages(Tenant tenant) {
        var spoken = tenant.locales().languages().stream()
                .map(Language::of)
                .flatMap(Optional::stream)
                .toList();
        return spoken.isEmpty() ? List.of(Language.ENGLISH) : spoken;
    }

    private static Site siteOf(Tenant tenant) {
        Branding branding = tenant.branding();
        String version = "%d-%d".formatted(tenant.id(), branding.version());
        return new Site(
                tenant.name(),
                branding.accent(),
                branding.has(BrandPicture.LOGO) ? "/logo?v=" + version : null,
                branding.has(BrandPicture.LOGO_DARK) ? "/logo?dark&v=" + version : null,
                branding.has(BrandPicture.FAVICON) ? "/favicon.ico?v=" + version : null,
                branding.has(BrandPicture.HERO) ? "/hero?v=" + version : null,
                version,
                branding.supportAddress(),
                languages(tenant),
                tenant.locales().zone(),
                false);
    }
}
