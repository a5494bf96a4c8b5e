package dev.lodge.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.portal.CustomerVisits;
import dev.lodge.portal.WritingDesk;
import dev.lodge.portal.WritingDesk.Written;
import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.Frontage;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What people write who mean harm, wherever pages show it, in a browser that would run it: nothing acts, nothing is asked of another
 * host, and no element of theirs is on the page.
 */
@LodgeTest
@EnabledIf("dev.lodge.journeys.InstalledBrowser#exists")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTests {

    private static final String HARM = """
            <script>window.harm=1</script>
            <img src=x onerror="window.harm=2">
            <svg onload="window.harm=3"><animate onbegin="window.harm=4" attributeName=x dur=1s></svg>
            <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.harm=5&gt;">
            <form><math><mtext></form><form><mglyph><style></math><img src onerror="window.harm=6">
            <scr<script>ipt>window.harm=7</scr</script>ipt>
            <style>body{display:none}</style><link rel=stylesheet href="https://evil.test/harm.css">
            <base href="https://evil.test/"><meta http-equiv=refresh content="0;url=https://evil.test/">
            <form action="https://evil.test/"><button formaction="javascript:window.harm=8">Sign in</button></form>
            <div hx-get="/harm" hx-trigger="load"></div><div data-hx-get="/harm" data-hx-trigger="load"></div>
            <iframe srcdoc="<script>parent.harm=9</script>"></iframe><object data="javascript:window.harm=10"></object>

            [harm](javascript:window.harm=11) [harm](JaVa&#115;cript:window.harm=12) [harm](data:text/html,<script>harm</script>)
            ![harm](https://evil.test/harm.png) ![harm](x"onerror="window.harm=13) <javascript:window.harm=14>
            [harm]: javascript:window.harm=15
            [harm][harm]

            ```"><script>window.harm=16</script>
            ```
            """;

    private static final String SHORT = "\"><img src=x onerror=window.harm=20><script>window.harm=21</script>";

    /** Where somebody else's words stand, nothing of this may be an element. */
    private static final String ELEMENTS =
            ":is(main, header, footer, aside) :is(script, style, link:not([href^='/']), meta, base, iframe:not([src^='/']),"
                    + " object, embed, math, animate, [onerror], [onload], [onbegin], [srcdoc], [hx-get='/harm'], [data-hx-get],"
                    + " [formaction]:not([formaction^='/']), [action^='http'], [href^='javascript' i], [href^='data' i], img[src='x'], img[src*='evil'])";

    @Autowired
    Cast cast;

    @Autowired
    WritingDesk writing;

    @Autowired
    CustomerVisits visits;

    @Autowired
    Brands brands;

    @LocalServerPort
    int port;

    Desk acme;
    Written article;
    WritingDesk.Shelf shelf;

    @BeforeAll
    void somebodyMeansHarm() {
        acme = cast.deskOfAcme(cast.tenant("harmed-acme", "Acme"));
        Tenant desk = acme.tenant();
        var labels = Map.of("de", Map.of("name", "Harm " + SHORT.substring(0, 60)));
        shelf = writing.shelf(
                desk, Map.of("name", "Harm <svg onload=window.harm=30>", "description", SHORT, "names", labels));
        var related = writing.publish(desk, "Harm next " + SHORT, HARM);
        article = writing.write(
                desk,
                Map.of(
                        "title", "Harm " + SHORT,
                        "body", "## Harm " + SHORT + "\n\n## Harm again\n\n" + HARM,
                        "category", shelf.id(),
                        "tags", List.of("<b onclick=harm>"),
                        "related", List.of(related.id())));
        writing.change(desk, article, Map.of("body", "## Harm " + SHORT + "\n\n## Harm again\n\nNew.\n\n" + HARM));
        var brand = new Frontage(SHORT, SHORT, Frontage.PLAIN.blocks(), List.of(), SHORT + " [harm](javascript:harm)");
        Tenants.run(desk, () -> {
            var branding = desk.branding();
            brands.change(
                    new Brands.Wish("Acme <script>window.harm=40</script>", branding.accent(), null, brand, Map.of()),
                    branding.version());
        });
    }

    @Test
    void nothingThatIsReadInAHelpCenterActs() {
        String words = URLEncoder.encode(SHORT, StandardCharsets.UTF_8);
        try (var visitor = Visitor.atADesk(acme.host(), port)) {
            var asked = listening(visitor);
            for (String path : List.of(
                    "/",
                    "/help/" + shelf.slug(),
                    article.address(),
                    article.feedback(),
                    "/help/search?q=harm",
                    "/help/search?q=" + words,
                    "/help/" + words,
                    "/portal/signin?next=" + words)) {
                visitor.goTo(path);
                isInert(visitor, asked);
            }
            visitor.goTo(article.address());
            visitor.find("#vote button").first().waitFor();
            isInert(visitor, asked);
        }
    }

    @Test
    void nothingThatIsFoundWhileOneTypesActs() {
        try (var visitor = Visitor.atADesk(acme.host(), port)) {
            var asked = listening(visitor);
            visitor.goTo("/");
            visitor.find("input[type=search]").fill(SHORT);
            visitor.find("#found")
                    .getByText("Nothing fits")
                    .or(visitor.find("#found a"))
                    .first()
                    .waitFor();
            visitor.find("input[type=search]").fill("harm next");
            assertThat(visitor.find("#found mark").first()).isVisible();
            isInert(visitor, asked);
        }
    }

    @Test
    void nothingThatACustomerWritesActsForAnybody() {
        try (var customer = Visitor.atADesk(acme.host(), port);
                var agent = Visitor.atADesk(acme.host(), port)) {
            var cookie = visits.signIn(acme.tenant(), acme.customer());
            customer.keep(cookie.getName(), cookie.getValue());
            var asked = listening(customer);
            customer.goTo("/portal/profile");
            customer.fill("Name", "Harm <img src=x onerror=window.harm=50>");
            customer.press("Save");
            customer.sees("Your profile is saved.");
            customer.goTo("/requests/new?article=" + article.id());
            customer.find("#subject").pressSequentially("Harm " + SHORT);
            customer.find("#suggestions a").first().waitFor();
            customer.fill("What happened?", HARM);
            isInert(customer, asked);
            customer.press("Send request");
            customer.sees("Your request has arrived.");
            isInert(customer, asked);
            String request = URI.create(customer.page().url()).getPath();
            customer.fill("Your answer", HARM);
            customer.press("Send");
            customer.sees("Your answer has arrived.");
            isInert(customer, asked);
            customer.goTo("/requests");
            isInert(customer, asked);

            agent.signIn(acme.person(Role.OWNER).email(), People.PASSWORD);
            var seen = listening(agent);
            for (String path :
                    List.of(request.replace("requests", "tickets"), "/tickets", "/customers/" + acme.customer())) {
                agent.goTo(path);
                isInert(agent, seen);
            }
        }
    }

    @Test
    void nothingThatWasWrittenActsWhereItIsWritten() {
        try (var agent = Visitor.atADesk(acme.host(), port)) {
            agent.signIn(acme.person(Role.OWNER).email(), People.PASSWORD);
            var asked = listening(agent);
            for (String path : List.of(
                    "/knowledge",
                    "/knowledge?search=harm",
                    "/knowledge/" + article.id(),
                    "/knowledge/" + article.id() + "/versions",
                    "/knowledge/categories",
                    "/knowledge/categories/" + shelf.id(),
                    "/settings/branding")) {
                agent.goTo(path);
                isInert(agent, asked);
            }
            agent.goTo("/knowledge/new");
            agent.fill("Text", HARM);
            assertThat(agent.find("#preview")).containsText("window.harm=1");
            isInert(agent, asked);
        }
    }

    /** Hosts that the browser asks something of from now on. */
    private static Set<String> listening(Visitor visitor) {
        Set<String> hosts = ConcurrentHashMap.newKeySet();
        visitor.page().onRequest(request -> {
            if (!request.url().startsWith("data:")) {
                hosts.add(URI.create(request.url()).getHost());
            }
        });
        visitor.page().onDialog(dialog -> {
            hosts.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        return hosts;
    }

    private void isInert(Visitor visitor, Set<String> asked) {
        assertThat(visitor.page().evaluate("() => window.harm ?? 'none'"))
                .as("what ran on %s", visitor.page().url())
                .isEqualTo("none");
        assertThat(visitor.page()
                        .evaluate(
                                "elements => [...document.querySelectorAll(elements)].map(element => element.outerHTML)",
                                ELEMENTS))
                .as("elements on %s", visitor.page().url())
                .isEqualTo(List.of());
        assertThat(asked).as("hosts that %s asks", visitor.page().url()).containsOnly(acme.host());
        visitor.findsNothingToComplainOf();
    }
}
