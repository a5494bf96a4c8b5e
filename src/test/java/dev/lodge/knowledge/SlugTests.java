package dev.lodge.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Reset your password | en | reset-your-password",
                "  What's new?!  (2026) | en | whats-new-2026",
                "Größe & Maße | de | groesse-masse",
                "Größe & Maße | en | grosse-masse",
                "Élève à l’école | fr | eleve-a-lecole",
                "Łódź, Øresund, Þór | en | lodz-oresund-thor",
                "Як скинути пароль? | uk | як-скинути-пароль",
                "كيف أعيد تعيين كلمة المرور؟ | ar | كيف-أعيد-تعيين-كلمة-المرور",
                "पासवर्ड कैसे बदलें | hi | पासवर्ड-कैसे-बदलें",
                "パスワードを リセット | ja | パスワードを-リセット",
                "ﬁne ① ２０ | en | fine-1-20",
                "../../etc/passwd | en | etc-passwd",
                "<script>alert(1)</script> | en | script-alert-1-script",
                "İstanbul | tr | istanbul"
            })
    void aTitleIsReadInItsAddress(String title, String language, String slug) {
        assertThat(Slug.of(title, language)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({"'🎉🎉'", "'...'", "''", "'\u0301\u0301'", "'\u202e\u200b'"})
    void aTitleWithoutALetterHasNone(String title) {
        assertThat(Slug.of(title, "en")).isEmpty();
    }

    @Test
    void aLongTitleIsCutBetweenWordsAndALongWordAnywhereButWithinALetter() {
        assertThat(Slug.of("word ".repeat(40), "en")).hasSizeBetween(70, 80).doesNotEndWith("-");
        assertThat(Slug.of("𠀀".repeat(200), "zh").codePoints()).hasSize(80).containsOnly("𠀀".codePointAt(0));
        assertThat(Slug.numbered("a".repeat(80), 12)).isEqualTo("a".repeat(77) + "-12");
    }

    @Test
    void whateverIsTypedTheSlugIsShortNormalAndItsOwnSlug() {
        var random = new Random(11);
        for (int round = 0; round < 5_000; round++) {
            var title = new StringBuilder();
            for (int i = random.nextInt(120); i > 0; i--) {
                int letter = random.nextBoolean() ? random.nextInt(0x3000) : random.nextInt(0x110000);
                title.appendCodePoint(Character.getType(letter) == Character.SURROGATE || letter == 0 ? ' ' : letter);
            }
            String slug = Slug.of(title.toString(), "en");

            assertThat(slug.codePointCount(0, slug.length())).isLessThanOrEqualTo(Slug.LONGEST);
            assertThat(Normalizer.isNormalized(slug, Normalizer.Form.NFC))
                    .as(slug)
                    .isTrue();
            assertThat(slug)
                    .doesNotContain("--", "/", ".", "<", "\"", " ")
                    .doesNotStartWith("-")
                    .doesNotEndWith("-");
            assertThat(Slug.of(slug, "en")).isEqualTo(slug);
        }
    }
}
