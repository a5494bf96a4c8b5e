package dev.lodge.sla;

import java.util.Objects;
import org.jooq.JSONB;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Lists as versions keep them: in the words of the API, whatever later releases make of those. */
final class Kept {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private Kept() {}

    static JSONB json(Object value) {
        return JSONB.valueOf(JSON.writeValueAsString(value));
    }

    static <T> T read(JSONB kept, Class<T> type) {
        return Objects.requireNonNull(JSON.readValue(kept.data(), type));
    }
}
