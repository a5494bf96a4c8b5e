package dev.lodge.journeys;

import static dev.lodge.schema.platform.Tables.DEAD_LETTER;
import static dev.lodge.schema.platform.Tables.SCHEDULED_TASKS;
import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static dev.lodge.schema.tenant.Tables.ARTICLE_CATEGORY;
import static dev.lodge.schema.tenant.Tables.CALENDAR;
import static dev.lodge.schema.tenant.Tables.CUSTOMER;
import static dev.lodge.schema.tenant.Tables.ESCALATION_RULE;
import static dev.lodge.schema.tenant.Tables.OUTGOING_MAIL;
import static dev.lodge.schema.tenant.Tables.SLA_POLICY;
import static dev.lodge.schema.tenant.Tables.TEAM;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.min;

import dev.lodge.LodgeTest;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.demo.Demo;
import dev.lodge.demo.DemoDesk;
import dev.lodge.email.Addressee;
import dev.lodge.email.Mail;
import dev.lodge.email.Outbox;
import dev.lodge.journeys.PageOfLodge.Audience;
import dev.lodge.knowledge.Shelves;
import dev.lodge.platform.Operators;
import dev.lodge.portal.CustomerVisits;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.TableField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Each page there is, opened by those whom it is for: at a desk in the light, and on a phone in the dark. */
@LodgeTest
@EnabledIf("dev.lodge.journeys.InstalledBrowser#exists")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {

    private static final String HOST = "seen-acme.localhost";
    private static final String PASSWORD = "a long enough password";

    /** What pages show besides that of their bare address. */
    private static final Map<String, List<String>> MORE = Map.of(
            "/tickets",
            List.of(
                    "/tickets?status=any&page=2",
                    "/tickets?search=boots",
                    "/tickets?search=nowhere+to+be+found",
                    "/tickets?priority=urgent,high&overdue=true&ordering=-created_at",
                    "/tickets?sla_status=breached,paused&due_before=2999-01-01T00:00:00Z",
                    "/tickets?sorted=backwards",
                    "/tickets/999999999",
                    "/no-such-page"),
            "/search",
            List.of("/search?q=boots", "/search?q=zippr", "/search?q=nowhere+to+be+found"),
            "/customers",
            List.of("/customers?search=nobody+of+this+name"),
            "/knowledge",
            List.of("/knowledge?search=wax", "/knowledge?status=archived&tag=none", "/knowledge?sorted=backwards"),
            "/requests",
            List.of("/requests?status=solved", "/requests?status=all&before=1"),
            "/notifications",
            List.of("/notifications?unread=true", "/notifications?before=1"),
            "/signin/forgot",
            List.of("/signin/forgot?sent=true"),
            "/reports/sla",
            List.of(
                    "/reports/sla?period=7d",
                    "/reports/sla?from=2020-01-01&to=2020-01-02",
                    "/reports/sla?period=never"),
            "/operator/tenants",
            List.of("/operator/tenants?status=suspended&search=nobody", "/operator/tenants/nobody"));

    private static final List<String> IN_ARABIC = List.of(
            "/tickets",
            "/tickets/{number}",
            "/tickets/new",
            "/customers",
            "/customers/{id}",
            "/notifications",
            "/reports/sla",
            "/profile",
            "/settings/languages",
            "/settings/branding",
            "/settings/members",
            "/settings/sla/{id}",
            "/settings/hours/{id}",
            "/settings/mail/templates/{kind}");

    @Autowired
    ApplicationContext context;

    @Autowired
    Demo demo;

    @Autowired
    TenantDatabase database;

    @Autowired
    Operators operators;

    @Autowired
    Outbox outbox;

    @Autowired
    Shelves shelves;

    @Autowired
    CustomerVisits customers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformDatabase platform;

    @Autowired
    InstantSource clock;

    @LocalServerPort
    int port;

    Tenant desk;
    long asker;
    final List<Visitor> visitors = new ArrayList<>();
    final Map<String, String> samples = new LinkedHashMap<>();

    @BeforeAll
    void aDeskAtWorkAndSomebodyWhoRunsThePlatform() {
        Tenant acme = DemoDesk.at("seen-acme", "acme", demo);
        operators.create("nora@pages.example", "Nora Kessler", PASSWORD);
        samples.put("/tickets/{number}", "/tickets/4812");
        desk = acme;
        asker = askerOf(4812);
        customers.openTheForm(acme);
        samples.put("/requests/{number}", "/requests/4812");
        samples.put("/portal/signin/{token}", customers.link(acme, "hannah@weiss.example"));
        samples.put("/customers/{id}", "/customers/" + first(acme, CUSTOMER.ID));
        samples.put("/customers/{id}/edit", "/customers/" + first(acme, CUSTOMER.ID) + "/edit");
        var shelf = Tenants.in(acme, () -> shelves.fill("Acme", first(acme, AGENT.ID)));
        samples.put("/knowledge/{id}", "/knowledge/" + shelf.article());
        samples.put("/knowledge/{id}/versions", "/knowledge/" + shelf.article() + "/versions");
        samples.put("/knowledge/categories/{id}", "/knowledge/categories/" + shelf.category());
        samples.put(
                "/help/{slug}", "/help/" + slug(acme, ARTICLE_CATEGORY.SLUG, ARTICLE_CATEGORY.ID, shelf.category()));
        samples.put("/help/articles/{slug}", "/help/articles/" + slug(acme, ARTICLE.SLUG, ARTICLE.ID, shelf.article()));
        samples.put("/help/articles/{id}/feedback", "/help/articles/" + shelf.article() + "/feedback");
        samples.put("/settings/members/{id}", "/settings/members/" + (first(acme, AGENT.ID) + 1));
        samples.put("/settings/teams/{id}", "/settings/teams/" + first(acme, TEAM.ID));
        samples.put("/settings/mail/templates/{kind}", "/settings/mail/templates/test");
        samples.put("/operator/mailbox/{slug}", "/operator/mailbox/seen-acme");
        samples.put("/operator/mailbox/{slug}/{id}", "/operator/mailbox/seen-acme/" + keptMail(acme));
        failedFor(acme);
        samples.put("/settings/sla/{id}", "/settings/sla/" + first(acme, SLA_POLICY.ID));
        samples.put("/settings/sla/{id}/levels/new", "/settings/sla/" + first(acme, SLA_POLICY.ID) + "/levels/new");
        samples.put("/settings/sla/levels/{id}", "/settings/sla/levels/" + first(acme, ESCALATION_RULE.ID));
        samples.put("/settings/hours/{id}", "/settings/hours/" + first(acme, CALENDAR.ID));
        samples.put("/operator/tenants/{slug}", "/operator/tenants/seen-acme");
        samples.put(
                "/operator/invitation/{token}",
                URI.create(operators.reset("nora@pages.example")).getPath());
    }

    @AfterAll
    void everybodyLeaves() {
        visitors.forEach(Visitor::close);
    }

    @TestFactory
    Stream<DynamicTest> atADeskInTheLight() {
        return pagesSeenBy(new Party("desk", Visitor::atADesk));
    }

    @TestFactory
    Stream<DynamicTest> onAPhoneInTheDark() {
        return pagesSeenBy(new Party("phone", Visitor::onAPhoneInTheDark));
    }

    @TestFactory
    Stream<DynamicTest> fromRightToLeftAtADesk() {
        return pagesInArabic(new Party("desk-rtl", Visitor::atADesk));
    }

    @TestFactory
    Stream<DynamicTest> fromRightToLeftOnAPhone() {
        return pagesInArabic(new Party("phone-rtl", Visitor::onAPhoneInTheDark));
    }

    /** Some of each kind: lists, a conversation, forms, tables wider than the page, charts. */
    private Stream<DynamicTest> pagesInArabic(Party party) {
        var mia = party.of(Audience.AGENTS);
        var pages = IN_ARABIC.stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    party.opens(mia, path);
                    assertThat(mia.find("html").getAttribute("dir")).isEqualTo("rtl");
                }));
        return Stream.of(
                        Stream.of(DynamicTest.dynamicTest("Mia reads Arabic", () -> reads(mia, "ar"))),
                        pages,
                        Stream.of(DynamicTest.dynamicTest("Mia reads English again", () -> reads(mia, "en"))))
                .flatMap(tests -> tests);
    }

    private static void reads(Visitor agent, String language) {
        agent.goTo("/profile");
        agent.find("#language").selectOption(language);
        agent.find("form[action='/profile'] button[type='submit']").click();
        agent.find("html[lang='" + language + "']").waitFor();
    }

    private Stream<DynamicTest> pagesSeenBy(Party party) {
        var answers = DynamicTest.dynamicTest("answers to forms", () -> sendForms(party));
        return Stream.concat(
                Stream.of(answers), PageOfLodge.all(context).stream().flatMap(page -> sightsOf(page, party)));
    }

    private Stream<DynamicTest> sightsOf(PageOfLodge page, Party party) {
        var visitor = party.of(page.audience());
        var itself = DynamicTest.dynamicTest(page.path(), () -> {
            party.opens(visitor, page.path());
            assertThat(visitor.status()).isEqualTo(200);
        });
        return Stream.concat(
                Stream.of(itself),
                MORE.getOrDefault(page.path(), List.of()).stream()
                        .map(address -> DynamicTest.dynamicTest(address, () -> party.opens(visitor, address))));
    }

    private String sample(String path) {
        String sample = samples.get(path.replaceAll(":[^}]+}", "}"));
        assertThat(sample).as("a sample of %s, for it to be looked at", path).isNotNull();
        return sample;
    }

    /** What no address leads to. The links among it let somebody in and are looked at later. */
    private void sendForms(Party party) {
        var mia = party.of(Audience.AGENTS);
        mia.goTo(sample("/settings/members/{id}"));
        mia.press("Create reset link");
        samples.put(
                "/password/{token}",
                URI.create(mia.find("#address").inputValue()).getPath());
        party.looks(mia, "-reset-link");

        mia.goTo("/settings/members/invite");
        mia.fill("Email", party.device + "@acme.example");
        mia.fill("Name", "Sven Lund");
        mia.press("Create invitation");
        samples.put(
                "/invitation/{token}",
                URI.create(mia.find("#address").inputValue()).getPath());

        mia.goTo("/settings/tokens");
        mia.fill("Name", "Parcel tracking");
        mia.press("Create token");
        mia.sees("It is shown only now.");
        party.looks(mia, "-new-token");

        mia.goTo("/tickets/new");
        mia.fill("Customer", "Nobody at all");
        mia.fill("Subject", "Tent pole snapped");
        mia.fill("Description", "At the ferrule.");
        mia.press("Create ticket");
        mia.sees("No customer is called so.");
        party.looks(mia, "-new-ticket-refused");

        mia.goTo(sample("/settings/sla/{id}"));
        mia.find("[name='target.urgent.resolution']").fill("soon");
        mia.press("Preview");
        mia.find("[id='target.urgent.resolution-error']").waitFor();
        // The focus scrolled there. What lies half under the bar at the top then would be measured by its visible half.
        mia.find("h1").scrollIntoViewIfNeeded();
        party.looks(mia, "-policy-refused");

        var passerBy = party.of(Audience.PASSERS_BY).goTo("/signin");
        passerBy.enter("mia@acme.example", "not the password");
        passerBy.sees("This email and password do not belong together here.");
        party.looks(passerBy, "-signin-refused");

        var nora = party.of(Audience.OPERATORS).goTo("/operator/tenants/new");
        nora.fill("Name", "Initech");
        nora.fill("Slug", "Not a slug");
        nora.fill("Address of the owner", "peter@initech.example");
        nora.press("Create the tenant");
        nora.find("#slug-error").waitFor();
        party.looks(nora, "-new-tenant-refused");
    }

    private long keptMail(Tenant tenant) {
        var to = Addressee.of(new EmailAddress("hannah@weiss.example"), "Hannah Weiss");
        Tenants.run(
                tenant,
                () -> transaction.executeWithoutResult(
                        status -> outbox.send(Mail.automatic("test", to, Map.of("asked_by", "Mia Lindqvist")))));
        return first(tenant, OUTGOING_MAIL.ID);
    }

    /** Something for the page of jobs to show: work that failed, and work that waits. */
    private void failedFor(Tenant tenant) {
        Instant now = clock.instant();
        platform.sql()
                .insertInto(DEAD_LETTER)
                .set(DEAD_LETTER.TENANT_ID, tenant.id())
                .set(DEAD_LETTER.WORK, "mail")
                .set(DEAD_LETTER.FAILURES, 10)
                .set(DEAD_LETTER.ERROR, "MailConnectException: Couldn't connect to host, port: mail.acme.example, 587")
                .set(DEAD_LETTER.FAILED_AT, now.minus(Duration.ofHours(3)))
                .onConflictDoNothing()
                .execute();
        platform.sql()
                .insertInto(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.TASK_NAME, "a_later_release")
                .set(SCHEDULED_TASKS.TASK_INSTANCE, Long.toString(tenant.id()))
                .set(SCHEDULED_TASKS.EXECUTION_TIME, now.minus(Duration.ofMinutes(12)))
                .set(SCHEDULED_TASKS.PICKED, false)
                .set(SCHEDULED_TASKS.VERSION, 1L)
                .onConflictDoNothing()
                .execute();
    }

    private String slug(Tenant tenant, TableField<?, String> slug, TableField<?, Long> id, long wanted) {
        return Tenants.in(
                tenant,
                () -> database.sql()
                        .select(slug)
                        .from(Objects.requireNonNull(slug.getTable()))
                        .where(id.eq(wanted))
                        .fetchSingle(slug));
    }

    private long askerOf(long number) {
        return Tenants.in(
                desk,
                () -> database.sql()
                        .select(TICKET.CUSTOMER_ID)
                        .from(TICKET)
                        .where(TICKET.NUMBER.eq(number))
                        .fetchSingle(TICKET.CUSTOMER_ID));
    }

    private long first(Tenant tenant, TableField<?, Long> id) {
        return Tenants.in(
                tenant,
                () -> Objects.requireNonNull(database.sql()
                        .select(min(id))
                        .from(Objects.requireNonNull(id.getTable()))
                        .fetchSingle()
                        .value1()));
    }

    /** One for each audience, all with the same kind of device. */
    private final class Party {

        private final String device;
        private final Map<Audience, Visitor> members = new EnumMap<>(Audience.class);

        Party(String device, Device opened) {
            this.device = device;
            for (Audience audience : Audience.values()) {
                boolean atADesk = Set.of(Audience.AGENTS, Audience.CUSTOMERS, Audience.PASSERS_BY)
                        .contains(audience);
                var visitor = opened.on(atADesk ? HOST : "localhost", port);
                members.put(audience, visitor);
                visitors.add(visitor);
            }
            of(Audience.AGENTS).signIn("mia@acme.example", Demo.PASSWORD);
            var cookie = customers.signIn(desk, asker);
            of(Audience.CUSTOMERS).keep(cookie.getName(), cookie.getValue());
            of(Audience.OPERATORS).goTo("/operator/tenants");
            of(Audience.OPERATORS).enter("nora@pages.example", PASSWORD);
            of(Audience.OPERATORS).isAt("/operator/tenants");
        }

        Visitor of(Audience audience) {
            return Objects.requireNonNull(members.get(audience));
        }

        void opens(Visitor visitor, String path) {
            looks(visitor.goTo(path.contains("{") ? sample(path) : path), path.replaceAll("\\W+", "-"));
        }

        void looks(Visitor visitor, String picture) {
            visitor.doesNotSee("Reading the description");
            visitor.photograph(device + picture);
            visitor.findsThePageAccessible();
        }
    }

    /** A browser of some kind, opened on a host. */
    private interface Device {
        Visitor on(String host, int port);
    }
}
