package dev.lodge.web.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lodge.web.Language;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTests {

    private static final String ARABIC =
            "{0,plural,zero{لا تذاكر} one{تذكرة واحدة} two{تذكرتان} few{# تذاكر} many{# تذكرةً} other{# تذكرة}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0   | لا تذاكر",
                "1   | تذكرة واحدة",
                "2   | تذكرتان",
                "3   | 3 تذاكر",
                "10  | 10 تذاكر",
                "11  | 11 تذكرةً",
                "99  | 99 تذكرةً",
                "100 | 100 تذكرة",
                "103 | 103 تذاكر"
            })
    void arabicCountsInSixForms(long tickets, String words) {
        assertThat(said(Language.ARABIC, ARABIC, tickets)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, 0 tickets", "GERMAN, 0 tickets", "FRENCH, 0 ticket"})
    void nothingIsManyInSomeLanguagesAndOneInOthers(Language language, String words) {
        assertThat(said(language, "{0,plural,one{# ticket} other{# tickets}}", 0))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | 12,500",
                "GERMAN  | 12.500",
                "FRENCH  | 12\u202f500",
                "SPANISH | 12.500",
                "ARABIC  | 12,500"
            })
    void numbersAreWrittenAsTheLanguageDoes(Language language, String written) {
        assertThat(said(language, "{0}", 12_500)).isEqualTo(written);
        assertThat(said(language, "{0,plural,other{#}}", 12_500L)).isEqualTo(written);
        assertThat(said(language, "{0,number,#}", 12_500)).isEqualTo("12500");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "it's {0}                         | it's five",
                "it''s {0}                        | it's five",
                "write '{{desk}}' or {0}          | write {{desk}} or five",
                "'{{'{0}'}}'                      | {{five}}",
                "{0,select,five{yes} other{no}}   | yes",
                "{0,select,six{yes} other{no {0}}} | no five",
                "{0,plural,one{#} other{all #}}   | all five"
            })
    void textStandsAsItIsWritten(String pattern, String words) {
        assertThat(said(Language.ENGLISH, pattern, "five")).isEqualTo(words);
    }

    @Test
    void whatIsCountedOutsideStandsWithinAndExactNumbersComeFirst() {
        var pattern = "{1,plural,=0{{0} earlier} one{{0} earlier, 1 missed} other{{0} earlier, # missed}}";
        assertThat(said(Language.ENGLISH, pattern, 4, 0)).isEqualTo("4 earlier");
        assertThat(said(Language.ENGLISH, pattern, 4, 1)).isEqualTo("4 earlier, 1 missed");
        assertThat(said(Language.ENGLISH, pattern, 4, 2)).isEqualTo("4 earlier, 2 missed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{0",
                "{name}",
                "{0,choice,0#none|1#one}",
                "{0,date}",
                "{0,number,percent}",
                "{0,plural,one{#}}",
                "{0,plural,offset:1 other{#}}"
            })
    void whatTranslatorsCannotMeanIsRefused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> said(Language.ENGLISH, pattern, 1));
    }

    @Test
    void aValueThatIsMissingIsNotedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> said(Language.ENGLISH, "{0} and {1}", "one"));
    }

    @Test
    void manyThreadsReadTheSamePhrase() {
        Phrase phrase = Phrase.read(ARABIC, new Grammar(Language.ARABIC));
        List<String> read = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(number -> phrase.with(number % 100))
                .toList();
        assertThat(read)
                .isEqualTo(IntStream.range(0, 20_000)
                        .mapToObj(number -> phrase.with(number % 100))
                        .toList());
    }

    private static String said(Language language, String pattern, Object... values) {
        return Phrase.read(pattern, new Grammar(language)).with(values);
    }
}
