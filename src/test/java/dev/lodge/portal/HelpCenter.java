package dev.lodge.portal;

import static dev.lodge.schema.tenant.Tables.CUSTOMER_EMAIL;
import static dev.lodge.schema.tenant.Tables.OUTGOING_MAIL;
import static dev.lodge.schema.tenant.Tables.PORTAL_LINK;
import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.Cast;
import dev.lodge.accounts.Browsers;
import dev.lodge.accounts.Browsers.Browser;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.accounts.TicketScope;
import dev.lodge.email.KeptMails;
import dev.lodge.jobs.DueWork;
import dev.lodge.tenancy.Locales;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.TenantLocales;
import dev.lodge.tenancy.Tenants;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;

/** Two help centers, the mail that they send, and people who come to them. */
@TestComponent
class HelpCenter {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern LINK = Pattern.compile("/portal/signin/[\\w-]{43}");

    private final Cast cast;
    private final TenantLocales locales;
    private final People people;
    private final Browsers browsers;
    private final TenantDatabase database;
    private final PortalRules rules;
    private final DueWork due;
    private final KeptMails kept;

    HelpCenter(
            Cast cast,
            TenantLocales locales,
            People people,
            Browsers browsers,
            TenantDatabase database,
            PortalRules rules,
            DueWork due,
            KeptMails kept) {
        this.cast = cast;
        this.locales = locales;
        this.people = people;
        this.browsers = browsers;
        this.database = database;
        this.rules = rules;
        this.due = due;
        this.kept = kept;
    }

    /** A mail that was to go out. */
    record Sent(String kind, String name, String subject, String text, String html) {

        String all() {
            return name + subject + text + html;
        }
    }

    Tenant acme() {
        return cast.tenant("help-acme", "Acme");
    }

    /** Another help center, which offers these languages in the zone UTC. */
    Tenant speaking(String slug, String name, Locale... languages) {
        Tenant desk = cast.tenant(slug, name);
        var wanted = new Locales(List.of(languages), ZoneId.of("UTC"));
        Tenants.run(desk, () -> locales.change(wanted, desk.locales()));
        return cast.tenant(slug, name);
    }

    Tenant globex() {
        return cast.tenant("help-globex", "Globex");
    }

    static String address() {
        return "hannah.%d@ridgeline.example".formatted(NUMBER.incrementAndGet());
    }

    /** Words that no other article has. */
    static String subject() {
        return "Zipper" + NUMBER.incrementAndGet() + "x";
    }

    Browser at(Tenant tenant) {
        return browsers.at(tenant.primaryHost().value());
    }

    Browser atPlatform() {
        return browsers.at("localhost");
    }

    void decide(Tenant tenant, boolean signUp, boolean anonymous, boolean joins) {
        Tenants.run(
                tenant,
                () -> rules.enter(
                        new PortalSettings(signUp, anonymous, joins, rules.now().version())));
    }

    Caller hire(Tenant tenant, String name, Role role) {
        var somebody = people.somebody(tenant, name, role);
        return new Caller(somebody.id(), name, role, role.permissions(), TicketScope.ALL, Set.of());
    }

    Browser agent(Tenant tenant, Role role) {
        var browser = at(tenant);
        browser.signIn(people.somebody(tenant, "Mia Lindqvist", role).email(), People.PASSWORD, "/tickets");
        return browser;
    }

    /** All mails to the address, the oldest first, after what is due was done. */
    List<Sent> mails(Tenant tenant, String address) {
        due.run(tenant);
        return Tenants.in(
                tenant,
                () -> database.sql()
                        .selectFrom(OUTGOING_MAIL)
                        .where(OUTGOING_MAIL.TO_ADDRESS.eq(address))
                        .orderBy(OUTGOING_MAIL.ID)
                        .fetch(row -> {
                            var mail = kept.find(row.getId()).orElseThrow();
                            return new Sent(row.getKind(), row.getToName(), mail.subject(), mail.text(), mail.html());
                        }));
    }

    /** The path of the link in the newest mail to the address. */
    String link(Tenant tenant, String address) {
        var found = LINK.matcher(mails(tenant, address).getLast().text());
        if (!found.find()) {
            throw new AssertionError("No link was mailed to " + address);
        }
        return found.group();
    }

    /** A browser in which a customer of this address is signed in. */
    Browser customer(Tenant tenant, String address) {
        var browser = at(tenant);
        browser.post("/portal/signin", "email", address);
        browser.post(link(tenant, address));
        return browser;
    }

    long idOf(Tenant tenant, String address) {
        return Tenants.in(
                tenant,
                () -> database.sql()
                        .select(CUSTOMER_EMAIL.CUSTOMER_ID)
                        .from(CUSTOMER_EMAIL)
                        .where(CUSTOMER_EMAIL.EMAIL_KEY.eq(address))
                        .fetchSingle(CUSTOMER_EMAIL.CUSTOMER_ID));
    }

    long numberOf(Tenant tenant, String subject, long customer) {
        return Tenants.in(
                tenant,
                () -> database.sql()
                        .select(TICKET.NUMBER)
                        .from(TICKET)
                        .where(TICKET.SUBJECT.eq(subject), TICKET.CUSTOMER_ID.eq(customer))
                        .fetchSingle(TICKET.NUMBER));
    }

    /** How many links there are. */
    int waiting(Tenant tenant) {
        return Tenants.in(tenant, () -> database.sql().fetchCount(PORTAL_LINK));
    }

    boolean knows(Tenant tenant, String address) {
        return Tenants.in(
                tenant, () -> database.sql().fetchExists(CUSTOMER_EMAIL, CUSTOMER_EMAIL.EMAIL_KEY.eq(address)));
    }
}
