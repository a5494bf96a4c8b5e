package dev.lodge.isolation;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Browsers;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.attachments.Attachments;
import dev.lodge.attachments.Uploader;
import dev.lodge.database.TestDatabase;
import dev.lodge.isolation.Visitor.Answer;
import dev.lodge.portal.CustomerVisits;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A word planted in every field of Acme that holds words: Acme reads it, nobody next door ever does. */
@LodgeTest
class CanaryTests {

    private static final String CANARY = "kanarienvogel";

    /** Columns that hold one of a few words or a name from outside; each has a check, a foreign key or a parser. */
    private static final Set<String> NOT_FREE = Set.of(
            "account_event.type",
            "account_link.purpose",
            "attachment.media_type",
            "attachment.subject",
            "attachment.uploader",
            "agent.locale",
            "agent.role",
            "agent.theme",
            "agent.time_zone",
            "article.language",
            "article.status",
            "article.visibility",
            "article_category.icon",
            "calendar_version.time_zone",
            "clock.counts",
            "clock.metric",
            "clock.status",
            "customer.language",
            "customer.time_zone",
            "portal_link.language",
            "mail_settings.smtp_security",
            "mail_template.kind",
            "mail_template.language",
            "escalation_rule.metric",
            "message.channel",
            "message.visibility",
            "outgoing_mail.kind",
            "notification.kind",
            "outgoing_mail.status",
            "role.name",
            "role.ticket_scope",
            "sla_policy_version.pause_in",
            "ticket.channel",
            "ticket.priority",
            "ticket.sla_metric",
            "ticket.sla_status",
            "ticket.status",
            "ticket_event.type");

    /** What the ledgers keep in JSON: see {@link #leaveTracesEverywhere}. */
    private static final Set<String> FORMED = Set.of(
            "account_event.data",
            "article_category.names",
            "calendar_version.holidays",
            "calendar_version.hours",
            "escalation_rule.actions",
            "sla_policy_version.conditions",
            "sla_policy_version.targets",
            "ticket_event.data");

    private static final String WISHES = """
            {"mentioned":{"in_app":true,"by_mail":true},"assigned":{"in_app":true,"by_mail":true},
             "customer_replied":{"in_app":true,"by_mail":true},"sla_breached":{"in_app":true,"by_mail":true},
             "sla_warning":{"in_app":true,"by_mail":true},"new_in_team":{"in_app":true,"by_mail":true}}""";

    private static final Map<Cast, Neighbours> STREET = new WeakHashMap<>();
    private static final Map<String, Visitor> SIGNED_IN = new ConcurrentHashMap<>();

    @Autowired
    Cast cast;

    @Autowired
    ApplicationContext context;

    @Autowired
    TenantDatabase database;

    @Autowired
    MockMvcTester http;

    @Autowired
    Browsers browsers;

    @Autowired
    Attachments attachments;

    @Autowired
    CustomerVisits customers;

    Neighbours next;
    final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void theWordIsPlanted() throws SQLException {
        boolean planted = STREET.get(cast) != null;
        next = STREET.computeIfAbsent(cast, any -> Neighbours.settle(cast, "canary"));
        if (!planted) {
            // Sessions and tokens of theirs come first, so that they too can be written on.
            browser(next.acme(), Role.OWNER);
            leaveTracesEverywhere();
            plant();
            // Nobody watches the owner's statements, as they do the application's: who is signed in would be remembered
            // as before.
            Tenants.run(
                    next.acme().tenant(),
                    () -> database.sql()
                            .update(AGENT)
                            .set(AGENT.VERSION, AGENT.VERSION)
                            .execute());
        }
    }

