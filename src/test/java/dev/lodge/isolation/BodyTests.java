package dev.lodge.isolation;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Role;
import dev.lodge.isolation.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a body holds, it is understood whole or refused whole, in a problem document that shows nothing of the inside. */
@LodgeTest
class BodyTests {

    /** Gives a token for a password: it is not about anybody's data, and its refusals are counted. */
    private static final String SIGN_IN = "token_issue";

    /** What only Lodge itself decides. */
    private static final Set<String> NOBODY_SETS = Set.of(
            "id",
            "number",
            "tenant",
            "tenant_id",
            "author",
            "author_agent_id",
            "channel",
            "created_at",
            "updated_at",
            "solved_at",
            "closed_at",
            "first_responded_at",
            "anonymized_at",
            "last_seen_at",
            "version",
            "permissions",
            "password_hash",
            "token_hash",
            "search",
            "class",
            "__proto__");

    /** Numbers that are no ids. */
    private static final Set<String> QUANTITIES =
            Set.of("expires_in", "position", "offset_seconds", "close_after_days", "percent", "from_version");

    private static final Map<String, List<String>> WRONG_TYPES = Map.of(
            "string", List.of("7", "1.5", "true", "[]", "{}", "[\"a\"]"),
            "integer", List.of("\"7\"", "1.5", "true", "[]", "{}", "9223372036854775808", "1e400", "\"\""),
            "boolean", List.of("\"true\"", "1", "[]", "{}"),
            "array", List.of("\"a\"", "7", "{}", "[{}]", "[[]]"),
            "object", List.of("\"a\"", "7", "true", "[]"));

    private static final List<String> INSIDES = List.of(
            "Exception",
            "dev.lodge",
            "org.spring",
            "tools.jackson",
            "java.",
            "\tat ",
            "select ",
            "SQL",
            "jooq",
            "stack");

    @Autowired
    Cast cast;

    @Autowired
    MockMvcTester http;

    Neighbours next;
    Visitor owner;
    List<Described> operations;
    final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void bothDesksAreInTheRoom() {
        next = Neighbours.of(cast);
        owner = new Visitor(http, next.acme().host()).as(next.acme().bearer(Role.OWNER));
        operations = Described.withBodies(owner).stream()
                .filter(operation -> !operation.name().equals(SIGN_IN))
                .collect(Collectors.toCollection(ArrayList::new));
        assertThat(operations).hasSizeGreaterThan(8);
    }

