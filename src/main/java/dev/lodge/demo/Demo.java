package dev.lodge.demo;

import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.NewTenant;
import dev.lodge.tenancy.Provisioning;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantSlug;
import dev.lodge.tenancy.Tenants;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Creates the demo tenants. What is there is left as it is, whatever people made of it. */
@Component
public class Demo {

    /** The password of every demo agent and of the customers who have one. It is published, so demo tenants are for looking around and nothing else. */
    public static final String PASSWORD = "lodge-demo-2026";

    /** The demo tenants. */
    public static final List<TenantSlug> SLUGS = List.of(TenantSlug.of("acme"), TenantSlug.of("globex"));

    private final Provisioning provisioning;
    private final TenantRegistry registry;
    private final Brands brands;
    private final Loading loading;
    private final KnowledgeBase knowledge;

    Demo(Provisioning provisioning, TenantRegistry registry, Brands brands, Loading loading, KnowledgeBase knowledge) {
        this.provisioning = provisioning;
        this.registry = registry;
        this.brands = brands;
        this.loading = loading;
        this.knowledge = knowledge;
    }

    /** With what one looks around: as the desk's owner, or as one of its customers. */
    public record Login(String tenant, String email, boolean isCustomer) {}

    /** @param created false for a tenant that was there already */
    public record Outcome(Tenant tenant, boolean created) {}

    /** Creates those of the demo tenants that are missing, each whole or not at all. */
    public List<Outcome> create() {
        return SLUGS.stream().map(slug -> create(slug, Desk.of(slug.value()))).toList();
    }

    /** The owners of the demo tenants, and customers who sign in, as far as they still have the demo's password. */
    public List<Login> logins() {
        return SLUGS.stream()
                .flatMap(slug -> registry.bySlug(slug).stream())
                .flatMap(tenant -> Tenants.in(tenant, () -> logins(tenant)).stream())
                .toList();
    }

    private List<Login> logins(Tenant tenant) {
        Desk desk = Desk.of(tenant.slug().value());
        var owner = loading.withDemoPassword(desk).map(email -> new Login(tenant.name(), email, false));
        var customers = loading.customersWithDemoPassword(desk).map(email -> new Login(tenant.name(), email, true));
        return Stream.concat(owner.stream(), customers).toList();
    }

    Outcome create(TenantSlug slug, Desk desk) {
        var existing = registry.bySlug(slug);
        Tenant tenant = existing.orElseGet(() -> {
            var wish = new NewTenant(
                    slug, desk.tenant().name(), List.of(), desk.tenant().locales());
            return provisioning.create(wish, () -> loading.load(desk));
        });
        finish(tenant, desk);
        return new Outcome(tenant, existing.isEmpty());
    }

    /**
     * Does what cannot be part of the tenant's creation: pictures of articles are stored outside of transactions, and the registry's row
     * is seen by the platform only once the tenant is there. The brand comes last and tells that all is done, so that a demo that was
     * stopped in between is finished the next time; unless anybody changed the brand or the owner's password, and made it theirs.
     */
    private void finish(Tenant tenant, Desk desk) {
        long version = tenant.branding().version();
        if (version > 1) {
            return;
        }
        Tenants.run(tenant, () -> {
            if (loading.withDemoPassword(desk).isPresent()) {
                knowledge.fill(desk);
                brands.change(desk.tenant().brand(), version);
            }
        });
    }
}
