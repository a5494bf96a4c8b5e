package dev.lodge.notifications;

import static dev.lodge.schema.tenant.Tables.NOTIFICATION;
import static dev.lodge.schema.tenant.Tables.OUTGOING_MAIL;

import dev.lodge.Cast;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.People;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.accounts.Role;
import dev.lodge.accounts.Teams;
import dev.lodge.accounts.TicketScope;
import dev.lodge.customers.Customers;
import dev.lodge.customers.NewCustomer;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewMessage;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Tickets;
import dev.lodge.tickets.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A desk where things happen, and what people there are told of them. */
@TestComponent
class Newsroom {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Cast cast;
    private final People people;
    private final Teams teams;
    private final Customers customers;
    private final Tickets tickets;
    private final TenantDatabase database;

    Newsroom(Cast cast, People people, Teams teams, Customers customers, Tickets tickets, TenantDatabase database) {
        this.cast = cast;
        this.people = people;
        this.teams = teams;
        this.customers = customers;
        this.tickets = tickets;
        this.database = database;
    }

    /** Somebody who works there. */
    record Agent(Caller caller, Somebody signsIn) {

        long id() {
            return caller.agentId();
        }
    }

    /** A mail that was to go out. */
    record Sent(String kind, String to, String name, String subject, String text, String html, boolean automatic) {}

    Tenant acme() {
        return cast.tenant("news-acme", "Acme");
    }

    Tenant globex() {
        return cast.tenant("news-globex", "Globex");
    }

    <T> T at(Tenant tenant, Supplier<T> act) {
        return Tenants.in(tenant, act::get);
    }

    Agent hire(Tenant tenant, String name, Role role, Long... teams) {
        var somebody = people.somebody(tenant, name, role, teams);
        return new Agent(
                new Caller(somebody.id(), name, role, role.permissions(), TicketScope.ALL, Set.of(teams)), somebody);
    }

    long team(Tenant tenant) {
        return at(tenant, () -> teams.create("Team " + NUMBER.incrementAndGet()));
    }

    long customer(Tenant tenant, String name, String email) {
        return at(
                tenant,
                () -> customers
                        .enter(new NewCustomer(name, email, null, null, null, null, ""), Instant.EPOCH)
                        .id());
    }

    /** An agent lodges a ticket. @return its number */
    long lodge(
            Tenant tenant,
            Agent by,
            String subject,
            @Nullable Long customer,
            @Nullable Agent assignee,
            @Nullable Long team) {
        return at(
                tenant,
                () -> tickets.open(
                                by.caller(),
                                request(subject, customer, assignee == null ? null : assignee.id(), team),
                                Channel.WEB)
                        .id());
    }

    /** A customer asks. @return the ticket's number */
    long ask(Tenant tenant, long customer, String subject, @Nullable Long team) {
        return at(
                tenant,
                () -> tickets.receive(request(subject, customer, null, team), Channel.EMAIL)
                        .id());
    }

    private static NewTicket request(
            String subject, @Nullable Long customer, @Nullable Long assignee, @Nullable Long team) {
        return new NewTicket(subject, "It happened again.", null, customer, null, assignee, team, List.of(), null);
    }

    void assign(Tenant tenant, Agent by, long number, @Nullable Agent to) {
        at(tenant, () -> tickets.assign(by.caller(), number, to == null ? null : to.id(), any -> true));
    }

    void note(Tenant tenant, Agent by, long number, String words) {
        at(
                tenant,
                () -> tickets.write(
                        by.caller(), number, new NewMessage(words, Visibility.INTERNAL, null), Channel.WEB));
    }

    void reply(Tenant tenant, Agent by, long number, String words) {
        at(
                tenant,
                () -> tickets.write(by.caller(), number, new NewMessage(words, Visibility.PUBLIC, null), Channel.WEB));
    }

    void hear(Tenant tenant, long customer, long number, String words) {
        at(tenant, () -> tickets.receiveReply(customer, number, words, Channel.EMAIL));
    }

    /** The kinds of what the agent was told, the oldest first, whether shown or not. */
    List<String> told(Tenant tenant, Agent agent) {
        return at(
                tenant,
                () -> database.sql()
                        .select(NOTIFICATION.KIND)
                        .from(NOTIFICATION)
                        .where(NOTIFICATION.AGENT_ID.eq(agent.id()))
                        .orderBy(NOTIFICATION.ID)
                        .fetch(NOTIFICATION.KIND));
    }

    /** What was mailed to an address, the oldest first. */
    List<Sent> mailed(Tenant tenant, String address) {
        return at(
                tenant,
                () -> database.sql()
                        .selectFrom(OUTGOING_MAIL)
                        .where(OUTGOING_MAIL.TO_ADDRESS.eq(address))
                        .orderBy(OUTGOING_MAIL.ID)
                        .fetch(row -> new Sent(
                                row.getKind(),
                                row.getToAddress(),
                                row.getToName(),
                                row.getSubject(),
                                row.getTextBody(),
                                row.getHtmlBody(),
                                row.getAutomatic())));
    }
}
