package dev.lodge;

import static dev.lodge.schema.tenant.Tables.TEAM;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.People;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.accounts.Role;
import dev.lodge.accounts.TicketScope;
import dev.lodge.attachments.Attachments;
import dev.lodge.attachments.Uploader;
import dev.lodge.customers.Customers;
import dev.lodge.customers.NewCustomer;
import dev.lodge.customers.NewOrganization;
import dev.lodge.customers.Organizations;
import dev.lodge.knowledge.Shelves;
import dev.lodge.sla.Promises;
import dev.lodge.tenancy.NewTenant;
import dev.lodge.tenancy.Provisioning;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantSlug;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewMessage;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.Tickets;
import dev.lodge.tickets.Visibility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The tenants that are in the room in every test, and on request the people who work there. */
@Component
public class Cast {

    private static final Map<Role, String> AT_ACME = Map.of(
            Role.OWNER, "Mia Lindqvist",
            Role.ADMIN, "Nils Åkesson",
            Role.MANAGER, "Karin Holm",
            Role.AGENT, "Priya Raman",
            Role.LIGHT_AGENT, "Elin Hagström",
            Role.AUDITOR, "Ulla Bergfeldt");

    private static final Map<Role, String> AT_GLOBEX = Map.of(
            Role.OWNER, "Nadia Rahimi",
            Role.ADMIN, "Leif Sørbye",
            Role.MANAGER, "Grace Adeyemi",
            Role.AGENT, "Leo Martins",
            Role.LIGHT_AGENT, "Beth Hartley",
            Role.AUDITOR, "Ruth Feldman");

    private final Provisioning provisioning;
    private final TenantRegistry registry;
    private final TenantDatabase database;
    private final People people;
    private final Organizations organizations;
    private final Customers customers;
    private final Tickets tickets;
    private final Promises promises;
    private final Attachments attachments;
    private final Shelves shelves;
    private final InstantSource clock;

    Cast(
            Provisioning provisioning,
            TenantRegistry registry,
            TenantDatabase database,
            People people,
            Organizations organizations,
            Customers customers,
            Tickets tickets,
            Promises promises,
            Attachments attachments,
            Shelves shelves,
            InstantSource clock) {
        this.provisioning = provisioning;
        this.registry = registry;
        this.database = database;
        this.people = people;
        this.organizations = organizations;
        this.customers = customers;
        this.tickets = tickets;
        this.promises = promises;
        this.attachments = attachments;
        this.shelves = shelves;
        this.clock = clock;
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

    /**
     * A tenant at work: somebody of each role, a team, an organisation, a customer and a ticket.
     *
     * @param people each with a token for all that the role may
     * @param agent id of the agent to whom the ticket is assigned
     * @param ticket its number
     */
    public record Desk(
            Tenant tenant,
            Map<Role, Somebody> people,
            long agent,
            long team,
            long organization,
            long customer,
            Promise promise,
            Shelves.Shelf shelf,
            long ticket) {

        /** A calendar, the policy that counts in it, and a level of escalation of that. */
        public record Promise(long calendar, long policy, long rule) {}

        public String host() {
            return tenant.slug().value() + ".localhost";
        }

        public Somebody person(Role role) {
            return Objects.requireNonNull(people.get(role));
        }

        /** The header {@code Authorization} of this role's person. */
        public String bearer(Role role) {
            return person(role).bearer();
        }

        /** The person of this role as the modules know them. */
        public Caller caller(Role role) {
            return new Caller(person(role).id(), role.code(), role, role.permissions(), TicketScope.ALL, Set.of());
        }
    }

    /** The people of Acme and one of each thing they work with, added to the tenant. */
    public Desk deskOfAcme(Tenant tenant) {
        return Tenants.in(tenant, () -> furnish(tenant, AT_ACME));
    }

    /** The people of Globex and one of each thing they work with, added to the tenant. */
    public Desk deskOfGlobex(Tenant tenant) {
        return Tenants.in(tenant, () -> furnish(tenant, AT_GLOBEX));
    }

    private Desk furnish(Tenant tenant, Map<Role, String> names) {
        Map<Role, Somebody> staff = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            staff.put(role, people.somebody(tenant, Objects.requireNonNull(names.get(role)), role));
        }
        long team = team("First line of " + names.get(Role.OWNER));
        Instant now = clock.instant();
        long organization = organizations
                .enter(new NewOrganization(tenant.name() + " Partners", List.of("partners.example"), "Pays late"), now)
                .id();
        long customer = customers
                .enter(
                        new NewCustomer(
                                "Ines Duarte",
                                "ines@" + tenant.slug() + ".example",
                                null,
                                organization,
                                "pt",
                                null,
                                ""),
                        now)
                .id();
        long agent = Objects.requireNonNull(staff.get(Role.AGENT)).id();
        Desk.Promise promise = promises.make(tenant.name());
        Shelves.Shelf shelf = shelves.fill(tenant.name(), agent);
        Caller owner =
                new Desk(tenant, staff, agent, team, organization, customer, promise, shelf, 0).caller(Role.OWNER);
        long ticket = tickets.open(
                        owner,
                        new NewTicket(
                                "Zipper stuck",
                                "It does not move.",
                                Priority.HIGH,
                                customer,
                                null,
                                agent,
                                team,
                                List.of("repair"),
                                null),
                        Channel.API)
                .id();
        tickets.write(owner, ticket, new NewMessage("Send us a picture.", Visibility.PUBLIC, null), Channel.API);
        tickets.write(
                owner,
                ticket,
                new NewMessage("Second one this week.", Visibility.INTERNAL, null, List.of(file(owner, tenant))),
                Channel.API);
        return new Desk(tenant, staff, agent, team, organization, customer, promise, shelf, ticket);
    }

    private long file(Caller by, Tenant tenant) {
        byte[] content = ("The zippers of " + tenant.name()).getBytes(StandardCharsets.UTF_8);
        return attachments
                .store(new Uploader.Agent(by.agentId()), "zippers.txt", new ByteArrayInputStream(content))
                .id();
    }

    private long team(String name) {
        return database.sql()
                .insertInto(TEAM)
                .set(TEAM.NAME, name)
                .set(TEAM.NAME_KEY, name.toLowerCase(Locale.ROOT))
                .set(TEAM.CREATED_AT, Instant.EPOCH)
                .returning(TEAM.ID)
                .fetchSingle(TEAM.ID);
    }
}
