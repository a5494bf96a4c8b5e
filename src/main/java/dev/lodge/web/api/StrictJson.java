package dev.lodge.web.api;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON as the API speaks it: snake_case, nothing unknown, nothing twice, nothing after the end, and no value taken for
 * one of another type.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    @Bean
    @Order(10)
    JsonMapperBuilderCustomizer strictJsonMapper() {
        return builder -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .annotationIntrospector(new EnumsAsWords())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(types());
    }

    private static SimpleModule types() {
        return new SimpleModule("lodge")
                .addDeserializer(String.class, new CleanText())
                .addDeserializer(java.time.Instant.class, new Moments())
                .addSerializer(java.time.Instant.class, new WrittenMoments())
                .addDeserializer(Change.class, new Changes());
    }
}
