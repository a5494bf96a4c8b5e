package dev.lodge.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LodgeTest
class SchemaTests {

    @Autowired
    Cast cast;

    @Autowired
    MockMvcTester http;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    JsonNode schema;

    @BeforeEach
    void read() {
        cast.acme();
        cast.globex();
        schema = schemaOf("acme");
    }

    @Test
    void everyRouteOfTheApiIsDescribedAndNothingElse() {
        Set<String> described = new TreeSet<>();
        schema.get("paths")
                .forEachEntry((path, operations) ->
                        operations.propertyNames().forEach(method -> described.add(method + " " + path)));

        assertThat(described).isEqualTo(routesOfTheApi());
    }

    @Test
    void everyOperationHasANameASummaryAndATag() {
        Set<String> names = new TreeSet<>();
        for (JsonNode operation : operations()) {
            assertThat(names.add(operation.at("/operationId").asString())).isTrue();
            assertThat(operation.at("/summary").asString())
                    .as("apidocs.operation." + operation.at("/operationId").asString())
                    .isNotEmpty();
            assertThat(operation.at("/tags/0").asString()).matches("[A-Z][a-z- ]+");
            assertThat(operation.at("/responses").isEmpty()).isFalse();
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (JsonNode reference : schema.findValues("$ref")) {
            String pointer = reference.asString();
            assertThat(pointer).startsWith("#/");
            assertThat(schema.at(pointer.substring(1)).isMissingNode())
                    .as(pointer)
                    .isFalse();
        }
    }

    @Test
    void propertiesAndConstantsAreNamedAsTheApiWritesThem() {
        for (JsonNode properties : schema.get("components").findValues("properties")) {
            properties.propertyNames().forEach(name -> assertThat(name).matches("[a-z0-9_]+"));
        }
        for (JsonNode constants : schema.findValues("enum")) {
            constants.forEach(word ->
                    assertThat(word.asString()).isEqualTo(word.asString().toLowerCase(Locale.ROOT)));
        }
        assertThat(schema.at("/components/schemas/TicketDetails/properties/first_responded_at/format")
                        .asString())
                .isEqualTo("date-time");
    }

    @Test
    void aChangeIsDescribedAsTheValueItSets() {
        assertThat(schema.at("/components/schemas/TicketChanges/properties/due_at/format")
                        .asString())
                .isEqualTo("date-time");
        assertThat(schema.at("/components/schemas").propertyNames())
                .noneMatch(name -> name.startsWith("Change") && !name.contains("_"));
    }

    @Test
    void eachBodyShowsItsOwnFieldsThoughOthersAreCalledTheSame() {
        assertThat(fieldsOf("/api/tickets/{id}/assign")).containsExactly("assignee");
        assertThat(fieldsOf("/api/tickets/{id}/change_status")).containsExactly("status");
        assertThat(fieldsOf("/api/tickets/{id}/force_close")).containsExactly("reason");
    }

    private Collection<String> fieldsOf(String path) {
        String reference = schema.get("paths")
                .get(path)
                .at("/post/requestBody/content/application~1json/schema/$ref")
                .asString();
        return schema.at(reference.substring(1)).get("properties").propertyNames();
    }

    @Test
    void listsShowWhatTheirQueriesUnderstand() {
        var names = schema.at("/paths/~1api~1tickets/get/parameters").findValuesAsString("name");

        assertThat(names).contains("page", "page_size", "ordering", "search", "status", "created_after");
    }

    @Test
    void parametersAreThoseThatAClientSends() {
        for (JsonNode operation : operations()) {
            for (JsonNode parameter : operation.path("parameters")) {
                assertThat(parameter.has("$ref") || parameter.at("/schema/type").isString())
                        .as(operation.get("operationId") + ": " + parameter)
                        .isTrue();
            }
        }
        assertThat(schema.at("/paths/~1api~1tickets/post/parameters").size()).isEqualTo(1);
        assertThat(schema.at("/paths/~1api~1me/get").has("parameters")).isFalse();
    }

    @Test
    void refusalsAreReferredToWhereTheyHappen() {
        JsonNode change = schema.at("/paths/~1api~1tickets~1{id}/patch/responses");

        assertThat(change.propertyNames()).contains("200", "400", "401", "403", "404", "409", "412");
        assertThat(change.at("/412/$ref").asString()).isEqualTo("#/components/responses/StaleVersion");
        assertThat(schema.at("/paths/~1api~1tickets/post/responses").propertyNames())
                .contains("201", "422");
        assertThat(schema.at("/openapi").asString()).startsWith("3.1");
    }

    @Test
    void theDescriptionIsTheSameForEveryDeskAndNamesNone() {
        assertThat(schemaOf("globex")).isEqualTo(schema);
        assertThat(schema.toString()).doesNotContainIgnoringCase("acme").doesNotContain("localhost");
    }

    private JsonNode schemaOf(String tenant) {
        var answer =
                http.get().uri("http://" + tenant + ".localhost/api/schema").exchange();
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("application/json");
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    private List<JsonNode> operations() {
        List<JsonNode> found = new ArrayList<>();
        schema.get("paths").forEach(path -> path.forEach(found::add));
        return found;
    }

    private Set<String> routesOfTheApi() {
        Set<String> found = new TreeSet<>();
        routes.getHandlerMethods()
                .forEach((route, handler) -> route.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .filter(path -> !path.startsWith("/api/schema") && !path.startsWith("/api/docs"))
                        .forEach(path -> route.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> found.add(method.name().toLowerCase(Locale.ROOT) + " " + path))));
        return found;
    }
}
