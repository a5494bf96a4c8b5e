package dev.lodge.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.web.language.Bundles;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;

class SizeTests {

    private static final MessageSource TEXTS = new Bundles().messageSource();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0          | en | 1 kB
                    86_500     | en | 84 kB
                    1_048_575  | en | 1,023 kB
                    1_048_576  | en | 1 MB
                    2_202_009  | en | 2.1 MB
                    2_202_009  | de | 2,1 MB
                    2_202_009  | ar | 2.1 م.ب
                    86_500     | ar | 84 كيلوبايت
                    20_971_520 | es | 20 MB
                    1610612736 | en | 1.5 GB
                    """)
    void isSaidInTwoDigitsAndTheReadersUnits(String bytes, String language, String said) {
        assertThat(in(language, bytes)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"86_500, 84 ko", "2_202_009, '2,1 Mo'", "1610612736, '1,5 Go'"})
    void inFrenchTheUnitStaysOnTheNumbersLine(String bytes, String said) {
        assertThat(in("fr", bytes)).isEqualTo(said.replace(' ', '\u00a0'));
    }

    private static String in(String language, String bytes) {
        var size = new Size(Long.parseLong(bytes.replace("_", "")));
        return TEXTS.getMessage(size, Locale.forLanguageTag(language));
    }
}
