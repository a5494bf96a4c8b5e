package dev.lodge.sla.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lodge.problem.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTests {

    private static final ZoneId MALMO = ZoneId.of("Europe/Stockholm");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);

    @ParameterizedTest
    @CsvSource({
        "7d, 2026-03-04, 7",
        "30d, 2026-02-09, 30",
        "90d, 2025-12-11, 14",
        "12w, 2025-12-22, 12",
    })
    void theUsualOnesEndToday(String word, LocalDate from, int steps) {
        var period = Period.usual(word, TUESDAY, MALMO);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(TUESDAY);
        assertThat(period.steps()).hasSize(steps);
    }

    @Test
    void aPeriodReachesFromMidnightToMidnightAlsoWhenClocksAreTurned() {
        var period = Period.chosen("2026-03-29", "2026-03-29", MALMO);

        assertThat(period.begin()).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(period.end()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void whatItIsComparedWithIsAsLongAndEndsTheDayBefore() {
        var before = Period.chosen("2026-03-02", "2026-03-08", MALMO).before();

        assertThat(before.from()).isEqualTo("2026-02-23");
        assertThat(before.to()).isEqualTo("2026-03-01");
    }

    @Test
    void aLongOneGoesByWeeksOfWhichTheFirstIsWhole() {
        var period = Period.chosen("2026-01-01", "2026-02-10", MALMO);

        assertThat(period.isByDay()).isFalse();
        assertThat(period.steps()).startsWith(LocalDate.of(2025, 12, 29)).endsWith(LocalDate.of(2026, 2, 9));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-03-09, to",
        "2025-01-01, 2026-01-02, to",
        "2026-02-30, 2026-03-01, from",
        ", 2026-03-01, from",
        "2026-03-01, , to",
        "0001-01-01, 0001-01-02, from",
        "999999999-01-01, 2026-01-01, from",
    })
    void daysThatMakeNoPeriodAreNamed(@Nullable String from, @Nullable String to, String field) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> Period.chosen(from, to, MALMO))
                .satisfies(refused -> assertThat(refused.errors().has(field)).isTrue());
    }

    @Test
    void anUnknownWordIsRefused() {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Period.usual("fortnight", TUESDAY, MALMO));
    }
}
