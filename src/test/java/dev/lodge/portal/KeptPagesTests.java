package dev.lodge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Browsers.Browser;
import dev.lodge.accounts.Role;
import dev.lodge.portal.WritingDesk.Written;
import dev.lodge.tenancy.Locales;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantLocales;
import dev.lodge.tenancy.Tenants;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;

/** What browsers and caches may keep of a help center (RFC 9111), and when they are told that it changed. */
@LodgeTest
@Import(HelpCenter.class)
class KeptPagesTests {

    @Autowired
    HelpCenter help;

    @Autowired
    WritingDesk writing;

    @Autowired
    Cast cast;

    @Autowired
    TenantLocales locales;

    Tenant acme;
    Browser visitor;
    String subject;
    Written article;

    @BeforeEach
    void anArticleAtAcmeAndTheSameAtGlobex() {
        acme = help.acme();
        visitor = help.at(acme);
        subject = HelpCenter.subject();
        article = writing.publish(acme, subject, "Wax it twice a year.");
        writing.publish(help.globex(), subject, "Never wax it.");
    }

    @Test
    void allVisitorsReadTheSamePageWhichMayBeKeptAndIsAskedAfter() {
        var page = visitor.open(article.address());

        assertThat(page)
                .hasStatusOk()
                .headers()
                .hasValue(HttpHeaders.CACHE_CONTROL, "no-cache, public")
                .doesNotContainHeader(HttpHeaders.SET_COOKIE);
        assertThat(String.join(", ", page.getResponse().getHeaders(HttpHeaders.VARY)))
                .contains("Accept-Language", "Cookie");
        assertThat(page).bodyText().doesNotContain("_csrf", "csrf-token");
        assertThat(visitor.open(article.address(), HttpHeaders.IF_NONE_MATCH, tag()))
                .hasStatus(304)
                .body()
                .isEmpty();
        assertThat(help.at(help.globex()).open(article.address(), HttpHeaders.IF_NONE_MATCH, tag()))
                .as("the same address next door")
                .hasStatusOk();
    }

    @Test
    void whoeverIsSignedInReadsAPageThatNobodyElseIsGiven() {
        help.decide(acme, true, false, false);
        String tag = tag();

        for (Browser known : List.of(help.customer(acme, HelpCenter.address()), help.agent(acme, Role.OWNER))) {
            assertThat(known.open(article.address(), HttpHeaders.IF_NONE_MATCH, tag))
                    .hasStatusOk()
                    .headers()
                    .doesNotContainHeader(HttpHeaders.ETAG)
                    .hasHeaderSatisfying(
                            HttpHeaders.CACHE_CONTROL,
                            kept -> assertThat(kept.toString()).contains("no-store"));
        }
    }

    @Test
    void allThatStandsOnThePageMakesItAnother() {
        var shelf = writing.shelf(acme, Map.of("name", subject + " care"));
        var other = writing.publish(acme, subject + " other", "Read on.");

        changes(() -> writing.change(acme, article, Map.of("body", "Wax it monthly.")));
        changes(() -> writing.change(acme, article, Map.of("category", shelf.id())));
        changes(() -> writing.rename(acme, shelf, subject + " repair"));
        changes(() -> writing.change(acme, article, Map.of("related", List.of(other.id()))));
        changes(() -> writing.change(acme, other, Map.of("title", subject + " renamed")));
        changes(() -> writing.change(acme, other, Map.of("visibility", "agents")));
        changes(() -> writing.write(acme, Map.of("title", subject, "language", "de", "translation_of", article.id())));
    }

    @Test
    void theLanguagesAndTheZoneOfTheDeskMakeItAnother() {
        Tenant desk = cast.tenant("help-kept", "Kept");
        var zone = ZoneId.of("Pacific/Kiritimati".equals(desk.locales().zone().getId()) ? "UTC" : "Pacific/Kiritimati");
        visitor = help.at(desk);
        article = writing.publish(desk, subject, "Wax it twice a year.");

        changes(() -> Tenants.run(
                desk, () -> locales.change(new Locales(List.of(Locale.ENGLISH, Locale.GERMAN), zone), desk.locales())));
    }

    @Test
    void whatIsNoArticleForVisitorsIsKeptByNobody() {
        for (String path : List.of("/", "/help/search?q=wax", "/requests/suggestions?subject=wax", "/portal/signin")) {
            assertThat(visitor.get(path))
                    .headers()
                    .hasHeaderSatisfying(
                            HttpHeaders.CACHE_CONTROL,
                            kept -> assertThat(kept.toString()).contains("no-store"));
        }
        writing.change(acme, article, Map.of("visibility", "agents"));
        assertThat(visitor.open(article.address())).hasStatus(404).headers().doesNotContainHeader(HttpHeaders.ETAG);
    }

    @Test
    void anArticlePageIsSmall() {
        var page = visitor.open(article.address());

        assertThat(page.getResponse().getContentAsByteArray()).hasSizeLessThan(10_000);
    }

    @Test
    void piecesOfPagesCarryThePolicyOfPages() {
        String policy = visitor.open(article.address()).getResponse().getHeader("Content-Security-Policy");
        assertThat(policy).contains("script-src 'self'", "base-uri 'none'").doesNotContain("unsafe");

        for (var piece : List.of(
                visitor.open("/help/search?q=wax", "HX-Request", "true", "HX-Target", "found"),
                visitor.open("/requests/suggestions?subject=wax", "HX-Request", "true"),
                visitor.open(article.feedback() + "?read=true", "HX-Request", "true", "HX-Target", "vote"),
                visitor.get("/help/nowhere"),
                visitor.get("/sitemap.xml"))) {
            assertThat(piece.getResponse().getHeader("Content-Security-Policy")).isEqualTo(policy);
        }
    }

    private void changes(Runnable change) {
        String before = tag();
        change.run();
        assertThat(visitor.open(article.address(), HttpHeaders.IF_NONE_MATCH, before))
                .hasStatusOk();
    }

    private String tag() {
        return Objects.requireNonNull(
                visitor.open(article.address()).getResponse().getHeader(HttpHeaders.ETAG));
    }
}