    @Test
    void nobodyNextDoorEverReadsTheWord() {
        List<Visitor> visitors = new ArrayList<>();
        visitors.add(new Visitor(http, next.globex().host()));
        for (Role role : Role.values()) {
            visitors.add(
                    new Visitor(http, next.globex().host()).as(next.globex().bearer(role)));
            visitors.add(browser(next.globex(), role));
        }
        var customer = customers.signIn(next.globex().tenant(), next.globex().customer());
        visitors.add(new Visitor(http, next.globex().host())
                .with(HttpHeaders.COOKIE, customer.getName() + "=" + customer.getValue()));
        for (Visitor visitor : visitors) {
            for (String path : everythingReadable(next.globex())) {
                lookFor(CANARY, visitor, path);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyAtThePlatformsHostReadsTheWord() {
        for (String path : everythingReadable(next.acme())) {
            lookFor(CANARY, new Visitor(http, "localhost").as(next.acme().bearer(Role.OWNER)), path);
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void acmeItselfReadsTheWordSoThatTheOthersCould() {
        var api = new Visitor(http, next.acme().host()).as(next.acme().bearer(Role.OWNER));
        var page = browser(next.acme(), Role.OWNER);
        long ticket = next.acme().ticket();
        for (String path : List.of(
                "/api/tickets",
                "/api/tickets?search=" + CANARY,
                "/api/tickets/" + ticket,
                "/api/tickets/" + ticket + "/messages",
                "/api/tickets/" + ticket + "/events",
                "/api/attachments/" + Subject.newest("attachment", next.acme()),
                "/attachments/" + Subject.newest("attachment", next.acme()) + "/a.txt",
                "/api/customers",
                "/api/customers?search=" + CANARY,
                "/api/organizations",
                "/api/agents",
                "/api/teams",
                "/api/articles",
                "/api/articles?search=" + CANARY,
                "/api/articles/" + next.acme().shelf().article(),
                "/api/articles/" + next.acme().shelf().article() + "/versions",
                "/api/articles/" + next.acme().shelf().article() + "/feedback",
                "/api/article-categories",
                "/api/calendars",
                "/api/sla-policies",
                "/api/escalation-rules",
                "/api/me")) {
            assertThat(api.get(path).body()).as(path).containsIgnoringCase(CANARY);
        }
        for (String path : List.of(
                "/tickets",
                "/tickets/" + ticket,
                "/customers",
                "/settings/members",
                "/settings/teams",
                "/settings/files",
                "/settings/mail",
                "/settings/mail/log",
                "/settings/mail/templates/test",
                "/profile",
                "/settings/tokens")) {
            assertThat(page.get(path).body()).as(path).containsIgnoringCase(CANARY);
        }
        assertThat(new Visitor(http, next.globex().host())
                        .as(next.globex().bearer(Role.OWNER))
                        .get("/api/tickets?search=" + CANARY)
                        .body())
                .contains("\"count\":0");
    }

    @Test
    void noAnswerHoldsWhatIsKeptInPlaceOfASecret() throws SQLException {
        Set<String> secrets = hashes(next.acme());
        assertThat(secrets).hasSizeGreaterThan(20);
        for (Visitor visitor : List.of(
                new Visitor(http, next.acme().host()).as(next.acme().bearer(Role.OWNER)),
                browser(next.acme(), Role.OWNER))) {
            for (String path : everythingReadable(next.acme())) {
                Answer answer = visitor.get(path);
                String all = answer.body() + answer.headers();
                for (String secret : secrets) {
                    if (all.contains(secret)) {
                        wrong.add(path + " holds " + secret);
                    }
                }
                for (String name : List.of("password_hash", "token_hash", "passwordHash", "tokenHash", "lodge_")) {
                    if (answer.body().contains(name)) {
                        wrong.add(path + " says " + name);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private void lookFor(String word, Visitor visitor, String path) {
        Answer answer = visitor.get(path);
        String all = (answer.body() + answer.headers() + answer.location()).toLowerCase(Locale.ROOT);
        // The question itself may be repeated, in the box for searching.
        boolean asked = path.contains(word);
        if (!asked && all.contains(word) || asked && all.contains(word + "_")) {
            wrong.add(path + ": " + answer);
        }
        if (answer.status() >= 500) {
            wrong.add(path + ": " + answer);
        }
    }

    /** Every route that is read, with ids of both desks, and with questions asked of it. */
    private List<String> everythingReadable(Desk desk) {
        Set<String> paths = new LinkedHashSet<>(List.of(
                "/api/tickets?search=" + CANARY,
                "/api/tickets?tag=" + CANARY,
                "/api/customers?search=" + CANARY,
                "/api/articles?search=" + CANARY,
                "/api/articles?tag=" + CANARY,
                "/api/articles/" + next.acme().shelf().article(),
                "/api/articles?category=" + next.acme().shelf().category(),
                "/api/article-categories/" + next.acme().shelf().category(),
                "/api/tickets?customer=" + next.acme().customer(),
                "/api/tickets?assignee=" + next.acme().agent(),
                "/api/tickets?team=" + next.acme().team(),
                "/tickets?search=" + CANARY,
                "/customers?search=" + CANARY,
                "/theme.css",
                "/logo",
                "/api/attachments/" + Subject.newest("attachment", next.acme()),
                "/attachments/" + Subject.newest("attachment", next.acme()) + "/" + CANARY + ".txt",
                "/attachments/" + Subject.newest("attachment", next.acme()) + "/thumbnail",
                "/favicon.ico",
                "/metrics",
                "/actuator",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/error",
                "/nothing-here"));
        for (Route route : Route.all(context)) {
            if (!route.isRead()) {
                continue;
            }
            if (!route.hasVariable()) {
                paths.add(route.path());
            } else if (route.permission().isPresent() || route.isForCustomers()) {
                paths.add(route.at(Subject.at(route, desk)));
                paths.add(route.at(Subject.at(route, next.acme())));
            } else {
                paths.add(route.at(route.variables().map(variable -> "1").toArray(String[]::new)));
            }
        }
        return List.copyOf(paths);
    }

    /** Does what fills the tables that the desk's furniture leaves empty, and what the ledgers write down in a form of their own. */
    private void leaveTracesEverywhere() {
        var owner = new Visitor(http, next.acme().host()).as(next.acme().bearer(Role.OWNER));
        String ticket = "{\"subject\":\"Zipper %s_\",\"tags\":[\"%s_\"]}".formatted(CANARY, CANARY);
        String team = "{\"name\":\"First line %s_\"}".formatted(CANARY);
        String agent = "{\"email\":\"%s@acme.example\",\"name\":\"%s_\",\"role\":\"agent\"}".formatted(CANARY, CANARY);
        String guess = "{\"email\":\"%s@acme.example\",\"password\":\"a guess of many\"}".formatted(CANARY);
        String calendar = "{\"holidays\":[{\"date\":\"2026-12-24\",\"name\":\"%s_\"}]}".formatted(CANARY);
        String policy = "{\"conditions\":{\"tag\":[\"%s_\"]}}".formatted(CANARY);
        String rule = "{\"actions\":[{\"type\":\"add_tag\",\"tag\":\"%s_\"}]}".formatted(CANARY);
        String category = "{\"names\":{\"de\":{\"name\":\"%s_\"}}}".formatted(CANARY);
        var promise = next.acme().promise();
        Map.of(
                        "/api/article-categories/" + next.acme().shelf().category(), category,
                        "/api/calendars/" + promise.calendar(), calendar,
                        "/api/sla-policies/" + promise.policy(), policy,
                        "/api/escalation-rules/" + promise.rule(), rule)
                .forEach((path, body) -> assertThat(
                                owner.send(HttpMethod.PATCH, path, body).status())
                        .isEqualTo(200));
        assertThat(owner.with("Idempotency-Key", "once")
                        .send(HttpMethod.POST, "/api/agents", agent)
                        .status())
                .isEqualTo(201);
        assertThat(new Visitor(http, next.acme().host())
                        .send(HttpMethod.POST, "/api/auth/token", guess)
                        .status())
                .isEqualTo(401);
        assertThat(owner.send(HttpMethod.PUT, "/api/me/notifications/preferences", WISHES)
                        .status())
                .isEqualTo(200);
        assertThat(owner.send(HttpMethod.PATCH, "/api/tickets/" + next.acme().ticket(), ticket)
                        .status())
                .isEqualTo(200);
        assertThat(owner.send(
                                HttpMethod.POST,
                                "/api/tickets/" + next.acme().ticket() + "/messages",
                                "{\"body\":\"See there.\",\"attachments\":[%d]}".formatted(file()))
                        .status())
                .isEqualTo(201);
        assertThat(owner.send(
                                HttpMethod.PATCH,
                                "/api/articles/" + next.acme().shelf().article(),
                                "{\"body\":\"%s_ ![](/attachments/%d/a.txt)\"}".formatted(CANARY, file()))
                        .status())
                .isEqualTo(200);
        assertThat(form(owner, "/settings/mail", "version=1&sender_name=Acme")).isEqualTo(303);
        assertThat(form(owner, "/settings/mail/templates/test", "subject=Ours&body=Ours"))
                .isEqualTo(303);
        assertThat(form(owner, "/settings/mail/test", "")).isEqualTo(200);
        customerComesIn();
        assertThat(owner.send(HttpMethod.PATCH, "/api/teams/" + next.acme().team(), team)
                        .status())
                .isEqualTo(200);
    }

    /** Named by the word, and consisting of it. */
    private long file() {
        var owner = new Uploader.Agent(next.acme().person(Role.OWNER).id());
        byte[] content = (CANARY + "_").getBytes(StandardCharsets.UTF_8);
        return Tenants.in(
                next.acme().tenant(),
                () -> attachments
                        .store(owner, CANARY + "_.txt", new ByteArrayInputStream(content))
                        .id());
    }

    /** A customer signs in and asks for another link, with words that wait. */
    private void customerComesIn() {
        customers.openTheForm(next.acme().tenant());
        customers.signIn(next.acme().tenant(), next.acme().customer());
        var stranger = browsers.at(next.acme().host());
        String words = CANARY + "_";
        assertThat(stranger.post(
                        "/requests/new",
                        "email",
                        CANARY + "@stranger.example",
                        "name",
                        words,
                        "subject",
                        words,
                        "description",
                        words))
                .hasStatusOk();
    }

    private static int form(Visitor visitor, String path, String fields) {
        return visitor.send(
                        HttpMethod.POST,
                        path,
                        fields.getBytes(StandardCharsets.UTF_8),
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                .status();
    }

    /** Adds the word to each text of each row; what refuses it must be known to. */
    private void plant() throws SQLException {
        String schema = next.acme().tenant().space().schema();
        Set<String> refused = new TreeSet<>();
        Set<String> tables = new TreeSet<>();
        Set<String> reached = new TreeSet<>();
        try (Connection owner = TestDatabase.asOwner();
                var statement = owner.createStatement()) {
            for (Column column : Column.ofText(owner, schema)) {
                if (NOT_FREE.contains(column.toString()) || FORMED.contains(column.toString())) {
                    continue;
                }
                try {
                    tables.add(column.table());
                    int rows = statement.executeUpdate("update \"%s\".%s set %s = %s"
                            .formatted(schema, column.table(), column.name(), column.with(CANARY)));
                    if (rows > 0) {
                        reached.add(column.table());
                    }
                } catch (SQLException refusal) {
                    refused.add(column + ": " + refusal.getMessage());
                }
            }
        }
        assertThat(refused).as("columns without a rule").isEmpty();
        assertThat(reached).as("tables in which it stands").isEqualTo(tables).hasSizeGreaterThan(8);
    }

    /** A column that holds text, as the catalogue has it. */
    private record Column(String table, String name, String type) {

        static List<Column> ofText(Connection owner, String schema) throws SQLException {
            List<Column> columns = new ArrayList<>();
            try (var statement = owner.createStatement();
                    var rows = statement.executeQuery("""
                            select table_name, column_name, udt_name from information_schema.columns
                            where table_schema = '%s' and udt_name in ('text', '_text', 'varchar', 'citext', 'jsonb', 'json')
                              and is_generated = 'NEVER' order by 1, 2""".formatted(schema))) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            return columns;
        }

        /** The value as it is, and the word; with an underscore, which no question has. */
        private String with(String word) {
            return switch (type) {
                case "_text" -> "array_append(%s, '%s_')".formatted(name, word);
                case "jsonb", "json" -> "%s || jsonb_build_object('%s_', '%s_')".formatted(name, word, word);
                default -> "case when %s is not null then '%s_' || %s end".formatted(name, word, name);
            };
        }

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    /** All hashes of the desk in the ways in which bytes are written. */
    private static Set<String> hashes(Desk desk) throws SQLException {
        Set<String> found = new TreeSet<>();
        String schema = desk.tenant().space().schema();
        try (Connection owner = TestDatabase.asOwner();
                var statement = owner.createStatement()) {
            for (String table : List.of("session", "api_token", "account_link", "customer_session", "portal_link")) {
                try (var rows = statement.executeQuery(
                        "select token_hash from \"%s\".%s where token_hash is not null".formatted(schema, table))) {
                    while (rows.next()) {
                        byte[] hash = rows.getBytes(1);
                        found.add(HexFormat.of().formatHex(hash));
                        found.add(Base64.getEncoder().encodeToString(hash));
                        found.add(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
                    }
                }
            }
            try (var rows = statement.executeQuery(
                    "select password_hash from \"%s\".agent where password_hash is not null".formatted(schema))) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    private Visitor browser(Desk desk, Role role) {
        return SIGNED_IN.computeIfAbsent(desk.host() + role, any -> {
            var browser = browsers.at(desk.host());
            browser.signIn(desk.person(role).email(), People.PASSWORD, "/profile");
            return new Visitor(http, desk.host())
                    .with(
                            HttpHeaders.COOKIE,
                            "lodge_session=" + browser.cookie("lodge_session").getValue());
        });
    }
}
