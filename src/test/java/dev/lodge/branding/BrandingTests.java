package dev.lodge.branding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        assertThat(get("/settings/branding/preview?name=Try&accent_text=ff00aa", mia))
                .bodyText()
                .contains("accent=ff00aa", "Try")
                .doesNotContain("<html");
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
                .uri(java.net.URI.create(host + path.replace("}", "%7D").replace("{", "%7B")))
                .header(HttpHeaders.AUTHORIZATION, who.bearer())
                .exchange();
    }

    private long version() {
        return registry.bySlug(desk.slug()).orElseThrow().branding().version();
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
