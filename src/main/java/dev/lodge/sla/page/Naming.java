package dev.lodge.sla.page;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.Directory;
import dev.lodge.customers.CustomerNames;
import dev.lodge.customers.CustomerRef;
import dev.lodge.customers.OrganizationNames;
import dev.lodge.customers.OrganizationRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the names of what policies refer to. */
@Component
class Naming {

    /** So many organisations can be ticked; of more, others are chosen by name. */
    static final int ORGANIZATIONS_SHOWN = 40;

    private final Directory directory;
    private final OrganizationNames organizations;
    private final CustomerNames customers;

    Naming(Directory directory, OrganizationNames organizations, CustomerNames customers) {
        this.directory = directory;
        this.organizations = organizations;
        this.customers = customers;
    }

    /** All teams and agents, and those organisations and customers. */
    Named of(Collection<Long> organizationIds, Collection<Long> customerIds) {
        var named = new Named(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), agents());
        directory.teams().forEach(team -> named.teams().put(team.id(), team.name()));
        put(organizations.refs(organizationIds), named.organizations());
        customers.refs(customerIds).forEach(found -> named.customers().put(found.id(), found.name()));
        return named;
    }

    /** As above, and the first organisations by name to choose from. */
    Named toChooseFrom(Collection<Long> organizationIds, Collection<Long> customerIds) {
        var named = of(organizationIds, customerIds);
        put(organizations.first(ORGANIZATIONS_SHOWN), named.organizations());
        return named;
    }

    private Map<Long, String> agents() {
        var names = new LinkedHashMap<Long, String>();
        for (AgentRef agent : directory.assignables()) {
            names.put(agent.id(), agent.name());
        }
        return names;
    }

    private static void put(Collection<OrganizationRef> found, Map<Long, String> names) {
        found.forEach(organization -> names.put(organization.id(), organization.name()));
    }

    Optional<OrganizationRef> organization(String name) {
        return organizations.named(name);
    }

    /** @param written an address, or a name that only one has */
    Optional<CustomerRef> customer(String written) {
        return customers.called(written);
    }
}
