package dev.lodge.apidocs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What operations share: how one signs in, and each refusal, described once and referred to. */
final class Refusals {

    static final String TOKEN = "token";

    private static final Map<Integer, String> NAMES = Map.of(
            400, "Invalid",
            401, "Unauthenticated",
            403, "Forbidden",
            404, "NotFound",
            409, "Conflict",
            412, "StaleVersion",
            413, "TooLarge",
            415, "NotOfThatType",
            422, "KeyReused",
            429, "TooMany");

    private Refusals() {}

    static void add(ApiResponses answers, int status) {
        answers.addApiResponse(
                Integer.toString(status), new ApiResponse().$ref("#/components/responses/" + NAMES.get(status)));
    }

    static Components components(UnaryOperator<String> text) {
        var components = new Components()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(text.apply("apidocs.token")))
                .addParameters(
                        Description.IDEMPOTENCY_KEY,
                        new HeaderParameter()
                                .name(Description.IDEMPOTENCY_KEY)
                                .description(text.apply("apidocs.header.idempotency_key"))
                                .schema(string().minLength(1).maxLength(255)))
                .addSchemas("Problem", problem());
        NAMES.forEach((status, name) -> components.addResponses(name, refusal(status, text)));
        return components;
    }

    private static ApiResponse refusal(int status, UnaryOperator<String> text) {
        var problem = new Schema<>().$ref("#/components/schemas/Problem");
        var refusal = new ApiResponse()
                .description(text.apply("apidocs.status." + status))
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
        if (status == 429) {
            refusal.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .description(text.apply("apidocs.header.retry_after"))
                            .schema(integer()));
        }
        return refusal;
    }

    /** RFC 9457, with a sentence for each field that is wrong. */
    private static Schema<?> problem() {
        var error = object().addProperty("field", string())
                .addProperty("message", string())
                .required(List.of("field", "message"));
        var errors = new JsonSchema().items(error);
        errors.setTypes(Set.of("array"));
        return object().addProperty("type", string())
                .addProperty("title", string())
                .addProperty("status", integer())
                .addProperty("detail", string())
                .addProperty("errors", errors)
                .addProperty("reference", string())
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema<?> object() {
        var schema = new JsonSchema();
        schema.setTypes(Set.of("object"));
        return schema;
    }

    private static Schema<?> string() {
        var schema = new StringSchema();
        schema.setTypes(Set.of("string"));
        return schema;
    }

    private static Schema<?> integer() {
        var schema = new IntegerSchema();
        schema.setTypes(Set.of("integer"));
        return schema;
    }
}
