package dev.lodge.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lodge.problem.Invalid;
import dev.lodge.problem.StaleVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"7\"`            | true",
                "`\"6\"`            | false",
                "`\"6\", \"7\"`     | true",
                "`W/\"7\"`          | false",
                "`W/\"7\", \"7\"`   | true",
                "`*`                | true",
                "`\"\"`             | false"
            })
    void versionSevenMatches(String header, boolean matches) {
        assertThat(IfMatch.of(header).test(7)).isEqualTo(matches);
    }

    @Test
    void withoutTheHeaderNothingIsAsked() {
        assertThat(IfMatch.of(null).test(7)).isTrue();
    }

    @Test
    void anotherVersionIsStale() {
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> IfMatch.of("\"6\"").require(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "'7'", "\"6\" \"7\"", "7\"", "w/\"7\""})
    void whatIsNoListOfTagsIsRefused(String header) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> IfMatch.of(header));
    }
}
