package dev.lodge;

import dev.lodge.tenancy.NewTenant;
import dev.lodge.tenancy.Provisioning;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantSlug;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tenants that are in the room in every test. */
@Component
public class Cast {

    private final Provisioning provisioning;
    private final TenantRegistry registry;

    Cast(Provisioning provisioning, TenantRegistry registry) {
        this.provisioning = provisioning;
        this.registry = registry;
    }

    public Tenant acme() {
        return tenant("acme", "Acme");
    }

    public Tenant globex() {
        return tenant("globex", "Globex");
    }

    /** The tenant of this slug, created empty if there is none. */
    public synchronized Tenant tenant(String slug, String name) {
        TenantSlug known = TenantSlug.of(slug);
        Optional<Tenant> existing = registry.bySlug(known);
        return existing.orElseGet(() -> provisioning.create(new NewTenant(known, name, List.of()), () -> {}));
    }
}
