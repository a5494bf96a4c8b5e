package dev.lodge.web.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.TEXT_HTML;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import dev.lodge.problem.TooMany;
import dev.lodge.problem.Unavailable;
import dev.lodge.web.Html;
import dev.lodge.web.api.Change;
import dev.lodge.web.api.IfMatch;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(classes = FaultAnswersTests.WebAlone.class)
@AutoConfigureMockMvc
class FaultAnswersTests {

    private final MockMvcTester web;

    FaultAnswersTests(@Autowired MockMvcTester web) {
        this.web = web;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"subject\":5,\"count\":1}`                               | subject",
                "`{\"subject\":true,\"count\":1}`                            | subject",
                "`{\"subject\":\"a\",\"count\":\"1\"}`                       | count",
                "`{\"subject\":\"a\",\"count\":1.5}`                         | count",
                "`{\"subject\":\"a\",\"count\":99999999999}`                 | count",
                "`{\"subject\":\"a\",\"count\":null}`                        | count",
                "`{\"subject\":\"a\",\"count\":1,\"count\":2}`               | count",
                "`{\"subject\":\"a\",\"count\":1,\"tenant\":2}`              | tenant",
                "`{\"subject\":\"abcdefg\",\"count\":1}`                     | subject",
                "`{\"count\":1}`                                             | subject",
                "`{\"subject\":\"a\\u0000\",\"count\":1}`                    | subject",
                "`{\"subject\":\"a\\ud800\",\"count\":1}`                    | subject",
                "`{\"subject\":\"a\",\"count\":1,\"tags\":[\"x\",5]}`        | tags[1]",
                "`{\"subject\":\"a\",\"count\":1,\"mood\":\"GOOD\"}`         | mood",
                "`{\"subject\":\"a\",\"count\":1,\"mood\":0}`                | mood",
                "`{\"subject\":\"a\",\"count\":1,\"due_at\":1}`              | due_at",
                "`{\"subject\":\"a\",\"count\":1,\"due_at\":\"tomorrow\"}`   | due_at",
                "`{\"subject\":\"a\",\"count\":1,\"note\":\"too long\"}`     | note",
                "`{\"subject\":\"a\",\"count\":1,\"assignee_id\":\"7\"}`     | assignee_id",
                "`{\"subject\":\"a\",\"count\":1} and more`                  | ``",
                "`[]`                                                        | ``",
                "`null`                                                      | ``"
            })
    void aBadBodyIsRefusedByTheNameOfItsField(String body, String field) {
        var answer = web.post()
                .uri("/api/things")
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(answer).hasStatus(400).hasContentType("application/problem+json");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .contains(field);
    }

    @Test
    void aChangeTellsAbsentFromNull() {
        var body = "{\"subject\":\"a\",\"count\":1,\"note\":null}";
        var answer = web.post()
                .uri("/api/things")
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(answer)
                .hasStatus(200)
                .bodyJson()
                .isLenientlyEqualTo("{\"note\":\"Change[null]\",\"assignee\":\"Change[absent]\"}");
    }

    @Test
    void aBodyOverAMegabyteIsNotRead() {
        var answer = web.post()
                .uri("/api/things")
                .contentType(APPLICATION_JSON)
                .content(new byte[1024 * 1024 + 1])
                .exchange();
        assertThat(answer).hasStatus(413);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] body = {'{', '"', 's', 'u', 'b', 'j', 'e', 'c', 't', '"', ':', '"', (byte) 0xff, '"', '}'};
        assertThat(web.post().uri("/api/things").contentType(APPLICATION_JSON).content(body))
                .hasStatus(400);
        assertThat(web.get().uri(java.net.URI.create("/api/things?search=%ff")))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("search");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/things/abc, 404",
        "/api/nothing, 404",
        "/api/taken, 409",
        "/api/busy, 429",
        "/api/broken, 500",
        "/api/crowded, 503"
    })
    void theApiAnswersProblemDocuments(String path, int status) {
        var answer = web.get().uri(path).exchange();
        assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
        assertThat(answer).bodyText().doesNotContain("SELECT", "IllegalState", "dev.lodge");
    }

    @Test
    void refusalsCarryWhatHelpsTheCaller() {
        assertThat(web.get().uri("/api/taken"))
                .bodyJson()
                .extractingPath("$.allowed")
                .asArray()
                .containsExactly("open");
        assertThat(web.get().uri("/api/busy")).hasHeader("Retry-After", "3");
        assertThat(web.get().uri("/api/crowded")).hasHeader("Retry-After", "5");
        assertThat(web.delete().uri("/api/things")).hasStatus(405).containsHeader("Allow");
        assertThat(web.post().uri("/api/things").content("x")).hasStatus(415);
    }

    @Test
    void aStaleVersionIsRefused() {
        assertThat(web.get().uri("/api/things/1").header("If-Match", "\"6\"")).hasStatus(412);
        assertThat(web.get().uri("/api/things/1").header("If-Match", "\"7\"")).hasStatus(200);
    }

    @Test
    void peopleGetAPageAndAReferenceInsteadOfATrace() {
        var answer = page("/broken");
        assertThat(answer).hasStatus(500).hasContentType("text/html;charset=UTF-8");
        assertThat(answer)
                .bodyText()
                .contains("Something broke here", "reference ")
                .doesNotContain("SELECT", "Exception");
    }

    @Test
    void aSuspendedDeskSaysThatNothingIsLost() {
        assertThat(page("/paused")).hasStatus(503).bodyText().contains("Lodge is paused", "Nothing is lost");
    }

    @Test
    void htmxGetsALineAndThePageStays() {
        var answer = web.get().uri("/broken").header("HX-Request", "true").exchange();
        assertThat(answer).hasStatus(500).hasHeader("HX-Retarget", "#toasts");
        assertThat(answer).bodyText().contains("l-toast").doesNotContain("<html");
    }

    @Test
    void aFormWithFindingsIsShownAgain() {
        assertThat(web.post().uri("/form")).hasStatus(422).bodyText().contains("This is empty.");
    }

    @Test
    void afterAPostComesARedirectAndThenItsToast() {
        var answer = web.post().uri("/saved").exchange();
        assertThat(answer).hasStatus(303).hasHeader("Location", "/form");
        var cookie = Objects.requireNonNull(answer.getResponse().getCookie("lodge_toast"));
        assertThat(web.get().uri("/hello").cookie(cookie)).bodyText().contains("Customer &lt;saved&gt;");
        assertThat(web.post().uri("/saved").header("HX-Request", "true"))
                .hasStatus(200)
                .hasHeader("HX-Redirect", "/form");
    }

    @Test
    void onlyTheElementThatIsSwappedIsSent() {
        assertThat(web.get().uri("/hello").header("HX-Request", "true").header("HX-Target", "name"))
                .bodyText()
                .contains("l-toast")
                .doesNotContain("<html");
        assertThat(web.get()
                        .uri("/hello")
                        .header("HX-Request", "true")
                        .header("HX-Target", "name")
                        .header("HX-History-Restore-Request", "true"))
                .bodyText()
                .contains("<html");
    }

    private MvcTestResult page(String path) {
        return web.get().uri(path).accept(TEXT_HTML).exchange();
    }

    /** The module by itself, with routes that fail in every way. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
            })
    @ComponentScan("dev.lodge.web")
    static class WebAlone {

        @Bean
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                    .csrf(csrf -> csrf.disable())
                    .build();
        }
    }

    enum Mood {
        GOOD,
        VERY_GOOD
    }

    record Thing(
            @NotNull @Size(max = 5) String subject,
            int count,
            @Nullable Mood mood,
            @Nullable Instant dueAt,
            @Nullable List<String> tags,
            Change<@Size(max = 3) String> note,
            Change<Long> assigneeId) {}

    @RestController
    static class Things {

        @PostMapping("/api/things")
        Map<String, String> create(@Valid @RequestBody Thing thing) {
            return Map.of(
                    "note",
                    thing.note().toString(),
                    "assignee",
                    thing.assigneeId().toString());
        }

        @GetMapping("/api/things")
        Listing<String> list(@ListParameters(orderings = "id", search = true) ListQuery asked) {
            return asked.listing(0, List.of());
        }

        @GetMapping("/api/things/{id}")
        long one(@PathVariable long id, IfMatch ifMatch) {
            ifMatch.require(7);
            return id;
        }

        @GetMapping("/api/taken")
        void taken() {
            throw new Conflict(Message.of("web.problem.status_409"), Map.of("allowed", List.of("open")));
        }

        @GetMapping("/api/busy")
        void busy() {
            throw new TooMany(Duration.ofMillis(2100));
        }

        @GetMapping("/api/crowded")
        void crowded() {
            throw new DataAccessException("SQL [select]", new SQLTransientConnectionException("none left"));
        }

        @GetMapping("/api/broken")
        void broken() {
            throw new IllegalStateException("SELECT secret");
        }
    }

    @Controller
    static class Rooms {

        @GetMapping("/broken")
        Html broken() {
            throw new IllegalStateException("SELECT secret");
        }

        @GetMapping("/paused")
        Html paused() {
            throw new Unavailable(Unavailable.Reason.SUSPENDED);
        }

        @GetMapping("/hello")
        Html hello() {
            return Html.page("web/fault", page()).part("name", "web/fault-line");
        }

        @PostMapping("/form")
        Html form() {
            return Html.page("web/errors", Map.of("errors", FieldErrors.of("name", "web.invalid.empty")))
                    .invalid();
        }

        @PostMapping("/saved")
        Html saved() {
            return Html.redirect("/form").toast("web.as_is", "Customer <saved>");
        }

        private static FaultPage page() {
            return new FaultPage(
                    404, Message.of("web.title.status_404"), Message.of("web.problem.status_404"), null, false);
        }
    }
}
