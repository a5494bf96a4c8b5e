package dev.lodge.tickets.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageHtmlTests {

    @Test
    void theHistoryBelowAnAnswerIsFolded() {
        var html = of("""
                Batch 24-11B.

                On Mon, 9 March 2026 at 15:58, Acme Support wrote:
                > Which batch is it?
                > Tom
                """);

        assertThat(html.html()).contains("24-11B").doesNotContain("Which batch");
        assertThat(html.quoted()).contains("Acme Support wrote", "Which batch");
        assertThat(html.quotedLines()).isEqualTo(3);
    }

    @Test
    void aForwardedOriginalIsFolded() {
        assertThat(of("See below.\n\n-----Original Message-----\nFrom: Hannah\nIt broke.")
                        .quoted())
                .contains("It broke.");
    }

    @Test
    void aQuoteThatIsAnsweredBelowStays() {
        var html = of("> Which batch?\n\n24-11B.");

        assertThat(html.quoted()).isNull();
        assertThat(html.html()).contains("Which batch?", "24-11B.");
    }

    @Test
    void nothingButAQuoteStays() {
        assertThat(of("> one\n> two").quoted()).isNull();
    }

    private static MessageHtml of(String markdown) {
        return MessageHtml.of(markdown, Mentions.NONE);
    }
}