    @Test
    void theSamplesAreRight() {
        var spoiled = Neighbours.settle(cast, "samples");
        var visitor = new Visitor(http, spoiled.acme().host()).as(spoiled.acme().bearer(Role.OWNER));
        // A ticket that was closed by decision takes nothing more.
        operations.sort(comparing(operation -> operation.name().equals("forced_closure_close")));
        for (Described operation : operations) {
            String path = path(operation, spoiled);
            Answer answer = visitor.send(
                    operation.method(),
                    path,
                    Samples.of(operation, spoiled.acme()).toString());
            if (answer.status() >= 300) {
                wrong.add(operation + ": " + answer);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void anIdOfTheDeskNextDoorInABodyIsAnsweredAsOneThatNobodyHas() {
        Map<String, String> before = Contents.of(next.acme().tenant());
        for (Described operation : operations) {
            for (String field : operation.fields().keySet()) {
                if (Samples.isReference(field)) {
                    Answer foreign = send(operation, field, Samples.reference(field, next.globex()));
                    Answer nobodys = send(operation, field, Samples.reference(field, Subject.NOBODYS));
                    mustRefuse(operation, field + " of the desk next door", foreign, field);
                    if (!foreign.shape().equals(nobodys.shape())) {
                        wrong.add(operation + " " + field + ": " + foreign + " but " + nobodys);
                    }
                } else if (operation.typeOf(field).equals("integer") && !QUANTITIES.contains(field)) {
                    wrong.add("No rule for what the number means in " + operation + " " + field);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Contents.of(next.acme().tenant())).isEqualTo(before);
    }

    @Test
    void whatACallerMayNotSetIsRefusedByName() {
        Map<String, String> before = Contents.of(next.acme().tenant());
        for (Described operation : operations) {
            assertThat(operation.fields().keySet()).as(operation.name()).doesNotContainAnyElementsOf(NOBODY_SETS);
            Set<String> names = new TreeSet<>(NOBODY_SETS);
            names.addAll(Set.of("role", "status", "nonsense"));
            names.removeAll(operation.fields().keySet());
            for (String field : names) {
                mustRefuse(operation, field, send(operation, field, "1"), field);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Contents.of(next.acme().tenant())).isEqualTo(before);
    }

    @Test
    void aValueOfAnotherTypeIsRefusedByTheNameOfItsField() {
        Map<String, String> before = Contents.of(next.acme().tenant());
        for (Described operation : operations) {
            for (String field : operation.fields().keySet()) {
                for (String value : WRONG_TYPES.getOrDefault(operation.typeOf(field), List.of())) {
                    mustRefuse(operation, field + " = " + value, send(operation, field, value), field);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Contents.of(next.acme().tenant())).isEqualTo(before);
    }

    @Test
    void textThatNoDatabaseHoldsIsRefusedByTheNameOfItsField() {
        Map<String, String> before = Contents.of(next.acme().tenant());
        for (Described operation : operations) {
            for (String field : operation.fields().keySet()) {
                if (operation.typeOf(field).equals("string")) {
                    for (String text : List.of("a\\u0000b", "a\\ud800b", "\\udc00", "\\ud800")) {
                        mustRefuse(operation, field + " = " + text, send(operation, field, '"' + text + '"'), field);
                    }
                    String endless = '"' + "x".repeat(100_000) + '"';
                    mustRefuse(operation, field + " of 100,000", send(operation, field, endless), field);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Contents.of(next.acme().tenant())).isEqualTo(before);
    }

    @Test
    void aBodyThatIsNotOneObjectOfJsonIsRefused() {
        Map<String, String> before = Contents.of(next.acme().tenant());
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("nothing", new byte[0]);
        for (String text : List.of(
                "null",
                "[]",
                "[{}]",
                "7",
                "\"text\"",
                "{",
                "{\"a\":}",
                "{} {}",
                "{}]",
                "{'a':1}",
                "{,}",
                "NaN",
                " ",
                "{\"a\":1,\"a\":1}")) {
            bodies.put(text, text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.put("deep arrays", "[".repeat(5000).getBytes(StandardCharsets.UTF_8));
        bodies.put("deep objects", ("{\"tags\":" + "[".repeat(2000)).getBytes(StandardCharsets.UTF_8));
        bodies.put("not UTF-8", new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'});
        bodies.put("overlong UTF-8", new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'});
        for (Described operation : operations) {
            bodies.forEach((name, body) -> mustRefuse(
                    operation,
                    name,
                    owner.send(operation.method(), path(operation, next), body, "application/json"),
                    null));
        }

        assertThat(wrong).isEmpty();
        assertThat(Contents.of(next.acme().tenant())).isEqualTo(before);
    }

    @Test
    void whatIsNotJsonIsAnUnsupportedType() {
        Map<String, String> before = Contents.of(next.acme().tenant());
        for (Described operation : operations) {
            byte[] body = Samples.of(operation, next.acme()).toString().getBytes(StandardCharsets.UTF_8);
            for (String type : List.of("text/plain", "application/xml", "application/octet-stream", "nonsense")) {
                Answer answer = owner.send(operation.method(), path(operation, next), body, type);
                if (answer.status() != 415 || !answer.isProblem()) {
                    wrong.add(operation + " with " + type + ": " + answer);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Contents.of(next.acme().tenant())).isEqualTo(before);
    }

    @Test
    void tenMegabytesAreTooMuch() {
        Map<String, String> before = Contents.of(next.acme().tenant());
        byte[] body = ("{\"name\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);
        for (Described operation : operations) {
            Answer answer = owner.send(operation.method(), path(operation, next), body, "application/json");
            if (answer.status() != 413 || !answer.isProblem()) {
                wrong.add(operation + ": " + answer);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Contents.of(next.acme().tenant())).isEqualTo(before);
    }

    @Test
    void aConditionThatIsNoListOfTagsOrIsStaleStopsTheChange() {
        Map<String, String> before = Contents.of(next.acme().tenant());
        for (Described operation : operations) {
            if (operation.isChange()) {
                String body = Samples.of(operation, next.acme()).toString();
                for (String condition : List.of("7", "\"7", "7\"", "W/7", "\"a\" \"b\"", "*,*")) {
                    Answer answer =
                            owner.with("If-Match", condition).send(operation.method(), path(operation, next), body);
                    mustRefuse(operation, "If-Match " + condition, answer, "If-Match");
                }
                for (String condition : List.of("\"999\"", "W/\"1\"", "\"01\"", "")) {
                    Answer answer =
                            owner.with("If-Match", condition).send(operation.method(), path(operation, next), body);
                    if (answer.status() != 412 || !answer.isProblem()) {
                        wrong.add(operation + " If-Match " + condition + ": " + answer);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Contents.of(next.acme().tenant())).isEqualTo(before);
    }

    /** The sample, or for a change nothing at all, with one field set. */
    private Answer send(Described operation, String field, String value) {
        ObjectNode body = Samples.of(operation, next.acme());
        body.remove(field);
        String rest = body.toString();
        String text = "{\"" + field + "\":" + value + (body.isEmpty() ? "" : ",") + rest.substring(1);
        return owner.send(operation.method(), path(operation, next), text);
    }

    private static String path(Described operation, Neighbours neighbours) {
        return operation.path().contains("{")
                ? operation.path().replaceFirst("\\{[^}]+}", Subject.at(operation.path(), neighbours.acme()))
                : operation.path();
    }

    private void mustRefuse(Described operation, String what, Answer answer, @Nullable String field) {
        String text = operation + " with " + what + ": " + answer;
        if (answer.status() != 400 || !answer.isProblem()) {
            wrong.add(text);
            return;
        }
        for (String inside : INSIDES) {
            if (answer.body().contains(inside)) {
                wrong.add("shows its inside (" + inside + "): " + text);
            }
        }
        JsonNode errors = JsonMapper.shared().readTree(answer.body()).path("errors");
        boolean named = field == null
                || errors.findValuesAsString("field").stream()
                        .anyMatch(name -> name.equals(field) || name.startsWith(field + "["));
        if (!named) {
            wrong.add("names no " + field + ": " + text);
        }
    }
}
