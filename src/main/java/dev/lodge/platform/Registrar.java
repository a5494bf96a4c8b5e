package dev.lodge.platform;

import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.Domains;
import dev.lodge.tenancy.HostName;
import dev.lodge.tenancy.Lifecycle;
import dev.lodge.tenancy.NewTenant;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.Provisioning;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantSlug;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that is done to tenants from outside, by pages and commands alike; each act is recorded with who did it. */
@Component
public class Registrar {

    private final Provisioning provisioning;
    private final Lifecycle lifecycle;
    private final Domains domains;
    private final Ledger ledger;
    private final FirstOwners owners;

    /** Where acts are recorded, in the transaction of the act. */
    @Component
    record Ledger(PlatformDatabase platform, TenantRegistry registry, OperatorEvents events) {}

    Registrar(Provisioning provisioning, Lifecycle lifecycle, Domains domains, Ledger ledger, FirstOwners owners) {
        this.provisioning = provisioning;
        this.lifecycle = lifecycle;
        this.domains = domains;
        this.ledger = ledger;
        this.owners = owners;
    }

    /**
     * A tenant that was created.
     *
     * @param invitation the address at which its owner chooses a password, once; empty when a password was given
     */
    public record Created(Tenant tenant, Optional<String> invitation) {}

    /**
     * Creates a tenant with its first owner, or nothing.
     *
     * @param by null for the command line
     * @throws dev.lodge.problem.Conflict when slug or host are taken
     * @throws dev.lodge.problem.Invalid when the owner's address or password will not do
     */
    public Created create(@Nullable Operator by, NewTenant wish, FirstOwner owner) {
        var invitation = new AtomicReference<Optional<String>>(Optional.empty());
        Tenant tenant = provisioning.create(wish, () -> invitation.set(owners.appoint(owner)));
        // Not in the same transaction, which is the database owner's: should it end in between, the registry still has
        // the moment.
        ledger.events().append(by, tenant, "tenant_created", Map.of("owner", owner.email()));
        return new Created(tenant, Objects.requireNonNull(invitation.get()));
    }

    /** @param reason 1 to 500 characters, for operators */
    public void suspend(@Nullable Operator by, TenantSlug slug, String reason) {
        act(by, slug, "tenant_suspended", Map.of("reason", reason.strip()), () -> lifecycle.suspend(slug, reason));
    }

    public void resume(@Nullable Operator by, TenantSlug slug) {
        act(by, slug, "tenant_resumed", Map.of(), () -> lifecycle.resume(slug));
    }

    /** Gives a tenant a host, or makes one it has the primary one. */
    public void addDomain(@Nullable Operator by, TenantSlug slug, HostName host, boolean primary) {
        String type = primary ? "domain_made_primary" : "domain_added";
        act(by, slug, type, Map.of("host", host.value()), () -> domains.add(slug, host, primary));
    }

    /** Takes a host from whichever tenant has it. @return that tenant */
    public Tenant removeDomain(@Nullable Operator by, HostName host) {
        Tenant tenant = ledger.registry()
                .byHost(host)
                .orElseThrow(() -> new NotFound(Message.of("tenancy.no_such_domain", host.value())));
        act(by, tenant.slug(), "domain_removed", Map.of("host", host.value()), () -> domains.remove(host));
        return tenant;
    }

    private void act(@Nullable Operator by, TenantSlug slug, String type, Map<String, String> data, Runnable work) {
        ledger.platform().inTransaction(sql -> {
            Tenant tenant = ledger.registry()
                    .bySlug(slug)
                    .orElseThrow(() -> new NotFound(Message.of("tenancy.no_such_tenant", slug.value())));
            work.run();
            ledger.events().append(by, tenant, type, data);
            return tenant;
        });
    }
}
