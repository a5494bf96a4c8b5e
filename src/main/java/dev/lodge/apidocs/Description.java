package dev.lodge.apidocs;

import dev.lodge.accounts.Anyone;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Requires;
import dev.lodge.accounts.SignedIn;
import dev.lodge.knowledge.Reader;
import dev.lodge.web.api.IfMatch;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** What the description says beyond what handlers show by themselves. */
@Configuration(proxyBeanMethods = false)
class Description {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final MessageSource messages;

    Description(MessageSource messages) {
        this.messages = messages;
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, SignedIn.class, Reader.class);
    }

    /** The server is relative: springdoc would else keep the host of whoever asked first for everybody. */
    @Bean
    OpenAPI frame() {
        return new OpenAPI()
                .info(new Info()
                        .title("Lodge")
                        .version(version())
                        .description(text("apidocs.description"))
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(Refusals.components(this::text));
    }

    @Bean
    GlobalOperationCustomizer operations() {
        return (operation, handler) -> {
            String id = idOf(handler);
            files(operation, handler);
            operation.operationId(id).summary(summary(id)).description(access(id, handler));
            answers(operation, handler);
            refusals(operation, handler);
            return operation;
        };
    }

    /** Operations stand under the resource that their path begins with. */
    @Bean
    GlobalOpenApiCustomizer tags() {
        return description -> description
                .getPaths()
                .forEach((path, operations) -> operations.readOperationsMap().forEach((method, operation) -> {
                    operation.setTags(List.of(group(path.split("/")[2])));
                    idempotent(method, operation);
                }));
    }

    /** The resource as people read it: as the bundle has it, or else with a capital. */
    private String group(String resource) {
        String name = resource.substring(0, 1).toUpperCase(Locale.ROOT) + resource.substring(1);
        return String.valueOf(messages.getMessage(
                "apidocs.group." + resource, new Object[0], name.replace('_', ' '), Locale.ENGLISH));
    }

    /** {@code ticket_details} for {@code TicketController.details}. */
    static String idOf(HandlerMethod handler) {
        String resource = handler.getBeanType().getSimpleName().replace("Controller", "");
        String name = resource + "_" + handler.getMethod().getName();
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** One that is missing fails a test, not whoever reads the description. */
    private String summary(String id) {
        return String.valueOf(messages.getMessage("apidocs.operation." + id, new Object[0], "", Locale.ENGLISH));
    }

    /** Who may: as the bundle has it for this operation, or else as its mark says. */
    private String access(String id, HandlerMethod handler) {
        var requires = handler.getMethodAnnotation(Requires.class);
        String mark = requires == null
                ? text("apidocs.open")
                : text("apidocs.permission", requires.value().code());
        return String.valueOf(messages.getMessage("apidocs.access." + id, new Object[0], mark, Locale.ENGLISH));
    }

    /** A file comes in a form, and springdoc takes every body without a declared type for JSON. */
    private static void files(Operation operation, HandlerMethod handler) {
        boolean takesFile = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class);
        if (takesFile && operation.getRequestBody() != null) {
            var content = operation.getRequestBody().getContent();
            var described = content.remove(MediaType.APPLICATION_JSON_VALUE);
            if (described != null) {
                content.addMediaType(MediaType.MULTIPART_FORM_DATA_VALUE, described);
            }
        }
    }

    /** Files are brought by people with sign-ins of several kinds, which one mark cannot say. */
    private static boolean bringsFiles(Operation operation) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent().containsKey(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** What handlers decide while they run, and springdoc cannot see: 201 for what was made, and versions as entity tags. */
    private void answers(Operation operation, HandlerMethod handler) {
        ApiResponses answers = operation.getResponses();
        boolean made = AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PostMapping.class)
                && handler.getMethod().getName().equals("create");
        if (made && answers.get("200") != null) {
            answers.addApiResponse("201", answers.remove("200"));
        }
        boolean versioned =
                ResponseEntity.class.isAssignableFrom(handler.getReturnType().getParameterType());
        answers.forEach((status, answer) -> {
            answer.setDescription(text("apidocs.status." + status));
            if (status.equals("201") && versioned) {
                answer.addHeaderObject("Location", header("apidocs.header.location"));
            }
            if (versioned && !status.equals("204")) {
                answer.addHeaderObject("ETag", header("apidocs.header.etag"));
            }
        });
    }

    private static void refusals(Operation operation, HandlerMethod handler) {
        ApiResponses answers = operation.getResponses();
        boolean open = handler.hasMethodAnnotation(Anyone.class) && !bringsFiles(operation);
        if (operation.getRequestBody() != null || hasQuery(operation)) {
            Refusals.add(answers, 400);
        }
        if (!open || operation.getRequestBody() != null) {
            Refusals.add(answers, 401);
        }
        if (open) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(new SecurityRequirement().addList(Refusals.TOKEN)));
            Refusals.add(answers, 403);
        }
        if (bringsFiles(operation)) {
            Refusals.add(answers, 413);
            Refusals.add(answers, 415);
        }
        var parameters = Arrays.asList(handler.getMethodParameters());
        if (parameters.stream().anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class))) {
            Refusals.add(answers, 404);
        }
        if (parameters.stream().anyMatch(parameter -> parameter.getParameterType() == IfMatch.class)) {
            Refusals.add(answers, 412);
        }
        if (open && operation.getRequestBody() != null) {
            Refusals.add(answers, 429);
        }
    }

    /** Every POST of the API that needs a sign-in makes or does something, and may be sent again under its key. */
    private static void idempotent(HttpMethod method, Operation operation) {
        ApiResponses answers = operation.getResponses();
        if (method != HttpMethod.GET && !operation.getSecurity().isEmpty()) {
            Refusals.add(answers, 409);
        }
        if (method == HttpMethod.POST && !operation.getSecurity().isEmpty() && !bringsFiles(operation)) {
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + IDEMPOTENCY_KEY));
            Refusals.add(answers, 422);
        }
    }

    private static boolean hasQuery(Operation operation) {
        var parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> "query".equals(parameter.getIn()));
    }

    private Header header(String key) {
        return new Header().description(text(key)).schema(new StringSchema());
    }

    private static String version() {
        String built = Description.class.getPackage().getImplementationVersion();
        return built == null ? "0" : built;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
