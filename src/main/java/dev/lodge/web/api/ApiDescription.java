package dev.lodge.web.api;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Teaches the generated OpenAPI description the habits of this package, so that it says what the API does. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    ApiDescription() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ListQuery.class, IfMatch.class);
    }

    /** The description is made by Jackson 2, which does not see the settings of Jackson 3. First, so that it is asked last. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver snakeCase(ObjectMapperProvider description) {
        var mapper = description.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper, new NamesWithTheirResource()).openapi31(true);
    }

    /** Several controllers call what they take {@code Body}: each is named with its resource, {@code StatusBody}. */
    private static final class NamesWithTheirResource extends TypeNameResolver {

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            String name = super.nameForClass(type, options);
            Class<?> around = type.getEnclosingClass();
            if (around == null || !around.getSimpleName().endsWith("Controller")) {
                return name;
            }
            String resource = around.getSimpleName().replaceFirst("Controller$", "");
            return name.contains(resource) ? name : resource + name;
        }
    }

    /** A change looks like the value it sets. */
    @Bean
    ModelConverter changesAsTheirValues() {
        return new ModelConverter() {
            @Override
            public @Nullable Schema<?> resolve(
                    AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
                JavaType known = Json.mapper().constructType(type.getType());
                if (known != null && known.hasRawClass(Change.class)) {
                    return context.resolve(type.type(known.containedTypeOrUnknown(0)));
                }
                return next.hasNext() ? next.next().resolve(type, context, next) : null;
            }
        };
    }

    /** Constants as they are written. */
    @Bean
    @SuppressWarnings({"rawtypes", "unchecked"})
    PropertyCustomizer constantsAsWords() {
        return (property, type) -> {
            List<Object> constants = property.getEnum();
            if (constants != null) {
                property.setEnum(constants.stream()
                        .map(constant -> (Object) constant.toString().toLowerCase(Locale.ROOT))
                        .toList());
            }
            return property;
        };
    }

    /** What a list understands, from its {@link ListParameters}, and the header of conditional requests. */
    @Bean
    OperationCustomizer listsAndConditions() {
        return (operation, handler) -> {
            for (var parameter : handler.getMethodParameters()) {
                var list = parameter.getParameterAnnotation(ListParameters.class);
                if (list != null) {
                    describe(list, operation);
                }
                if (parameter.getParameterType() == IfMatch.class) {
                    operation.addParametersItem(new HeaderParameter()
                            .name("If-Match")
                            .description("The ETag that the change was made on")
                            .schema(new StringSchema()));
                }
            }
            return operation;
        };
    }

    private static void describe(ListParameters list, Operation operation) {
        query(operation, "page", number(ListQueries.DEEPEST, 1));
        query(operation, "page_size", number(ListQueries.LARGEST_SIZE, ListQueries.DEFAULT_SIZE));
        var orderings = new StringSchema();
        orderings.setEnum(Arrays.asList(list.orderings()));
        query(operation, "ordering", orderings);
        if (list.search()) {
            query(operation, "search", new StringSchema().maxLength(ListQueries.LONGEST_SEARCH));
        }
        for (String filter : list.filters()) {
            query(operation, filter, new StringSchema());
        }
    }

    private static Schema<?> number(int most, int otherwise) {
        return new IntegerSchema()._default(otherwise).minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(most));
    }

    private static void query(Operation operation, String name, Schema<?> schema) {
        operation.addParametersItem(
                new QueryParameter().name(name).schema(schema).required(false));
    }
}
