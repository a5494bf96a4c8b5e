package dev.lodge.branding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LodgeTest
class BrandApiTests {

    private static final String BODY = """
            {"name": "Acme Outdoor", "accent": "#1A7F4E", "support_address": "help@acme.example",
             "welcome_title": "Good gear", "welcome_lead": "", "footer": "Acme AB",
             "header_links": [{"label": "Shop", "address": "%s"}], "home_blocks": ["search", "contact"]}""";

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    private Somebody mia;

    @BeforeEach
    void aDeskOfItsOwn() {
        Tenant desk = cast.tenant("branded-by-api", "Branded");
        cast.globex();
        mia = people.somebody(desk, "Mia Lindqvist", Role.OWNER);
    }

    @Test
    void theBrandIsReplacedAndRead() {
        assertThat(put(BODY.formatted("https://shop.acme.example/"), null))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.accent", value -> value.assertThat().isEqualTo("#1a7f4e"))
                .hasPathSatisfying(
                        "$.home_blocks[1]", value -> value.assertThat().isEqualTo("contact"));

        assertThat(get()).bodyText().contains("\"label\":\"Shop\"", "Good gear", "Acme AB");
        assertThat(http.get().uri("http://globex.localhost/signin").exchange())
                .bodyText()
                .doesNotContain("Acme Outdoor");
    }

    @Test
    void aStaleTagIsRefusedAndChangesNothing() {
        String tag = get().getResponse().getHeader(HttpHeaders.ETAG);
        assertThat(put(BODY.formatted("/shop"), tag)).hasStatusOk();

        assertThat(put(BODY.formatted("/other"), tag)).hasStatus(412);

        assertThat(get()).bodyText().contains("\"/shop\"").doesNotContain("/other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " jAvAsCrIpT:alert(1)",
                "java\\tscript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "/\\\\evil.example",
                "https://",
                "ftp://acme.example/",
                "mailto:a@b.example?body=x",
                "https://acme.example@evil.example/"
            })
    void onlyHarmlessAddressesAreLinked(String address) {
        assertThat(put(BODY.formatted(address), null)).hasStatus(400);
    }

    @Test
    void aBlockTwiceOrUnknownIsRefused() {
        assertThat(put(BODY.formatted("/").replace("\"contact\"", "\"search\""), null))
                .hasStatus(400)
                .bodyText()
                .contains("home_blocks");
        assertThat(put(BODY.formatted("/").replace("\"contact\"", "\"banner\""), null))
                .hasStatus(400);
    }

    private MvcTestResult put(String body, @Nullable String tag) {
        var request = http.put()
                .uri("http://branded-by-api.localhost/api/branding/")
                .header(HttpHeaders.AUTHORIZATION, mia.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (tag == null ? request : request.header(HttpHeaders.IF_MATCH, tag)).exchange();
    }

    private MvcTestResult get() {
        return http.get()
                .uri("http://branded-by-api.localhost/api/branding/")
                .header(HttpHeaders.AUTHORIZATION, mia.bearer())
                .exchange();
    }
}
