package dev.lodge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain                    | plain
            a [found] word           | a <mark>found</mark> word
            <b>[found]</b> & more    | &lt;b&gt;<mark>found</mark>&lt;/b&gt; &amp; more
            never [closed            | never <mark>closed</mark>
            closed] twice]           | closed twice
            [one [two] three         | <mark>one </mark><mark>two</mark> three
            """)
    void marksBecomeElementsAndEverythingElseIsText(String written, String html) {
        assertThat(Headline.html(written.replace('[', '\u0002').replace(']', '\u0003')))
                .isEqualTo(html);
    }
}
