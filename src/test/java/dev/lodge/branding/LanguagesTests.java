package dev.lodge.branding;

import static dev.lodge.schema.tenant.Tables.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Locales;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.TenantLocales;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.Tenants;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LodgeTest
@Import(People.class)
class LanguagesTests {

    private static final String HERE = "http://polyglot.localhost";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private TenantRegistry registry;

    @Autowired
    private TenantLocales locales;

    @Autowired
    private TenantDatabase database;

    private Tenant desk;
    private Somebody mia;

    @BeforeEach
    void aDeskThatSpeaksEnglish() {
        desk = cast.tenant("polyglot", "Polyglot");
        cast.tenant("monoglot", "Monoglot");
        Tenants.run(now(), () -> locales.change(Locales.DEFAULT, now().locales()));
        mia = people.somebody(now(), "Mia Lindqvist", Role.OWNER);
    }

    @Test
    void whatTheDeskOffersVisitorsMayChooseFrom() {
        assertThat(save("de", "Europe/Stockholm", "UTC", "ar", "en")).hasStatus(303);

        assertThat(now().locales())
                .isEqualTo(new Locales(
                        List.of(Locale.GERMAN, Locale.ENGLISH, Locale.of("ar")), ZoneId.of("Europe/Stockholm")));
        assertThat(visit("/signin"))
                .bodyText()
                .contains("<html lang=\"de\" dir=\"ltr\"", "/language/ar?next=%2Fsignin", "العربية")
                .doesNotContain("Français");
        assertThat(http.get().uri("http://monoglot.localhost/signin"))
                .bodyText()
                .contains("<html lang=\"en\"")
                .doesNotContain("/language/");
    }

    @Test
    void aChoiceIsRememberedOnThisHostAndLeadsBack() {
        save("en", "UTC", "UTC", "ar");
        MvcTestResult chosen = visit("/language/ar?next=%2Fsignin");

        assertThat(chosen).hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/signin");
        var cookie = chosen.getResponse().getCookie("lodge_language");
        assertThat(cookie).extracting(Cookie::getValue).isEqualTo("ar");
        assertThat(http.get().uri(HERE + "/signin").cookie(cookie))
                .bodyText()
                .contains("<html lang=\"ar\" dir=\"rtl\"");
    }

    @Test
    void aChoiceLeadsToNoOtherHostAndIsOneOfThoseOffered() {
        save("en", "UTC", "UTC", "ar");
        assertThat(visit("/language/ar?next=//evil.example")).hasHeader(HttpHeaders.LOCATION, "/");
        assertThat(visit("/language/ar?next=https://evil.example")).hasHeader(HttpHeaders.LOCATION, "/");
        assertThat(visit("/language/ar?next=/a%0d%0aX:1")).hasHeader(HttpHeaders.LOCATION, "/");
        assertThat(visit("/language/fr")).hasStatus(404);
        assertThat(visit("/language/klingon")).hasStatus(404);
    }

    @Test
    void aChangeMadeOnOlderLanguagesIsShownNotSaved() {
        save("de", "UTC", "UTC");
        var refused = http.post()
                .uri(HERE + "/settings/languages")
                .header(HttpHeaders.AUTHORIZATION, mia.bearer())
                .param("language", "fr")
                .param("time_zone", "UTC")
                .param("seen", "en,UTC");

        assertThat(refused).hasStatus(412).bodyText().contains("somebody else changed");
        assertThat(now().locales().language()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void whatIsNoLanguageOrZoneIsRefusedAtItsField() {
        assertThat(save("tlh", "Mars/Olympus", "UTC")).hasStatus(422).bodyText().contains("id=\"language-error\"");
        assertThat(save("de", "UTC", "UTC", "xx")).hasStatus(422);
        assertThat(now().locales()).isEqualTo(Locales.DEFAULT);
    }

    @Test
    void agentsReadTheirOwnLanguageAndProgramsTheirs() {
        var lena = people.somebody(desk, "Lena Vogt", Role.AGENT);
        Tenants.run(
                desk,
                () -> database.sql()
                        .update(AGENT)
                        .set(AGENT.LOCALE, "de")
                        .where(AGENT.ID.eq(lena.id()))
                        .execute());

        assertThat(http.get()
                        .uri(HERE + "/tickets")
                        .header(HttpHeaders.AUTHORIZATION, lena.bearer())
                        .header("Accept-Language", "en"))
                .bodyText()
                .contains("<html lang=\"de\" dir=\"ltr\"", "Alle offenen");
        assertThat(http.get().uri(HERE + "/api/tickets/1").header("Accept-Language", "de-AT, en;q=0.5"))
                .hasStatus(401)
                .hasHeader(HttpHeaders.CONTENT_LANGUAGE, "de")
                .bodyText()
                .contains("Niemand ist angemeldet");
        assertThat(http.get().uri(HERE + "/api/tickets/1"))
                .hasHeader(HttpHeaders.CONTENT_LANGUAGE, "en")
                .bodyText()
                .contains("Nobody is signed in");
    }

    private MvcTestResult save(String language, String zone, String zoneBefore, String... offered) {
        String seen = String.join(
                ",",
                now().locales().languages().stream().map(Locale::toLanguageTag).toList());
        return http.post()
                .uri(HERE + "/settings/languages")
                .header(HttpHeaders.AUTHORIZATION, mia.bearer())
                .param("language", language)
                .param("offered", offered)
                .param("time_zone", zone)
                .param("seen", seen + "," + zoneBefore)
                .exchange();
    }

    private MvcTestResult visit(String path) {
        return http.get().uri(URI.create(HERE + path)).exchange();
    }

    private Tenant now() {
        return registry.bySlug(desk.slug()).orElseThrow();
    }
}
