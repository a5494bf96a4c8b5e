package dev.lodge.web.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.web.SourceFiles;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogicalSidesTests {

    /** A side of the page rather than of the text, at the beginning of a line of our sheets. */
    private static final Pattern PHYSICAL = Pattern.compile(
            "(?m)^\\s*(?:[a-z-]*-)?(?:left|right)\\b[a-z-]*:(?! 50%)[^;]*;|^\\s*(?:text-align|float): (?:left|right);");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a{margin-left:1px}                   | a{margin-inline-start:1px}",
                "a{border-right-width:0;b:c}          | a{border-inline-end-width:0;b:c}",
                "a{left:0;--left:1}                   | a{inset-inline-start:0;--left:1}",
                "a{text-align:right!important}        | a{text-align:end!important}",
                "a{border-top-left-radius:0}          | a{border-start-start-radius:0}",
                "a{padding:1px 2px}                   | a{padding:1px 2px}",
                "a{padding:1px 2px 3px 4px}           | a{padding-block:1px 3px;padding-inline:4px 2px}",
                "a{margin:0 calc(1px + 2px) 0 0}      | a{margin-block:0 0;margin-inline:0 calc(1px + 2px)}",
                "a:not(.left):hover{border:1px solid} | a:not(.left):hover{border:1px solid}"
            })
    void whatStandsLeftStandsWhereTheTextBegins(String physical, String logical) {
        assertThat(LogicalSides.of(physical)).isEqualTo(logical);
    }

    @Test
    void ourOwnSheetsAreWrittenForBothDirections() {
        SourceFiles.styles().forEach((path, css) -> {
            List<String> sides = PHYSICAL.matcher(css)
                    .results()
                    .map(MatchResult::group)
                    .map(String::strip)
                    .toList();
            assertThat(sides).as(path).isEmpty();
        });
    }
}
