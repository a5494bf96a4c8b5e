package dev.lodge.demo;

import dev.lodge.accounts.Agents;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.accounts.Membership;
import dev.lodge.accounts.NewAgent;
import dev.lodge.accounts.Role;
import dev.lodge.accounts.Teams;
import dev.lodge.accounts.TicketScope;
import dev.lodge.customers.Customers;
import dev.lodge.customers.NewCustomer;
import dev.lodge.customers.NewOrganization;
import dev.lodge.customers.Organizations;
import dev.lodge.customers.SharingOrganizations;
import dev.lodge.portal.PortalRules;
import dev.lodge.portal.signin.CustomerPasswords;
import dev.lodge.tickets.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Fills the tenant being created with a desk's people and tickets. */
@Component
class Loading {

    /** People were known before they asked: before the oldest ticket. */
    private static final Duration KNOWN_SINCE = Duration.ofDays(120);

    private final Staff staff;
    private final Clients clients;
    private final Service service;
    private final Tickets tickets;
    private final InstantSource clock;

    /** The doors by which people and teams come in. */
    @Component
    record Staff(Agents agents, Teams teams, Membership membership) {}

    /** The doors by which those who ask come in. */
    @Component
    record Clients(
            Customers customers,
            Organizations organizations,
            SharingOrganizations sharing,
            CustomerPasswords passwords,
            PortalRules portal) {}

    Loading(Staff staff, Clients clients, Service service, Tickets tickets, InstantSource clock) {
        this.staff = staff;
        this.clients = clients;
        this.service = service;
        this.tickets = tickets;
        this.clock = clock;
    }

    void load(Desk desk) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var people = bringIn(desk, now.minus(KNOWN_SINCE));
        clients.portal().enter(desk.tenant().portal());
        service.promise(desk);
        var stories = new Stories(tickets, people, now);
        desk.tickets().forEach(stories::tell);
        Caller owner = people.agent(desk.owner().key());
        desk.agents().stream()
                .filter(Desk.Person::left)
                .forEach(person ->
                        staff.membership().deactivate(people.agent(person.key()).agentId(), owner));
    }

    /** The owner's address, if it still goes with the demo's password. */
    Optional<String> withDemoPassword(Desk desk) {
        String email = desk.owner().email();
        return EmailAddress.of(email)
                .filter(address -> staff.agents().hasPassword(address, Demo.PASSWORD))
                .map(EmailAddress::value);
    }

    /** The addresses of customers who still sign in with the demo's password. */
    Stream<String> customersWithDemoPassword(Desk desk) {
        return desk.customers().stream()
                .filter(Desk.Client::hasPassword)
                .map(Loading::address)
                .filter(address -> clients.passwords().hasPassword(address, Demo.PASSWORD))
                .map(EmailAddress::value);
    }

    private static EmailAddress address(Desk.Client client) {
        return EmailAddress.of(client.emails().getFirst()).orElseThrow();
    }

    private People bringIn(Desk desk, Instant since) {
        Map<String, Long> teams = desk.teams().stream()
                .collect(Collectors.toMap(Desk.Team::name, team -> staff.teams().create(team.name())));
        Map<String, Caller> agents =
                desk.agents().stream().collect(Collectors.toMap(Desk.Person::key, person -> hire(person, teams)));
        Caller owner = Objects.requireNonNull(agents.get(desk.owner().key()));
        return new People(agents, teams, enterCustomers(desk, owner, since));
    }

    private Caller hire(Desk.Person person, Map<String, Long> teams) {
        Role role = Role.of(person.role()).orElseThrow();
        Set<Long> joined = person.teams().stream().map(teams::get).collect(Collectors.toSet());
        EmailAddress address = EmailAddress.of(person.email()).orElseThrow();
        long id = staff.agents().createWithPassword(new NewAgent(address, person.name(), role, joined), Demo.PASSWORD);
        return new Caller(id, person.name(), role, role.permissions(), TicketScope.ALL, joined);
    }

    private Map<String, Long> enterCustomers(Desk desk, Caller owner, Instant since) {
        var companies = new HashMap<String, Long>();
        for (Desk.Company company : desk.organizations()) {
            var entered = clients.organizations()
                    .enter(new NewOrganization(company.name(), List.copyOf(company.domains()), company.notes()), since);
            if (company.shares()) {
                clients.sharing().change(owner, entered.id(), true);
            }
            companies.put(company.key(), entered.id());
        }
        var ids = new HashMap<String, Long>();
        for (Desk.Client client : desk.customers()) {
            Long company = client.organization() == null ? null : companies.get(client.organization());
            var entered = clients.customers()
                    .enter(
                            new NewCustomer(
                                    client.name(),
                                    null,
                                    List.copyOf(client.emails()),
                                    company,
                                    client.language(),
                                    client.timeZone(),
                                    client.notes()),
                            since);
            if (client.hasPassword()) {
                clients.passwords().enter(entered.id(), address(client), Demo.PASSWORD);
            }
            ids.put(client.key(), entered.id());
        }
        return ids;
    }
}
