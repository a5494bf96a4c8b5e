package dev.lodge.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lodge.sla.Metric;
import java.time.Instant;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a notice says beyond its kind, its ticket and the message. Customers are not named here, so that they can be forgotten.
 *
 * @param by the agent who did it, by the name of the moment; null for a customer or a rule
 * @param customer whether the ticket's customer did it
 * @param moved whether the ticket came from another team
 * @param metric which target, for those about service levels
 * @param dueAt when that came or comes due
 */
record NoticeData(
        @Nullable String by,
        boolean customer,
        boolean moved,
        @Nullable String metric,
        @Nullable Instant dueAt) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_DEFAULT))
            .build();

    static NoticeData ofRule() {
        return new NoticeData(null, false, false, null, null);
    }

    static NoticeData ofClock(Metric metric, Instant dueAt) {
        return new NoticeData(null, false, false, metric.code(), dueAt);
    }

    JSONB json() {
        return JSONB.valueOf(JSON.writeValueAsString(this));
    }

    static NoticeData of(JSONB json) {
        return JSON.readValue(json.data(), NoticeData.class);
    }
}
