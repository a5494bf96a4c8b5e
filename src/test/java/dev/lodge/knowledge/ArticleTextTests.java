package dev.lodge.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTextTests {

    @Test
    void headingsBeginBelowTheTitleAndAreNamedInTheContents() {
        var text = ArticleText.of("# Before *you* start\n\nGo.\n\n## Steps\n\n## Steps\n");

        assertThat(text.contents())
                .containsExactly(
                        new ArticleText.Entry(2, "h-before-you-start", "Before you start"),
                        new ArticleText.Entry(3, "h-steps", "Steps"),
                        new ArticleText.Entry(3, "h-steps-2", "Steps"));
        assertThat(text.html())
                .contains("<h2 id=\"h-before-you-start\">Before <em>you</em> start</h2>", "<h3 id=\"h-steps-2\">");
    }

    @Test
    void noLevelOfHeadingsIsLeftOutWhateverTheirAuthorCallsThem() {
        assertThat(ArticleText.of("### A\n\n###### B\n\n# C\n\n#### D\n").contents())
                .extracting(ArticleText.Entry::level)
                .containsExactly(2, 3, 2, 3);
        assertThat(ArticleText.of("## A\n\n### B\n").contents())
                .extracting(ArticleText.Entry::level)
                .containsExactly(2, 3);
    }

    @Test
    void tablesCodeAndOwnPicturesAreShown() {
        String html = ArticleText.of("""
                | Size | Price |
                |------|------:|
                | M    | 12    |

                ```java
                var a = 1 < 2;
                ```

                ![A zipper](/attachments/12/zip%20per.png)
                """).html();

        assertThat(html)
                .contains(
                        "<table>",
                        "<th align=\"right\">Price</th>",
                        "<code class=\"language-java\">var a &#61; 1 &lt; 2;")
                .contains("src=\"/attachments/12/zip%20per.png\"", "alt=\"A zipper\"", "loading=\"lazy\"");
    }

    @Test
    void aPictureFromElsewhereIsALinkThatNobodyFollowsUnasked() {
        String html = ArticleText.of("![Look](https://tracker.example/p.png) ![](//tracker.example/x)")
                .html();

        assertThat(html).doesNotContain("<img").contains("<a href=\"https://tracker.example/p.png\"", "nofollow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "![x](/attachments/1/a.png\" onerror=\"alert(1))",
                "![x](/attachments/../admin)",
                "![x](/attachments/1/..%2f..%2fx/y)",
                "<svg><script>alert(1)</script></svg>",
                "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
                "<base href=//evil.example>",
                "<meta http-equiv=refresh content=0>",
                "<form action=/x><button formaction=//evil.example>",
                "<div hx-get=/x data-hx-post=/y style=\"position:fixed\">",
                "<a href=\"jav&#x0A;ascript:alert(1)\">x</a>",
                "`<b onmouseover=alert(1)>`",
                "# <h2 id=\"x\" onclick=alert(1)>",
                "| <script> |\n|---|\n| <img src=x onerror=1> |",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "{{constructor.constructor('alert(1)')()}} <template><script>x</script></template>"
            })
    void whatCouldActIsText(String markdown) {
        assertThat(ArticleText.of(markdown).html())
                .doesNotContainIgnoringCase("<script", "<svg", "<base", "<meta", "<form", "<button", "<div", "<math")
                .doesNotContainPattern("<[^>]*\\son[a-z]+\\s*=")
                .doesNotContainPattern("<[^>]*(hx-|style=)")
                .doesNotContainPattern("(href|src)=\"\\s*(javascript|data|vbscript|//)");
    }

    @Test
    void whatIsReadIsKeptWithoutItsMarkup() {
        var text = ArticleText.of("## Zipper\n\n**Wax** it, see [the guide](https://a.example).\n\n- one\n- two\n");

        assertThat(text.plain()).contains("Zipper", "Wax it, see", "one").doesNotContain("**", "##");
        assertThat(ArticleText.words("Größe", List.of("Maße"), text.contents()))
                .isEqualTo("grosse\nmaße\nzipper".replace("grosse", "große"));
    }

    @Test
    void tablesLinksAndPicturesReadAsWords() {
        String plain = ArticleText.of("""
                | To     | Working days | Price |
                |--------|--------------|-------|
                | Sweden | 2 to 3       |       |
                | Norway | **3** to 5   | 4 €   |

                See [the map](https://a.example/m) or ![A parcel](/attachments/7/parcel.png).
                """).plain();

        assertThat(plain).isEqualTo("""
                To, Working days, Price.
                Sweden, 2 to 3.
                Norway, 3 to 5, 4 €.
                See the map or A parcel.""");
    }

    @Test
    void itemsOfListsReadAsLines() {
        String plain = ArticleText.of("1. Open it\n2. Choose\n   - a day, or\n   - an hour\n\n   and save\n\nDone.")
                .plain();

        assertThat(plain).isEqualTo("Open it\nChoose\na day, or\nan hour\nand save\nDone.");
    }

    @Test
    void aHeadingThatIsALinkIsNamedByItsWords() {
        assertThat(ArticleText.of("## [Wax](https://a.example/wax) it").contents())
                .containsExactly(new ArticleText.Entry(2, "h-wax-it", "Wax it"));
    }

    @Test
    void nothingThatIsTypedTakesLong() {
        for (String part : List.of("> ", "[", "![", "*a_", "- ", "`", "|a", "#", "<", "((", "**a ", "\\")) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(4), () -> ArticleText.of(part.repeat(49_000 / part.length())), part);
        }
    }

    @Test
    void anExcerptEndsBetweenWords() {
        assertThat(ArticleText.excerpt("one two  three\nfour", 12)).isEqualTo("one two…");
        assertThat(ArticleText.excerpt("short", 12)).isEqualTo("short");
    }
}
