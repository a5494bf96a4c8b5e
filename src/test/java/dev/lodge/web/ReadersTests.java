package dev.lodge.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReadersTests {

    private static final Site GERMAN_DESK = new Site(
            "Acme",
            "#334155",
            null,
            null,
            null,
            null,
            "1",
            null,
            List.of(Language.GERMAN, Language.ENGLISH, Language.ARABIC),
            ZoneOffset.UTC,
            false);

    private final Readers readers = new Readers();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/signin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                          | GERMAN",
                "en-GB,en;q=0.9                | ENGLISH",
                "fr-CH, fr;q=0.9, ar;q=0.5     | ARABIC",
                "en;q=0.2, ar-EG;q=0.7         | ARABIC",
                "en;q=0                        | GERMAN",
                "fr                            | GERMAN",
                "*                             | GERMAN",
                "e$n;;;q=x                     | GERMAN"
            })
    void theBrowserIsHeardWhereTheDeskOffersWhatItAsksFor(@Nullable String accepted, Language spoken) {
        if (accepted != null) {
            request.addHeader("Accept-Language", accepted);
        }
        assertThat(readers.language(request, GERMAN_DESK, null)).isEqualTo(spoken);
    }

    @Test
    void whatWasChosenHereComesBeforeTheBrowser() {
        request.addHeader("Accept-Language", "en");
        request.setCookies(new Cookie(Readers.COOKIE, "ar"));
        assertThat(readers.language(request, GERMAN_DESK, null)).isEqualTo(Language.ARABIC);
    }

    @Test
    void aChoiceThatTheDeskDoesNotOfferIsNone() {
        request.addHeader("Accept-Language", "en");
        request.setCookies(new Cookie(Readers.COOKIE, "fr"));
        assertThat(readers.language(request, GERMAN_DESK, null)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void theProfileComesBeforeAllElse() {
        request.addHeader("Accept-Language", "en");
        request.setCookies(new Cookie(Readers.COOKIE, "ar"));
        assertThat(readers.language(request, GERMAN_DESK, person(Locale.FRENCH)))
                .isEqualTo(Language.FRENCH);
        assertThat(readers.language(request, GERMAN_DESK, person(null))).isEqualTo(Language.ARABIC);
    }

    @Test
    void programsAreAnsweredInEnglishUnlessTheyAskOtherwise() {
        assertThat(Readers.ofProgram(request)).isEqualTo(Language.ENGLISH);
        request.addHeader("Accept-Language", "pt, es;q=0.5");
        assertThat(Readers.ofProgram(request)).isEqualTo(Language.SPANISH);
    }

    private static Person person(@Nullable Locale language) {
        return new Person(1, "Mia Lindqvist", Theme.AUTO, language, ZoneOffset.UTC, Set.of(), true);
    }
}
