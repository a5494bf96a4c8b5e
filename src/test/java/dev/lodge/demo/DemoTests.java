package dev.lodge.demo;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static dev.lodge.schema.tenant.Tables.ARTICLE;
import static dev.lodge.schema.tenant.Tables.CLOCK;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.jobs.DueWork;
import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantSlug;
import dev.lodge.tenancy.Tenants;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@LodgeTest
class DemoTests {

    @Autowired
    Demo demo;

    @Autowired
    Loading loading;

    @Autowired
    Cast cast;

    @Autowired
    TenantRegistry registry;

    @Autowired
    DueWork work;

    @Autowired
    TenantDatabase database;

    @ParameterizedTest
    @CsvSource({"acme, whole-acme, #1f7a52", "globex, whole-globex, #5b5bf0"})
    void aDeskIsCreatedWholeAndLeftAloneTheSecondTime(String file, String slug, String accent) {
        Desk desk = Desk.of(file);

        Demo.Outcome first = demo.create(TenantSlug.of(slug), desk);
        Tenants.run(
                first.tenant(),
                () -> database.sql().update(TICKET).set(TICKET.SUBJECT, "Mine").execute());
        Demo.Outcome second = demo.create(TenantSlug.of(slug), desk);

        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.tenant().branding().accent()).isEqualTo(accent);
        assertThat(subjects(second.tenant())).containsExactly("Mine");
        assertThat(Tenants.in(second.tenant(), () -> database.sql().fetchCount(TICKET)))
                .isEqualTo(desk.tickets().size());
        assertThat(Tenants.in(second.tenant(), () -> loading.withDemoPassword(desk)))
                .isPresent();
    }

    @Test
    void everyStatusAndEveryPersonIsThere() {
        Tenant tenant = demo.create(TenantSlug.of("demo-acme"), Desk.of("acme")).tenant();

        Set<String> statuses = Tenants.in(
                tenant, () -> database.sql().select(TICKET.STATUS).from(TICKET).fetchSet(TICKET.STATUS));
        int gone = Tenants.in(tenant, () -> database.sql().fetchCount(AGENT, AGENT.ACTIVE.isFalse()));

        assertThat(statuses).containsExactlyInAnyOrder("new", "open", "pending", "on_hold", "solved", "closed");
        assertThat(gone).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"acme, demo-acme", "globex, demo-globex"})
    void clocksStandInEveryWay(String file, String slug) {
        Tenant tenant = demo.create(TenantSlug.of(slug), Desk.of(file)).tenant();
        work.run(tenant);

        Set<String> statuses = Tenants.in(
                tenant,
                () -> database.sql().selectDistinct(CLOCK.STATUS).from(CLOCK).fetchSet(CLOCK.STATUS));

        assertThat(statuses).containsExactlyInAnyOrder("running", "paused", "met", "breached", "cancelled");
    }

    @Test
    void aTenantThatPeopleMadeUnderADemosNameIsNotTouched() {
        Tenant acme = cast.acme();

        assertThat(demo.create()).anySatisfy(outcome -> {
            assertThat(outcome.tenant()).isEqualTo(acme);
            assertThat(outcome.created()).isFalse();
        });
        assertThat(registry.byId(acme.id()).orElseThrow().branding()).isEqualTo(acme.branding());
        assertThat(Tenants.in(acme, () -> database.sql().fetchCount(ARTICLE, ARTICLE.SLUG.eq("track-an-order"))))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"acme, demo-acme, hannah@ridgeline.example", "globex, demo-globex, clara@kestlerowe.example"})
    void aCustomerHasThePasswordToo(String file, String slug, String email) {
        Tenant tenant = demo.create(TenantSlug.of(slug), Desk.of(file)).tenant();

        assertThat(Tenants.in(
                        tenant,
                        () -> loading.customersWithDemoPassword(Desk.of(file)).toList()))
                .containsExactly(email);
    }

    @Test
    void theTwoDesksLookDifferent() {
        var acme = demo.create(TenantSlug.of("demo-acme"), Desk.of("acme"))
                .tenant()
                .id();
        var globex = demo.create(TenantSlug.of("demo-globex"), Desk.of("globex"))
                .tenant()
                .id();

        var brands = Stream.of(acme, globex)
                .map(id -> registry.byId(id).orElseThrow())
                .toList();

        assertThat(brands).allSatisfy(tenant -> {
            assertThat(tenant.locales().languages()).containsExactly(Locale.ENGLISH, Locale.GERMAN);
            assertThat(tenant.branding().pictures()).contains(BrandPicture.LOGO, BrandPicture.FAVICON);
        });
        assertThat(brands).extracting(tenant -> tenant.branding().frontage()).doesNotHaveDuplicates();
        assertThat(brands)
                .extracting(tenant -> tenant.locales().zone().getId())
                .containsExactly("Europe/Stockholm", "Europe/London");
    }

    private Set<String> subjects(Tenant tenant) {
        return Tenants.in(
                tenant,
                () -> database.sql().selectDistinct(TICKET.SUBJECT).from(TICKET).fetchSet(TICKET.SUBJECT));
    }
}
