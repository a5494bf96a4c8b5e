package dev.lodge.isolation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operation that takes a body, as the API's own description has it.
 *
 * @param fields by name, what their values are
 */
record Described(String name, HttpMethod method, String path, Map<String, JsonNode> fields) {

    static List<Described> withBodies(Visitor anyone) {
        JsonNode description =
                JsonMapper.shared().readTree(anyone.get("/api/schema").body());
        List<Described> found = new ArrayList<>();
        description
                .get("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    JsonNode body = operation.at("/requestBody/content/application~1json/schema");
                    if (!body.isMissingNode()) {
                        Map<String, JsonNode> fields = new LinkedHashMap<>();
                        resolved(body, description)
                                .get("properties")
                                .forEachEntry((name, schema) -> fields.put(name, resolved(schema, description)));
                        found.add(new Described(
                                operation.get("operationId").asString(),
                                HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT)),
                                path,
                                fields));
                    }
                }));
        return found;
    }

    private static JsonNode resolved(JsonNode schema, JsonNode description) {
        JsonNode reference = schema.get("$ref");
        return reference == null ? schema : description.at(reference.asString().substring(1));
    }

    boolean isChange() {
        return !method.equals(HttpMethod.POST);
    }

    /** What JSON makes of this field: string, integer, boolean, array or object. */
    String typeOf(String field) {
        JsonNode type = Objects.requireNonNull(fields.get(field)).path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!one.asString().equals("null")) {
                    return one.asString();
                }
            }
        }
        return type.asString("object");
    }

    @Override
    public String toString() {
        return name;
    }
}
