package dev.lodge.branding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.BrandLink;
import dev.lodge.tenancy.HomeBlock;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LodgeTest
@Import(People.class)
class BrandingTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private TenantRegistry registry;

    private Tenant desk;
    private Somebody mia;

    @BeforeEach
    void aDeskOfItsOwn() {
        desk = cast.tenant("branded", "Branded");
        cast.globex();
        mia = people.somebody(desk, "Mia Lindqvist", Role.OWNER);
    }

    @Test
    void nameColourAndAddressShowEverywhereAtOnce() {
        assertThat(save("Acme Outdoor", "#1A7F4E", "help@acme.example", version(), null))
                .hasStatus(303);

        assertThat(get("/settings/branding", mia)).hasStatusOk().bodyText().contains("Acme Outdoor", "#1a7f4e");
        assertThat(get("/theme.css", mia)).bodyText().contains("#1a7f4e");
        assertThat(get("http://globex.localhost", "/theme.css", mia)).bodyText().doesNotContain("#1a7f4e");
    }

    @Test
    void aLogoIsServedAsWhatItIs() throws IOException {
        assertThat(save("Branded", "#1a7f4e", "", version(), picture("png", 64, 64)))
                .hasStatus(303);

        assertThat(get("/logo?v=" + registry.bySlug(desk.slug()).orElseThrow().id() + "-" + version(), mia))
                .hasStatusOk()
                .hasHeader(HttpHeaders.CONTENT_TYPE, "image/png")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefusedAtItsField() throws IOException {
        long version = version();
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        var tooLarge = Arrays.copyOf(picture("png", 8, 8), 256 * 1024 + 1);

        assertThat(save("Branded", "#1a7f4e", "", version, svg))
                .hasStatus(422)
                .bodyText()
                .contains("SVG pictures can hold scripts");
        assertThat(save("Branded", "#1a7f4e", "", version, "GIF by name".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422);
        assertThat(save("Branded", "#1a7f4e", "", version, tooLarge))
                .hasStatus(422)
                .bodyText()
                .contains("larger than 256 kB");
        assertThat(save("Branded", "#1a7f4e", "", version, picture("png", 2049, 1)))
                .hasStatus(422)
                .bodyText()
                .contains("2,048 pixels");
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndIsKept() {
        assertThat(save(" ", "greenish", "nobody", version(), null))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "id=\"name-error\"",
                        "id=\"accent_text-error\"",
                        "value=\"greenish\"",
                        "id=\"support_address-error\"");
    }

    @Test
    void aChangeMadeOnAnOlderBrandIsShownNotSaved() {
        long seen = version();
        save("First", "#1a7f4e", "", seen, null);

        assertThat(save("Second", "#aa0000", "", seen, null))
                .hasStatus(412)
                .bodyText()
                .contains("l-banner-warn", "The name is now First", "value=\"Second\"");
    }

    @Test
    void thePreviewColoursOnlyItself() {
        assertThat(get("/settings/branding/preview.css?accent=ff00aa", mia))
                .hasStatusOk()
                .bodyText()
                .isEqualTo(".l-preview{--tenant-accent:#ff00aa}");
        assertThat(get("/settings/branding/preview.css?accent=red}*{", mia)).hasStatus(404);
        assertThat(preview("preview"))
                .hasStatusOk()
                .bodyText()
                .contains("accent=ff00aa", "Try", "hx-swap-oob")
                .doesNotContain("<html");
    }

    @Test
    void withoutAScriptThePreviewIsThePageWithWhatWasWritten() {
        long before = version();

        assertThat(preview(null))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<html",
                        "value=\"Try\"",
                        "accent=ff00aa",
                        "Not saved yet",
                        "<span class=\"l-soft\">Shop</span>");
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void aColourThatIsCorrectedIsSaidToBe() {
        assertThat(http.post()
                        .uri("http://branded.localhost/settings/branding/preview")
                        .header(HttpHeaders.AUTHORIZATION, mia.bearer())
                        .param("accent_text", "#808080"))
                .bodyText()
                .contains("Buttons use a darker shade, #636363, so that white text is legible.");
    }

    @Test
    void theRealPageIsFramedAsItIsForWhoeverChoosesItsLooks() {
        assertThat(save("Branded", "#1a7f4e", "", version(), null)).hasStatus(303);
        var page = get("/settings/branding/preview/page", mia);

        assertThat(page)
                .hasStatusOk()
                .hasHeader("X-Frame-Options", "SAMEORIGIN")
                .bodyText()
                .contains("id=\"greeting\"", "/theme.css?draft=" + accent(), "data-bs-theme=\"light\"");
        assertThat(page.getResponse().getHeader("Content-Security-Policy")).contains("frame-ancestors 'self'");
        var priya = people.somebody(desk, "Priya Raman", Role.AGENT);
        assertThat(get("/settings/branding/preview/page", priya)).hasStatus(403).hasHeader("X-Frame-Options", "DENY");
        assertThat(http.post()
                        .uri("http://branded.localhost/settings/branding/preview/page")
                        .header(HttpHeaders.AUTHORIZATION, priya.bearer())
                        .param("name", "Try"))
                .hasStatus(403);
    }

    @Test
    void theRealPageShowsTheWholeDraftToWhoeverWroteItAndNothingOfItIsKept() throws IOException {
        assertThat(save("Branded", "#1a7f4e", "", version(), null)).hasStatus(303);
        long before = version();
        byte[] logo = picture("png", 41, 43);

        var page = draft().file("logo", logo)
                .param("welcome_title", "Good <gear>, sorted")
                .param("welcome_lead", "Within a day.")
                .param("footer", "Acme AB, [terms](/terms)")
                .param("link_label", "Shop")
                .param("link_address", "https://acme.example/")
                .param("blocks", "search", "contact")
                .exchange();

        assertThat(page)
                .hasStatusOk()
                .hasHeader("X-Frame-Options", "SAMEORIGIN")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate")
                .bodyText()
                .contains(
                        "Acme Outdoor",
                        "/theme.css?draft=ff00aa",
                        "Good &lt;gear&gt;, sorted",
                        "Within a day.",
                        "href=\"/terms\"",
                        "href=\"https://acme.example/\"",
                        "Not found what you need?",
                        "mailto:help@acme.example",
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(logo));
        assertThat(version()).isEqualTo(before);
        assertThat(get("/logo", mia).getResponse().getContentAsByteArray()).isNotEqualTo(logo);
        assertThat(http.get().uri("http://branded.localhost/"))
                .hasHeader("X-Frame-Options", "DENY")
                .bodyText()
                .doesNotContain("Acme Outdoor")
                .doesNotContain("ff00aa")
                .doesNotContain("sorted");
    }

    @Test
    void whereADraftIsWrongTheRealPageIsAsItWas() {
        assertThat(save("Branded", "#1a7f4e", "help@branded.example", version(), null))
                .hasStatus(303);

        assertThat(http.post()
                        .uri("http://branded.localhost/settings/branding/preview/page")
                        .header(HttpHeaders.AUTHORIZATION, mia.bearer())
                        .multipart()
                        .file("logo", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8))
                        .param("name", " ")
                        .param("accent_text", "red;}")
                        .param("support_address", "nobody")
                        .param("welcome_title", "x".repeat(121))
                        .param("link_label", "Bad")
                        .param("link_address", "javascript:alert(1)")
                        .param("blocks", "contact"))
                .hasStatusOk()
                .bodyText()
                .contains("Branded", "/theme.css?draft=" + accent(), "mailto:help@branded.example")
                .doesNotContain("javascript:alert")
                .doesNotContain("svg onload")
                .doesNotContain("xxxxx");
    }

    @Test
    void noOtherPageIsShownInADraftOrInAFrame() {
        for (String path : List.of("/", "/tickets", "/portal/signin", "/settings/branding")) {
            assertThat(get(path + "?draft=ff00aa", mia))
                    .hasHeader("X-Frame-Options", "DENY")
                    .bodyText()
                    .doesNotContain("/theme.css?draft=ff00aa");
        }
    }

    @Test
    void theThemeOfADraftIsNobodyElses() {
        assertThat(get("/theme.css?draft=ff00aa", mia))
                .hasHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .bodyText()
                .contains("#ff00aa");
        assertThat(get("/theme.css", mia)).bodyText().doesNotContain("#ff00aa");
        assertThat(get("/theme.css?draft=red;}", mia)).bodyText().doesNotContain("red");
    }

    @Test
    void eachGroundHasItsLogoAndTheTabItsIcon() throws IOException {
        byte[] light = picture("png", 64, 64);
        byte[] dark = picture("png", 48, 48);
        byte[] icon = picture("png", 32, 32);
        assertThat(form(version())
                        .file("logo", light)
                        .file("logo_dark", dark)
                        .file("favicon", icon)
                        .exchange())
                .hasStatus(303);

        assertThat(get("/logo", mia).getResponse().getContentAsByteArray()).isEqualTo(light);
        assertThat(get("/logo?dark", mia).getResponse().getContentAsByteArray()).isEqualTo(dark);
        var tab = get("/favicon.ico", mia);
        assertThat(tab.getResponse().getContentAsByteArray()).isEqualTo(icon);
        assertThat(tab).hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        assertThat(http.get()
                        .uri("http://branded.localhost/favicon.ico")
                        .header(
                                HttpHeaders.IF_NONE_MATCH,
                                String.valueOf(tab.getResponse().getHeader(HttpHeaders.ETAG))))
                .hasStatus(304);
        assertThat(get("http://globex.localhost", "/logo?dark", mia)).hasStatus(404);
        assertThat(get("http://globex.localhost", "/favicon.ico", mia)).hasStatus(302);

        assertThat(form(version()).param("remove_logo_dark", "true").exchange()).hasStatus(303);
        assertThat(get("/logo?dark", mia).getResponse().getContentAsByteArray()).isEqualTo(light);
    }

    @Test
    void aPictureBehindTheSearchIsMadeAnewAndShownOnTheFirstPageAlone() throws IOException {
        byte[] brought = picture("png", 2_400, 300);
        assertThat(form(version()).file("hero", brought).exchange()).hasStatus(303);

        var front = http.get().uri("http://branded.localhost/").exchange();
        assertThat(front).bodyText().contains("l-hero-pictured", "<img src=\"/hero?v=");
        var kept = get("/hero", mia);
        assertThat(kept).hasStatusOk().hasHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.getResponse().getContentAsByteArray())))
                .satisfies(made -> {
                    assertThat(made.getWidth()).isEqualTo(1_920);
                    assertThat(made.getHeight()).isEqualTo(240);
                });
        assertThat(http.get().uri("http://branded.localhost/help/search"))
                .bodyText()
                .doesNotContain("/hero?v=");
        assertThat(get("http://globex.localhost", "/hero", mia)).hasStatus(404);

        assertThat(form(version()).param("remove_hero", "true").exchange()).hasStatus(303);
        assertThat(get("/hero", mia)).hasStatus(404);
        assertThat(http.get().uri("http://branded.localhost/")).bodyText().doesNotContain("l-hero-pictured");
    }

    @Test
    void whatCannotBeMadeAPictureBehindTheSearchIsRefusedAtItsField() throws IOException {
        long version = version();
        byte[] cut = Arrays.copyOf(picture("png", 900, 900), 200);
        for (byte[] unfit : List.of("RIFF....WEBPVP8 ".getBytes(StandardCharsets.UTF_8), cut, picture("gif", 9, 9))) {
            assertThat(form(version).file("hero", unfit).exchange())
                    .hasStatus(422)
                    .bodyText()
                    .contains("id=\"hero-error\"");
        }
        assertThat(form(version).file("hero", new byte[5 * 1024 * 1024 + 1]).exchange())
                .hasStatus(422)
                .bodyText()
                .contains("larger than 5 MB");
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void linksBlocksAndWordsAreKeptAndCheckedAtTheirFields() {
        assertThat(form(version())
                        .param("welcome_title", "Good gear, sorted quickly.")
                        .param("footer", "Acme AB <b>&amp;</b>")
                        .param("link_label", "Shop", "", "Bad")
                        .param("link_address", "https://acme.example/", "", "javascript:alert(1)")
                        .param("blocks", "contact", "search", "search")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("id=\"header_links[2]-error\"", "id=\"home_blocks-error\"", "&lt;b&gt;&amp;amp;&lt;/b&gt;")
                .doesNotContain("href=\"javascript");

        assertThat(form(version())
                        .param("welcome_title", "Good gear, sorted quickly.")
                        .param("link_label", "Shop")
                        .param("link_address", "https://acme.example/")
                        .param("blocks", "contact", "", "search")
                        .exchange())
                .hasStatus(303);
        var front = registry.bySlug(desk.slug()).orElseThrow().branding().frontage();
        assertThat(front.title()).isEqualTo("Good gear, sorted quickly.");
        assertThat(front.links()).containsExactly(new BrandLink("Shop", "https://acme.example/"));
        assertThat(front.blocks()).containsExactly(HomeBlock.CONTACT, HomeBlock.SEARCH);
    }

    @Test
    void nothingOfABrandIsSeenAtAnotherHostNotEvenInErrors() {
        cast.globex();
        assertThat(save("Zebrawood", "#bada55", "zebra@acme.example", version(), null))
                .hasStatus(303);

        for (String host : new String[] {"globex.localhost", "localhost", "nobody.localhost"}) {
            for (String path : new String[] {"/no-such-page", "/signin", "/theme.css", "/api/branding/", "/logo"}) {
                var answer = http.get().uri("http://" + host + path).exchange();
                assertThat(answer)
                        .as(host + path)
                        .bodyText()
                        .doesNotContain("Zebrawood")
                        .doesNotContain("#bada55")
                        .doesNotContain("zebra@");
            }
        }
        assertThat(http.get().uri("http://branded.localhost/no-such-page").exchange())
                .bodyText()
                .contains("Zebrawood");
    }

    private MvcTestResult preview(@Nullable String part) {
        var request = http.post()
                .uri("http://branded.localhost/settings/branding/preview")
                .header(HttpHeaders.AUTHORIZATION, mia.bearer())
                .param("name", "Try")
                .param("accent_text", "ff00aa")
                .param("link_label", "Shop")
                .param("link_address", "https://acme.example/");
        return (part == null ? request : request.header("HX-Request", "true").header("HX-Target", part)).exchange();
    }

    private MockMvcTester.MockMultipartMvcRequestBuilder draft() {
        return http.post()
                .uri("http://branded.localhost/settings/branding/preview/page")
                .header(HttpHeaders.AUTHORIZATION, mia.bearer())
                .multipart()
                .param("name", "Acme Outdoor")
                .param("accent", "#1a7f4e")
                .param("accent_text", "#ff00aa")
                .param("support_address", "help@acme.example");
    }

    /** A form with nothing but what must be in it. */
    private MockMvcTester.MockMultipartMvcRequestBuilder form(long version) {
        return http.post()
                .uri("http://branded.localhost/settings/branding")
                .header(HttpHeaders.AUTHORIZATION, mia.bearer())
                .multipart()
                .param("name", "Branded")
                .param("accent", "#1a7f4e")
                .param("accent_text", "#1a7f4e")
                .param("version", Long.toString(version));
    }

    @Test
    void onlyThoseWhoMayManageBrandingSeeIt() {
        var agent = people.somebody(desk, "Tom Okafor", Role.AGENT);

        assertThat(get("/settings/branding", agent)).hasStatus(403);
        assertThat(http.post()
                        .uri("http://branded.localhost/settings/branding")
                        .header(HttpHeaders.AUTHORIZATION, agent.bearer())
                        .param("name", "Mine"))
                .hasStatus(403);
    }

    private MvcTestResult save(String name, String accent, String address, long version, byte @Nullable [] logo) {
        var request = http.post()
                .uri("http://branded.localhost/settings/branding")
                .header(HttpHeaders.AUTHORIZATION, mia.bearer())
                .multipart()
                .param("name", name)
                .param("accent", "#000000")
                .param("accent_text", accent)
                .param("support_address", address)
                .param("version", Long.toString(version));
        if (logo != null) {
            request.file("logo", logo);
        }
        return request.exchange();
    }

    private MvcTestResult get(String path, Somebody who) {
        return get("http://branded.localhost", path, who);
    }

    private MvcTestResult get(String host, String path, Somebody who) {
        return http.get()
                .uri(java.net.URI.create(
                        host + path.replace("}", "%7D").replace("{", "%7B").replace(";", "%3B")))
                .header(HttpHeaders.AUTHORIZATION, who.bearer())
                .exchange();
    }

    private long version() {
        return registry.bySlug(desk.slug()).orElseThrow().branding().version();
    }

    private String accent() {
        return registry.bySlug(desk.slug()).orElseThrow().branding().accent().substring(1);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
