package dev.lodge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme AB, Malmö | Acme AB, Malmö",
                "See [terms](/terms). | See <a href=\"/terms\">terms</a>.",
                "[Mail](mailto:help@acme.example) | <a href=\"mailto:help@acme.example\">Mail</a>",
                "[Shop](https://acme.example/?a=1&b=2) | <a href=\"https://acme.example/?a=1&amp;b=2\" target=\"_blank\" rel=\"noopener\">Shop</a>",
                "At https://acme.example. | At <a href=\"https://acme.example\" target=\"_blank\" rel=\"noopener\">https://acme.example</a>.",
                "<b>\"bold\"</b> | &lt;b&gt;&quot;bold&quot;&lt;/b&gt;",
            })
    void linksAreLinksAndAllElseIsText(String text, String html) {
        assertThat(LinkedText.html(text)).isEqualTo(html);
    }

    @Test
    void linesStayLines() {
        assertThat(LinkedText.html("Acme\r\nMalmö\nSweden")).isEqualTo("Acme<br>Malmö<br>Sweden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert)",
                "[x](data:text/html,hi)",
                "[x](//evil.example)",
                "[x](/\\evil.example)",
                "[x](https://user:pass@evil.example)",
                "[x](vbscript:x)",
                "[x](/a\"onmouseover=\"alert)"
            })
    void whatMayNotBeLinkedToStaysText(String text) {
        assertThat(LinkedText.html(text))
                .doesNotContain("href=\"javascript")
                .doesNotContain("\"onmouseover")
                .satisfiesAnyOf(
                        html -> assertThat(html).doesNotContain("<a "),
                        html -> assertThat(html).contains("&quot;"));
    }
}
