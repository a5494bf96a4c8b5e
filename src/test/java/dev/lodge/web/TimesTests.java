package dev.lodge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTests {

    private static final Instant TUESDAY_AFTERNOON = Instant.parse("2026-03-10T14:06:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-10T14:05:40Z | now          | 15:05",
                "2026-03-10T13:25:00Z | 41 m         | 14:25",
                "2026-03-10T11:00:00Z | 3 h          | 12:00",
                "2026-03-09T14:20:00Z | 23 h         | Mon 15:20",
                "2026-03-08T14:20:00Z | Sun          | Sun 15:20",
                "2026-02-24T08:00:00Z | 24 Feb       | 24 February, 09:00",
                "2025-12-31T23:30:00Z | 1 Jan        | 1 January, 00:30",
                "2025-03-09T14:20:00Z | Mar 2025     | 9 March 2025, 15:20",
                "2026-03-11T09:30:00Z | Wed          | Wed 10:30"
            })
    void momentsAreShortInTheReadersZone(Instant at, String brief, String moment) throws IOException {
        assertThat(viewed(() -> Times.brief(at))).isEqualTo(brief);
        assertThat(viewed(() -> Times.moment(at))).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"20, 1 m", "1440, 24 m", "3600, 1 h", "4800, 1 h 20 m", "259200, 3 d"})
    void spansNameTheirTwoLargestUnits(long seconds, String words) throws IOException {
        assertThat(viewed(() -> Times.span(Duration.ofSeconds(seconds)))).isEqualTo(words);
    }

    @Test
    void theExactMomentIsAlwaysAtHand() throws IOException {
        assertThat(viewed(() -> Times.exact(TUESDAY_AFTERNOON))).isEqualTo("Tue 10 March 2026, 15:06");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T14:30:00Z, SOON, 24 m",
        "2026-03-10T17:52:00Z, RUNNING, 3 h 46 m",
        "2026-03-10T13:48:00Z, OVER, 18 m over",
        "2026-03-12T09:30:00Z, RUNNING, Thu 10:30"
    })
    void aDueMomentSaysWhatIsLeft(Instant due, Due.State state, String words) throws IOException {
        var pill = viewed(() -> Due.by(due, TUESDAY_AFTERNOON.minus(Duration.ofHours(1)), TUESDAY_AFTERNOON));
        assertThat(pill.state()).isEqualTo(state);
        assertThat(viewed(pill::words)).isEqualTo(words);
    }

    private static <T> T viewed(Supplier<T> words) throws IOException {
        var nobody = new Shell(
                Site.lodge(),
                null,
                new Visit(() -> null, "/", null),
                List.of(),
                new dev.lodge.web.asset.Assets(),
                null);
        return new Viewing(
                        new dev.lodge.web.language.Bundles().messageSource(),
                        Language.ENGLISH,
                        ZoneId.of("Europe/Stockholm"),
                        TUESDAY_AFTERNOON,
                        nobody)
                .render(words);
    }
}
