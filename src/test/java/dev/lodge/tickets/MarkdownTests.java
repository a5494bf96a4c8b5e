package dev.lodge.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

    @Test
    void emphasisListsAndLineBreaksAreShown() {
        assertThat(Markdown.toHtml("The sticker says **24-11B**.\nThank you:\n\n- pole\n- bag"))
                .contains("<strong>24-11B</strong>", "<br", "<li>pole</li>");
    }

    @Test
    void linksTellNothingOfWhereTheyStand() {
        assertThat(Markdown.toHtml("see https://acme.example/track"))
                .contains("href=\"https://acme.example/track\"", "rel=\"noopener nofollow\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "![look](https://evil.example/pixel.png)",
                "[click](javascript:alert(1))",
                "[click](data:text/html,hello)",
                "<a href='x' hx-get='/settings'>x</a>",
                "<svg onload=alert(1)>",
                "<style>*{display:none}</style>",
                "<base href='//evil.example'>",
                "[x](https://ok.example \"a\\\" onmouseover=\\\"alert(1)\")"
            })
    void whatCouldActIsInert(String hostile) {
        assertThat(Markdown.toHtml(hostile))
                .doesNotContainPattern("<(script|img|svg|style|base)")
                .doesNotContainPattern("<[^>]*(javascript:|data:|onmouseover|onerror|hx-get)");
    }

    @Test
    void aPreviewIsOneLineOfPlainText() {
        assertThat(Preview.of("# Hello\n\nThe **sticker** says\n`24-11B`.\n\n- one\n- two"))
                .isEqualTo("Hello The sticker says 24-11B. one two");
        assertThat(Preview.of("😀".repeat(200)))
                .hasSizeLessThanOrEqualTo(Preview.LENGTH)
                .endsWith("😀");
    }
}
