package dev.lodge.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegibilityTests {

    @ParameterizedTest
    @CsvSource({"#1a7f4e", "#475569", "#5b5bf0", "#ffffff", "#000000", "#ffd400", "#808080", "#ff0000", "#00c2ff"})
    void whateverIsPickedIsReadWellEverywhere(String accent) {
        var legible = new Legibility(accent);

        assertThat(legible.onButton()).isGreaterThanOrEqualTo(4.5);
        assertThat(legible.inLight()).isGreaterThanOrEqualTo(4.5);
        assertThat(legible.inDark()).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void aColourFromTheMiddleIsDarkenedUnderWhiteText() {
        var grey = new Legibility("#808080");

        assertThat(grey.isDarkened()).isTrue();
        assertThat(grey.button()).isEqualTo("#636363");
        assertThat(grey.hasDarkText()).isFalse();
    }

    @Test
    void aLightColourStaysAndCarriesDarkText() {
        var yellow = new Legibility("#ffd400");

        assertThat(yellow.isDarkened()).isFalse();
        assertThat(yellow.button()).isEqualTo("#ffd400");
        assertThat(yellow.hasDarkText()).isTrue();
    }

    @Test
    void aDarkColourStaysAsItIs() {
        assertThat(new Legibility("#1a3f8e").isDarkened()).isFalse();
    }

    @Test
    void coloursComeBackAsTheyWere() {
        for (String hex : new String[] {"#000000", "#ffffff", "#1a7f4e", "#ff0000", "#0000ff", "#123456"}) {
            assertThat(Colour.of(hex).hex()).isEqualTo(hex);
        }
    }
}
