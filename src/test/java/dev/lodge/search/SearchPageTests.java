package dev.lodge.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** One field for all that a desk has, with the desk next door having much the same. */
@LodgeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPageTests {

    @Autowired
    Cast cast;

    @Autowired
    MockMvcTester http;

    Desk acme;
    Desk globex;

    @BeforeAll
    void twoDesksAtWork() {
        acme = cast.deskOfAcme(cast.tenant("search-page-acme", "Acme"));
        globex = cast.deskOfGlobex(cast.tenant("search-page-globex", "Globex"));
    }

    @Test
    void ticketsArticlesAndCustomersAreFoundTogether() {
        for (String typed : List.of("zipper", "zippre")) {
            assertThat(asks(acme, Role.AGENT, typed))
                    .hasStatusOk()
                    .bodyText()
                    .contains(
                            "href=\"/tickets/%d\"".formatted(acme.ticket()),
                            "href=\"/knowledge/%d\"".formatted(acme.shelf().article()));
        }
        assertThat(asks(acme, Role.AGENT, "ines"))
                .bodyText()
                .contains("href=\"/customers/%d\"".formatted(acme.customer()), "ines@search-page-acme.example")
                .doesNotContain("search-page-globex");
    }

    @Test
    void whatIsTypedIsAnsweredWithWhatWasFoundAlone() {
        assertThat(asks(acme, Role.AGENT, "zipper").header("HX-Request", "true").header("HX-Target", "found"))
                .hasStatusOk()
                .bodyText()
                .contains("Zipper stuck", "hx-swap-oob=\"true\"", "2 results")
                .doesNotContain("<!doctype html>", "id=\"rail\"");
    }

    @Test
    void aNumberThatIsEnteredLeadsToItsTicketAndOneThatIsTypedShowsIt() {
        String number = "#" + acme.ticket();

        assertThat(asks(acme, Role.AGENT, number)).hasStatusOk().bodyText().contains("Zipper stuck");
        assertThat(asks(acme, Role.AGENT, number).param("entered", "true"))
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/tickets/" + acme.ticket());
        assertThat(asks(acme, Role.AGENT, "999999999").param("entered", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing found");
    }

    @Test
    void whereTheWordsStandIsMarked() {
        assertThat(asks(globex, Role.LIGHT_AGENT, "wax"))
                .bodyText()
                .contains("href=\"/knowledge/%d\"".formatted(globex.shelf().article()), "<mark>Wax</mark>");
    }

    @Test
    void wordsAreShownAsWordsWhateverTheyAre() {
        String hostile = "\"><script>alert(1)</script>";

        assertThat(asks(acme, Role.AGENT, hostile))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert");
        assertThat(asks(acme, Role.AGENT, "x".repeat(5_000))).hasStatusOk();
        assertThat(http.get().uri("http://" + acme.host() + "/search?q=zipper")).hasStatus(303);
    }

    @Test
    void aListsSearchLeadsToThatOfEverything() {
        for (String list : List.of("/tickets", "/customers", "/knowledge")) {
            assertThat(get(acme, Role.AGENT, list + "?search=" + encoded("tent & pole")))
                    .bodyText()
                    .contains("href=\"/search?q=tent+%26+pole\"");
        }
    }

    private MockMvcRequestBuilder asks(Desk desk, Role role, String typed) {
        return get(desk, role, "/search?q=" + encoded(typed));
    }

    private MockMvcRequestBuilder get(Desk desk, Role role, String path) {
        return http.get()
                .uri(URI.create("http://" + desk.host() + path))
                .header(HttpHeaders.AUTHORIZATION, desk.bearer(role));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
