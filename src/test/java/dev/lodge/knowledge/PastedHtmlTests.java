package dev.lodge.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedHtmlTests {

    @Test
    void aWebPageKeepsItsStructure() {
        assertThat(PastedHtml.toMarkdown("""
                <h2>Before you start</h2><p>Take the <b>long</b> pole, <a href="https://a.example/x">as shown</a>.</p>
                <ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul><ol><li>First</li><li>Second</li></ol>
                <blockquote>Said <i>so</i></blockquote><pre><code class="language-sh">ls *.txt
                </code></pre><table><tr><th>Size</th><th>Price</th></tr><tr><td>M</td><td>1|2</td></tr></table>
                """)).isEqualTo("""
                ## Before you start

                Take the **long** pole, [as shown](<https://a.example/x>).

                - One
                  - Inner
                - Two

                1. First
                2. Second

                > Said *so*

                ```sh
                ls *.txt
                ```

                | Size | Price |
                | --- | --- |
                | M | 1\\|2 |""");
    }

    @Test
    void aWordProcessorsListsAreLists() {
        assertThat(PastedHtml.toMarkdown("""
                <html xmlns:o="urn:x"><head><style>p{}</style></head><body><h1>Poles</h1>
                <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>  </span></span>Short</p>
                <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>  </span></span>Long</p>
                <p class=MsoNormal><span style='font-weight:bold'>Careful</span><o:p></o:p></p></body></html>
                """)).isEqualTo("# Poles\n\n- Short\n- Long\n**Careful**");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><p>x</p>",
                "<p onclick=alert(1)>x</p><svg><script>alert(1)</script></svg>",
                "<a href='javascript:alert(1)'>x</a>",
                "<img src='data:image/png;base64,AAAA'>x",
                "<iframe src=//evil.example></iframe><form><input value=a></form>x"
            })
    void whatCouldActIsLeftBehind(String html) {
        assertThat(PastedHtml.toMarkdown(html)).isEqualTo("x");
    }

    @Test
    void textThatLooksLikeMarkupStaysText() {
        String markdown = PastedHtml.toMarkdown(
                "<p>2 * 3 * 4 &lt;b&gt; [x](y) # no</p><p># not a heading</p><p>1. not a list</p>");

        assertThat(ArticleText.of(markdown).plain())
                .isEqualTo("2 * 3 * 4 <b> [x](y) # no\n# not a heading\n1. not a list");
    }

    @Test
    void howeverDeepItNestsItIsReadSoon() {
        assertThat(PastedHtml.toMarkdown("<div>".repeat(20_000) + "x")).contains("x");
        assertThat(PastedHtml.toMarkdown("<ul><li>".repeat(5_000) + "x")).contains("x");
        assertThat(PastedHtml.toMarkdown("<b><i>".repeat(20_000) + "x")).contains("x");
    }
}
