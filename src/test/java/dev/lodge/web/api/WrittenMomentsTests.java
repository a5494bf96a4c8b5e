package dev.lodge.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class WrittenMomentsTests {

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Instant.class, new WrittenMoments()))
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-02-28T23:59:59.999999999Z",
                "2024-02-29T00:00:00.100Z",
                "2026-11-22T07:05:03.000040Z",
                "1969-12-31T23:59:59.999Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999Z",
                "+10000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z"
            })
    void aMomentIsWrittenAsItsText(String text) {
        assertThat(json.writeValueAsString(Instant.parse(text))).isEqualTo('"' + text + '"');
    }

    @Test
    void anyMomentIsWrittenAsItsText() {
        var random = new Random(7);
        assertThat(Stream.generate(() -> Instant.ofEpochSecond(
                                random.nextLong(-60_000_000_000L, 250_000_000_000L), random.nextInt(1_000_000_000)))
                        .limit(2_000))
                .allSatisfy(
                        moment -> assertThat(json.writeValueAsString(moment)).isEqualTo('"' + moment.toString() + '"'));
    }
}
