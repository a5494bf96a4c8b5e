package dev.lodge.platform;

import dev.lodge.accounts.Agents;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.NewAgent;
import dev.lodge.accounts.Role;
import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenants;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings the first owner into a new tenant. */
@Component
class FirstOwners {

    private final Agents agents;
    private final SiteAddresses addresses;

    FirstOwners(Agents agents, SiteAddresses addresses) {
        this.agents = agents;
        this.addresses = addresses;
    }

    /** Within the tenant being made. @return the address of the invitation; empty when a password was given */
    Optional<String> appoint(FirstOwner owner) {
        EmailAddress address = EmailAddress.of(owner.email())
                .orElseThrow(() -> new Invalid("email", "platform.not_an_address", owner.email()));
        NewAgent agent = new NewAgent(address, owner.name(), Role.OWNER, Set.of());
        if (owner.password() != null) {
            agents.createWithPassword(agent, owner.password());
            return Optional.empty();
        }
        return Optional.of(
                addresses.of(Tenants.current()) + agents.invite(agent).path());
    }
}
