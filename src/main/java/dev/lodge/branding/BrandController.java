package dev.lodge.branding;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.tenancy.BrandLink;
import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.HomeBlock;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.api.IfMatch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The desk's brand over HTTP, all but its pictures. */
@RestController
@Requires(Permission.BRANDING_MANAGE)
class BrandController {

    private final Brands brands;
    private final TenantRegistry registry;

    BrandController(Brands brands, TenantRegistry registry) {
        this.brands = brands;
        this.registry = registry;
    }

    /** @param homeBlocks what the help center's first page is made of, in order */
    record Brand(
            String name,
            String accent,
            @Nullable String supportAddress,
            String welcomeTitle,
            String welcomeLead,
            String footer,
            List<BrandLink> headerLinks,
            List<HomeBlock> homeBlocks,
            long version) {

        static Brand of(Tenant tenant) {
            var branding = tenant.branding();
            var front = branding.frontage();
            return new Brand(
                    tenant.name(),
                    branding.accent(),
                    branding.supportAddress(),
                    front.title(),
                    front.lead(),
                    front.footer(),
                    front.links(),
                    front.blocks(),
                    branding.version());
        }
    }

    @GetMapping("/api/branding")
    ResponseEntity<Brand> show() {
        return answer(stored());
    }

    @PutMapping("/api/branding")
    ResponseEntity<Brand> replace(@RequestBody BrandWish wish, IfMatch match) {
        wish.check().throwIfAny();
        Tenant before = stored();
        match.require(before.branding().version());
        brands.change(wish.with(Map.of()), before.branding().version());
        return answer(stored());
    }

    /** As it is now, not as this request found it. */
    private Tenant stored() {
        return registry.byId(Tenants.current().id()).orElseThrow();
    }

    private static ResponseEntity<Brand> answer(Tenant tenant) {
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(tenant.branding().version()))
                .body(Brand.of(tenant));
    }
}
