package dev.lodge.demo;

import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.NewTenant;
import dev.lodge.tenancy.Provisioning;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantSlug;
import dev.lodge.tenancy.Tenants;
import java.util.List;
import org.springframework.stereotype.Component;

/** Creates the demo tenants. What is there is left as it is, whatever people made of it. */
@Component
public class Demo {

    /** The password of every demo agent. It is published, so demo tenants are for looking around and nothing else. */
    public static final String PASSWORD = "lodge-demo-2026";

    /** The demo tenants. */
    public static final List<TenantSlug> SLUGS = List.of(TenantSlug.of("acme"), TenantSlug.of("globex"));

    private final Provisioning provisioning;
    private final TenantRegistry registry;
    private final Brands brands;
    private final Loading loading;

    Demo(Provisioning provisioning, TenantRegistry registry, Brands brands, Loading loading) {
        this.provisioning = provisioning;
        this.registry = registry;
        this.brands = brands;
        this.loading = loading;
    }

    /** With what one looks around. */
    public record Login(String tenant, String email) {}

    /** @param created false for a tenant that was there already */
    public record Outcome(Tenant tenant, boolean created) {}

    /** Creates those of the demo tenants that are missing, each whole or not at all. */
    public List<Outcome> create() {
        return SLUGS.stream().map(slug -> create(slug, Desk.of(slug.value()))).toList();
    }

    /** The owners of the demo tenants who still have the demo's password. */
    public List<Login> logins() {
        return SLUGS.stream()
                .flatMap(slug -> registry.bySlug(slug).stream())
                .flatMap(tenant -> Tenants.in(
                        tenant,
                        () -> loading.withDemoPassword(Desk.of(tenant.slug().value())))
                        .map(email -> new Login(tenant.name(), email))
                        .stream())
                .toList();
    }

    Outcome create(TenantSlug slug, Desk desk) {
        var existing = registry.bySlug(slug);
        existing.ifPresent(tenant -> dress(tenant, desk));
        return existing.map(tenant -> new Outcome(tenant, false)).orElseGet(() -> {
            var wish = new NewTenant(slug, desk.tenant().name(), List.of());
            Tenant tenant = provisioning.create(wish, () -> loading.load(desk));
            dress(tenant, desk);
            return new Outcome(tenant, true);
        });
    }

    /**
     * Gives the tenant its colour and logo, unless anybody ever changed them. The registry's row is seen by the platform only once the
     * tenant is created, so this comes after; a demo that was stopped in between is dressed the next time.
     */
    private void dress(Tenant tenant, Desk desk) {
        var branding = tenant.branding();
        if (branding.version() > 1) {
            return;
        }
        Tenants.run(tenant, () -> {
            brands.change(tenant.name(), desk.tenant().accent(), desk.tenant().supportAddress(), branding.version());
            brands.changeLogo(new Brands.Logo(desk.logo(), "image/svg+xml"));
        });
    }
}
