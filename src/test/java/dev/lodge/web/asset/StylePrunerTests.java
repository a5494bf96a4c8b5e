package dev.lodge.web.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StylePrunerTests {

    private final StylePruner pruner = new StylePruner(List.of("btn", "form-*"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`.btn{a:b}`                                  | `.btn{a:b}`",
                "`.card{a:b}`                                 | ``",
                "`.btn,.card{a:b}`                            | `.btn{a:b}`",
                "`.card .btn{a:b}`                            | ``",
                "`.btn:not(.card){a:b}`                       | `.btn:not(.card){a:b}`",
                "`:is(p,.btn,.card) a{a:b}`                   | `:is(p,.btn,.card) a{a:b}`",
                "`:is(.card,.nav) .btn{a:b}`                  | ``",
                "`.card :is(.btn,p){a:b}`                     | ``",
                "`.form-check:hover{a:b}`                     | `.form-check:hover{a:b}`",
                "`body{a:b}`                                  | `body{a:b}`",
                "`@media print{.card{a:b}.btn{a:b}}`          | `@media print{.btn{a:b}}`",
                "`@media print{.card{a:b}}`                   | ``",
                "`@keyframes spin{to{a:b}}`                   | ``",
                "`.btn{b:url(\"data:;{}\")}.card{a:b}`        | `.btn{b:url(\"data:;{}\")}`",
                "`/*! x */@charset \"UTF-8\";.btn{a:b}`       | `.btn{a:b}`"
            })
    void onlyRulesThatCanApplyStay(String css, String kept) {
        assertThat(pruner.prune(css).replaceAll("/\\*.*?\\*/", "")).isEqualTo(kept);
    }

    @Test
    void theWholeSheetIsLightAndStillStylesWhatIsUsed() {
        var css = new String(new Assets().file("lodge.css").plain(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(css)
                .contains(".btn-primary{", ".form-control{", ".ti-x{", ".l-row {")
                .doesNotContain(".navbar", ".carousel");
        assertThat(new Assets().file("lodge.css").gzipped()).hasSizeLessThan(40_000);
    }

    @Test
    void whatComesWithAVisitorsPageLeavesRoomForItsTextInFiftyKilobytes() {
        var assets = new Assets();
        int bytes = List.of("help.css", "lodge.js", "theme.js").stream()
                .mapToInt(name -> assets.file(name).gzipped().length)
                .sum();

        assertThat(bytes).isLessThan(42_000);
    }
}
