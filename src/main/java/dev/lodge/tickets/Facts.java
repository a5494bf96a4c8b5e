package dev.lodge.tickets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Facts as the ledger keeps them: a word for the type, and JSON for the data. Members that are not known yet are skipped. */
final class Facts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private static final Map<String, Class<?>> TYPES = Arrays.stream(TicketFact.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Facts::typeOf, type -> type));

    private static final Map<Class<?>, String> NAMES =
            TYPES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private Facts() {}

    /** {@code status_changed} for {@link TicketFact.StatusChanged}. */
    static String typeOf(TicketFact fact) {
        return Objects.requireNonNull(NAMES.get(fact.getClass()));
    }

    private static String typeOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    static JSONB dataOf(TicketFact fact) {
        return JSONB.valueOf(JSON.writeValueAsString(fact));
    }

    /** @throws IllegalStateException for a type that this release does not know */
    static TicketFact read(String type, JSONB data) {
        var known = TYPES.get(type);
        if (known == null) {
            throw new IllegalStateException("The ledger holds a fact of unknown type " + type);
        }
        return (TicketFact) Objects.requireNonNull(JSON.readValue(data.data(), known));
    }
}
