package dev.lodge.sla.panel;

import static dev.lodge.sla.Metric.FIRST_RESPONSE;
import static dev.lodge.sla.Metric.NEXT_RESPONSE;
import static dev.lodge.sla.Metric.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.sla.ClockDetails;
import dev.lodge.sla.Metric;
import dev.lodge.sla.clocks.ClockStatus;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.tickets.Priority;
import dev.lodge.web.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockPanelTests {

    private static final Instant NOW = Instant.parse("2026-03-10T14:06:00Z");
    private static final long TARGET = 8 * 3600;

    /** Used so many of eight hours; due in so many minutes. */
    @ParameterizedTest
    @CsvSource({
        "RUNNING, 2, 360, false, RUNNING",
        "RUNNING, 6, 120, false, SOON",
        "RUNNING, 6, 3000, false, RUNNING",
        "RUNNING, 1, 59, false, SOON",
        "RUNNING, 8, -1, false, OVER",
        "BREACHED, 9, -60, false, OVER",
        "BREACHED, 9, -60, true, MISSED",
        "PAUSED, 6, , false, PAUSED",
        "MET, 3, 300, true, MET",
    })
    void aPillSaysHowItsClockStands(
            ClockStatus status, long used, @Nullable Long dueIn, boolean ended, Due.State expected) {
        var clock = clock(RESOLUTION, status, used * 3600, dueIn, ended ? 0L : null);

        assertThat(ClockPill.of(clock, NOW)).extracting(Due::state).isEqualTo(expected);
        assertThat(ClockPill.hasBar(clock)).isEqualTo(!ended);
    }

    @Test
    void aClockThatIsNoLongerCountedHasNoPillOfItsOwn() {
        assertThat(ClockPill.of(clock(NEXT_RESPONSE, ClockStatus.CANCELLED, 60, null, 5L), NOW))
                .isNull();
    }

    @Test
    void aBarEndsWhereTheTargetDoes() {
        assertThat(ClockPill.share(clock(RESOLUTION, ClockStatus.RUNNING, TARGET / 4, 60L, null)))
                .isEqualTo(25);
        assertThat(ClockPill.share(clock(RESOLUTION, ClockStatus.BREACHED, 3 * TARGET, -60L, null)))
                .isEqualTo(100);
    }

    @Test
    void whatCanStillBeKeptComesFirstAndOnlyTheLastOfWhatEndedIsShown() {
        var first = clock(FIRST_RESPONSE, ClockStatus.MET, 60, 60L, 500L);
        var asked = clock(NEXT_RESPONSE, ClockStatus.BREACHED, 60, -400L, 300L);
        var askedAgain = clock(NEXT_RESPONSE, ClockStatus.MET, 60, 60L, 200L);
        var askedInVain = clock(NEXT_RESPONSE, ClockStatus.CANCELLED, 60, null, 100L);
        var paused = clock(RESOLUTION, ClockStatus.PAUSED, 60, null, null);
        var soon = clock(Metric.PERIODIC_UPDATE, ClockStatus.RUNNING, 60, 30L, null);

        var panel = ClockPanel.of(List.of(first, asked, askedAgain, askedInVain, paused, soon), false);

        assertThat(panel.shown()).containsExactly(soon, paused, askedAgain, first);
        assertThat(panel.earlier()).containsExactly(askedInVain, asked);
        assertThat(panel.missedEarlier()).isOne();
    }

    @Test
    void aTicketWithoutClocksHasAnEmptyPanel() {
        assertThat(ClockPanel.of(List.of(), false).isEmpty()).isTrue();
        assertThat(ClockPanel.of(List.of(), false).policy()).isNull();
    }

    private static ClockDetails clock(
            Metric metric, ClockStatus status, long used, @Nullable Long dueIn, @Nullable Long endedAgo) {
        return new ClockDetails(
                metric,
                1,
                4,
                "Gold",
                Priority.HIGH,
                TARGET,
                Counting.BUSINESS,
                1L,
                "Malmö",
                NOW.minus(Duration.ofDays(1)),
                dueIn == null ? null : NOW.plus(Duration.ofMinutes(dueIn)),
                status,
                used,
                TARGET - used,
                null,
                null,
                endedAgo == null ? null : NOW.minus(Duration.ofMinutes(endedAgo)),
                List.of(),
                "Because.",
                null);
    }
}
