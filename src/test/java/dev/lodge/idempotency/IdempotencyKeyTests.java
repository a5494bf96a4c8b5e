package dev.lodge.idempotency;

import static dev.lodge.Answers.text;
import static dev.lodge.schema.tenant.Tables.IDEMPOTENCY_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Api;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LodgeTest
@Import(People.class)
class IdempotencyKeyTests {

    private static final String POLE = "{\"subject\": \"Pole\", \"description\": \"x\"}";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private TenantDatabase database;

    @Autowired
    private TurnedClock clock;

    private Api priya;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void somebodyAtAcme() {
        priya = new Api(
                http,
                "acme",
                people.somebody(cast.acme(), "Priya Raman", Role.AGENT).bearer());
    }

    @Test
    void theSameRequestGetsTheSameAnswerAndDoesNothingMore() {
        var first = post(POLE);
        var again = priya.post("/api/tickets/", POLE, IdempotencyKeys.HEADER, key);

        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(201).hasHeader(IdempotencyKeys.REPLAYED, "true");
        assertThat(text(again)).isEqualTo(text(first));
        for (String header : List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE)) {
            assertThat(again.getResponse().getHeader(header))
                    .isNotNull()
                    .isEqualTo(first.getResponse().getHeader(header));
        }
    }

    @Test
    void theDatabaseAloneTellsNeitherTheKeyNorACredentialInTheAnswer() {
        Tenant desk = cast.tenant("sealed-answers", "Sealed");
        Api mia = new Api(
                http,
                "sealed-answers",
                people.somebody(desk, "Mia Lindqvist", Role.OWNER).bearer());
        String invite = "{\"email\": \"%s@example.test\", \"name\": \"Tom\", \"role\": \"agent\"}".formatted(key);

        var first = mia.post("/api/agents", invite, IdempotencyKeys.HEADER, key);
        var again = mia.post("/api/agents", invite, IdempotencyKeys.HEADER, key);

        assertThat(text(first)).contains("/invitation/");
        assertThat(text(again)).isEqualTo(text(first));
        assertThat(kept(desk)).singleElement().asString().doesNotContain(key, "example.test", "invitation");
    }

    @Test
    void theSameKeyIsStoredUnderAnotherNameForEachPerson() {
        Tenant desk = cast.tenant("named-keys", "Named");
        for (String name : List.of("Priya Raman", "Tom Okafor")) {
            String bearer = people.somebody(desk, name, Role.AGENT).bearer();
            new Api(http, "named-keys", bearer).post("/api/tickets", POLE, IdempotencyKeys.HEADER, key);
        }

        List<String> names = Tenants.in(
                desk, () -> database.sql().selectFrom(IDEMPOTENCY_KEY).fetch(IDEMPOTENCY_KEY.KEY));

        assertThat(names).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void whatIsPastItsDayIsDeleted() {
        Tenant desk = cast.tenant("swept-keys", "Swept");
        Api tom = new Api(
                http,
                "swept-keys",
                people.somebody(desk, "Tom Okafor", Role.AGENT).bearer());
        for (int i = 0; i < 3; i++) {
            tom.post("/api/tickets", POLE, IdempotencyKeys.HEADER, key + i);
        }
        clock.advance(Duration.ofHours(25));

        tom.post("/api/tickets", POLE, IdempotencyKeys.HEADER, key);

        assertThat(kept(desk)).hasSize(1);
    }

    @Test
    void anotherBodyIsRefused() {
        post(POLE);

        assertThat(post(POLE.replace("Pole", "Tent")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Does not fit what came before");
    }

    @Test
    void aKeyBelongsToItsPersonAndItsDesk() {
        var tom = new Api(
                http,
                "acme",
                people.somebody(cast.acme(), "Tom Okafor", Role.AGENT).bearer());
        var beth = new Api(
                http,
                "globex",
                people.somebody(cast.globex(), "Beth Keller", Role.AGENT).bearer());
        post(POLE);

        assertThat(tom.post("/api/tickets", POLE, IdempotencyKeys.HEADER, key))
                .hasStatus(201)
                .doesNotContainHeader(IdempotencyKeys.REPLAYED);
        assertThat(beth.post("/api/tickets", POLE, IdempotencyKeys.HEADER, key))
                .hasStatus(201)
                .doesNotContainHeader(IdempotencyKeys.REPLAYED);
    }

    @Test
    void whatWasRefusedMayBeTriedAgain() {
        assertThat(post("{\"subject\": \"\"}")).hasStatus(400).hasContentType("application/problem+json");

        assertThat(post(POLE)).hasStatus(201);
    }

    @Test
    void manyAtOnceDoItOnce() throws Exception {
        Callable<Integer> send = () -> post(POLE).getResponse().getStatus();
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> send).toList())) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).contains(201).containsAnyOf(201, 409).doesNotContain(500);
        assertThat(priya.get("/api/tickets?assignee=none&created_after=2026-01-01T00:00:00Z&page_size=100"))
                .hasStatusOk();
        assertThat(post(POLE)).hasHeader(IdempotencyKeys.REPLAYED, "true");
    }

    @Test
    void afterADayTheKeyIsForgotten() {
        post(POLE);
        clock.advance(Duration.ofHours(25));

        assertThat(post(POLE)).hasStatus(201).doesNotContainHeader(IdempotencyKeys.REPLAYED);
    }

    @Test
    void aKeyThatIsNoneIsNamed() {
        assertThat(priya.post("/api/tickets", POLE, IdempotencyKeys.HEADER, "x".repeat(256)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    private MvcTestResult post(String body) {
        return priya.post("/api/tickets", body, IdempotencyKeys.HEADER, key);
    }

    /** All that the desk's table holds, bytes as characters. */
    private List<String> kept(Tenant desk) {
        return Tenants.in(
                desk,
                () -> database.sql()
                        .selectFrom(IDEMPOTENCY_KEY)
                        .fetch(row -> Stream.of(row.intoArray())
                                .map(value -> value instanceof byte[] bytes
                                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                                        : String.valueOf(value))
                                .collect(Collectors.joining(" "))));
    }
}
