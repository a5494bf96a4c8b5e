package dev.lodge.accounts;

import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/me}: who the caller is and may do. */
@RestController
class MeController {

    record Me(
            long id,
            String name,
            String email,
            Role role,
            List<String> permissions,
            TicketScope ticketScope,
            Set<Long> teams,
            OwnTenant tenant) {}

    record OwnTenant(String slug, String name) {}

    @GetMapping("/api/me")
    @Requires(Permission.SIGNED_IN)
    Me me(SignedInAgent agent) {
        Caller caller = agent.caller();
        Tenant tenant = Tenants.current();
        return new Me(
                caller.agentId(),
                caller.name(),
                agent.preferences().email(),
                caller.role(),
                caller.permissions().stream().sorted().map(Permission::code).toList(),
                caller.scope(),
                new TreeSet<>(caller.teams()),
                new OwnTenant(tenant.slug().value(), tenant.name()));
    }
}
