package dev.lodge.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTests {

    @ParameterizedTest
    @CsvSource({
        "help.acme.example, help.acme.example",
        "HELP.Acme.Example, help.acme.example",
        "hjälp.example, xn--hjlp-moa.example"
    })
    void writtenNamesAreStoredInLowerCaseAndAscii(String written, String stored) {
        assertThat(HostName.of(written)).hasToString(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "-a.example",
                "a-.example",
                "a_b.example",
                "a b",
                "a/b",
                "a:80",
                "a\u0000b",
                "a\r\nX: y",
                "<b>"
            })
    void refusesWhatIsNoHostName(String written) {
        assertThatThrownBy(() -> HostName.of(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLabelsOver63AndNamesOver253Characters() {
        assertThatThrownBy(() -> HostName.of("a".repeat(64) + ".example")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HostName.of("a.".repeat(130) + "example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"acme.localhost:8080, acme.localhost", "ACME.localhost, acme.localhost", "127.0.0.1:80, 127.0.0.1"})
    void aHostHeaderNamesItsHostWithoutThePort(String header, String host) {
        assertThat(HostName.ofHeader(header)).contains(new HostName(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":80", "acme.localhost:80x", "acme.localhost:123456", "acme.localhost.", "a@b", "[::1]"})
    void aMalformedHostHeaderNamesNone(String header) {
        assertThat(HostName.ofHeader(header)).isEmpty();
    }

    @Test
    void aNameIsWithinItsParentOnlyAtALabel() {
        HostName parent = new HostName("lodge.example");

        assertThat(new HostName("acme.lodge.example").isWithin(parent)).isTrue();
        assertThat(new HostName("notlodge.example").isWithin(parent)).isFalse();
    }
}
