package dev.lodge.tickets.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.tickets.TicketStatus;
import dev.lodge.web.Due;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketDueTests {

    private static final Instant NOW = Instant.parse("2026-03-10T14:06:00Z");

    /** Created so many minutes ago, due in so many. */
    @ParameterizedTest
    @CsvSource({
        "NEW, 60, 240, running, RUNNING",
        "OPEN, 600, 61, running, SOON",
        "OPEN, 600, 190, running, SOON",
        "OPEN, 600, 240, running, RUNNING",
        "OPEN, 10, 59, running, SOON",
        "OPEN, 20000, 2000, running, RUNNING",
        "OPEN, 60, 0, running, SOON",
        "OPEN, 60, -1, breached, OVER",
        "PENDING, 60, 240, paused, RUNNING",
        "PENDING, 60, , paused, PAUSED",
        "ON_HOLD, 60, , paused, PAUSED",
        "OPEN, 60, , met, MET",
        "OPEN, 60, , breached, MISSED",
        "OPEN, 60, , , NONE",
        "OPEN, 60, 240, , RUNNING",
    })
    void whileWorkRemainsItSaysWhatIsLeft(
            TicketStatus status, long age, @Nullable Long left, @Nullable String standing, Due.State expected) {
        var due = left == null ? null : NOW.plus(Duration.ofMinutes(left));

        assertThat(TicketDue.of(status, due, standing, NOW.minus(Duration.ofMinutes(age)), null, NOW)
                        .state())
                .isEqualTo(expected);
    }

    /** Settled an hour ago; due so many minutes ago. */
    @ParameterizedTest
    @CsvSource({
        "SOLVED, , met, MET",
        "CLOSED, , breached, MISSED",
        "SOLVED, 30, , MET",
        "SOLVED, 90, , MISSED",
        "SOLVED, , , NONE",
        "CLOSED, 90, met, MET",
    })
    void whenWorkIsDoneItSaysHowThatEnded(
            TicketStatus status, @Nullable Long dueAgo, @Nullable String standing, Due.State expected) {
        var due = dueAgo == null ? null : NOW.minus(Duration.ofMinutes(dueAgo));
        var settled = NOW.minus(Duration.ofHours(1));

        assertThat(TicketDue.of(status, due, standing, NOW.minus(Duration.ofDays(2)), settled, NOW)
                        .state())
                .isEqualTo(expected);
    }

    @Test
    void everyStateHasAShapeOrAWordBesidesItsColour() {
        assertThat(new Due[] {Due.paused(), Due.met(null), Due.missed(null)})
                .extracting(Due::icon)
                .containsExactly("player-pause", "circle-check", "alert-triangle");
        assertThat(Due.by(NOW, NOW, NOW.plusSeconds(1)).icon()).isEqualTo("alert-triangle");
    }
}
