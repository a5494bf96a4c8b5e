package dev.lodge.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.platform.OperatorVisit;
import dev.lodge.platform.Operators;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantSlug;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LodgeTest
class TenantPagesTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    Operators operators;

    @Autowired
    Cast cast;

    @Autowired
    TenantRegistry registry;

    OperatorVisit visit;

    @BeforeEach
    void signIn() {
        cast.acme();
        cast.globex();
        String email = UUID.randomUUID() + "@lodge.example";
        operators.create(email, "Nora Kessler", "a long enough password");
        visit = new OperatorVisit(http).signIn(email, "a long enough password");
    }

    @Test
    void theListFindsTenantsByNameSlugAndHost() {
        cast.tenant("wayne", "Wayne Enterprises");

        assertThat(visit.look("/operator/tenants?search=enterp"))
                .bodyText()
                .contains("Wayne")
                .doesNotContain("Globex");
        assertThat(visit.look("/operator/tenants?search=WAYNE")).bodyText().contains("Wayne");
        assertThat(visit.look("/operator/tenants?search=wayne.local"))
                .bodyText()
                .contains("Wayne");
        assertThat(visit.look("/operator/tenants?search=100%25"))
                .hasStatusOk()
                .bodyText()
                .contains("No tenant fits");
    }

    @Test
    void anUnknownFilterIsRefusedByName() {
        assertThat(visit.look("/operator/tenants?plan=big")).hasStatus(400);
    }

    @Test
    void aNewTenantShowsItsOwnersLinkOnce() {
        var form = Map.of("name", "Tyrell", "slug", "tyrell", "domain", "", "email", "eldon@tyrell.example");

        assertThat(visit.send("/operator/tenants", form))
                .hasStatusOk()
                .bodyText()
                .containsPattern("http://tyrell\\.localhost[^\"]*/invitation/[A-Za-z0-9_-]{43}");
        assertThat(visit.look("/operator/tenants/tyrell"))
                .hasStatusOk()
                .bodyText()
                .contains("Created", "Nora Kessler")
                .doesNotContain("/invitation/");
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndNothingIsMade() {
        var form = Map.of("name", "", "slug", "-", "domain", "not a host", "email", "nobody");

        assertThat(visit.send("/operator/tenants", form))
                .hasStatus(422)
                .bodyText()
                .contains("name-error", "slug-error", "domain-error", "email-error");
    }

    @Test
    void theFirstFieldThatIsWrongHasTheFocus() {
        assertThat(visit.look("/operator/tenants/new")).bodyText().containsPattern(focusOn("name"));
        assertThat(visit.send("/operator/tenants", Map.of("name", "A", "slug", "acme", "email", "a@b.example")))
                .bodyText()
                .containsPattern(focusOn("slug"))
                .doesNotContainPattern(focusOn("name"));
        assertThat(visit.send("/operator/tenants", Map.of("name", "", "slug", "-", "email", "nobody")))
                .bodyText()
                .containsPattern(focusOn("name"))
                .containsOnlyOnce("autofocus");
    }

    private static String focusOn(String field) {
        return "<input[^>]* id=\"%s\"[^>]* autofocus".formatted(field);
    }

    @Test
    void aTakenSlugAndATakenHostStandAtTheirFields() {
        assertThat(visit.send("/operator/tenants", Map.of("name", "A", "slug", "acme", "email", "a@b.example")))
                .hasStatus(422)
                .bodyText()
                .contains("slug-error");
        assertThat(visit.send(
                        "/operator/tenants",
                        Map.of("name", "A", "slug", "cyberdyne", "domain", "acme.localhost", "email", "a@b.example")))
                .hasStatus(422)
                .bodyText()
                .contains("domain-error");
        assertThat(registry.bySlug(TenantSlug.of("cyberdyne"))).isEmpty();
    }

    @Test
    void suspendingTakesAReasonAndBothActsAreRecorded() {
        cast.tenant("oscorp", "Oscorp");

        assertThat(visit.send("/operator/tenants/oscorp/suspend", Map.of("reason", "  ")))
                .hasStatus(422)
                .bodyText()
                .contains("reason-error");
        assertThat(visit.send("/operator/tenants/oscorp/suspend", Map.of("reason", "Unpaid since March")))
                .hasStatus(303);
        assertThat(visit.look("/operator/tenants/oscorp")).bodyText().contains("Unpaid since March");
        assertThat(visit.send("/operator/tenants/oscorp/resume", Map.of())).hasStatus(303);

        assertThat(visit.look("/operator/tenants/oscorp")).bodyText().contains("Suspended", "Resumed", "Nora Kessler");
    }

    @Test
    void domainsAreAddedMadePrimaryAndRemoved() {
        cast.tenant("massive", "Massive Dynamic");
        String page = "/operator/tenants/massive";

        assertThat(visit.send(page + "/domains", Map.of("host", "help.massive.example")))
                .hasStatus(303);
        assertThat(visit.send(page + "/domains", Map.of("host", "acme.localhost")))
                .hasStatus(422);
        assertThat(visit.send(page + "/domains/massive.localhost/remove", Map.of()))
                .hasStatus(409);
        assertThat(visit.send(page + "/domains/help.massive.example/primary", Map.of()))
                .hasStatus(303);
        assertThat(visit.send(page + "/domains/massive.localhost/remove", Map.of()))
                .hasStatus(303);

        assertThat(registry.bySlug(TenantSlug.of("massive"))
                        .orElseThrow()
                        .primaryHost()
                        .value())
                .isEqualTo("help.massive.example");
    }

    @Test
    void anotherTenantsDomainIsNotFoundOnThisOnesPage() {
        assertThat(visit.send("/operator/tenants/globex/domains/acme.localhost/remove", Map.of()))
                .hasStatus(404);
    }

    @Test
    void aNameThatLooksLikeMarkupIsText() {
        cast.tenant("markup", "<script>alert(1)</script>");

        assertThat(visit.look("/operator/tenants?search=markup"))
                .bodyText()
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }
}
