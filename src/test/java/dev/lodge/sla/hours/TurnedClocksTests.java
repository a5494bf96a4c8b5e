package dev.lodge.sla.hours;

import static dev.lodge.sla.hours.Calendars.daily;
import static dev.lodge.sla.hours.Calendars.in;
import static dev.lodge.sla.hours.Calendars.office;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks that are turned forward and back, by an hour, by half of one, and by a whole day. */
class TurnedClocksTests {

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource({
        "Europe/Berlin,       01:00-04:00, 2026-03-29, PT2H,    02:00 to 03:00 is skipped",
        "Europe/Berlin,       01:00-04:00, 2026-10-25, PT4H,    02:00 to 03:00 comes twice",
        "Europe/Berlin,       02:15-02:45, 2026-03-29, PT0S,    an interval that is skipped",
        "Europe/Berlin,       02:15-02:45, 2026-10-25, PT1H,    an interval that comes twice",
        "Europe/Berlin,       02:30-03:30, 2026-03-29, PT30M,   its beginning is skipped",
        "Europe/Berlin,       01:30-02:30, 2026-03-29, PT30M,   its end is skipped",
        "Europe/Berlin,       02:30-03:30, 2026-10-25, PT1H30M, its beginning comes twice",
        "Europe/Berlin,       00:00-24:00, 2026-03-29, PT23H,   a whole day",
        "Europe/Berlin,       00:00-24:00, 2026-10-25, PT25H,   a whole day",
        "America/New_York,    01:00-04:00, 2026-03-08, PT2H,    forward at 02:00",
        "America/New_York,    00:30-01:30, 2026-11-01, PT1H30M, back at 02:00",
        "Australia/Lord_Howe, 01:00-04:00, 2026-10-04, PT2H30M, forward by half an hour",
        "Australia/Lord_Howe, 01:00-04:00, 2026-04-05, PT3H30M, back by half an hour",
        "Pacific/Apia,        09:00-17:00, 2011-12-29, PT8H,    the day before the one left out",
        "Pacific/Apia,        00:00-24:00, 2011-12-30, PT0S,    a day left out of the calendar",
        "America/Sao_Paulo,   00:00-24:00, 2018-11-04, PT23H,   no midnight",
        "America/Sao_Paulo,   22:00-24:00, 2018-02-17, PT3H,    the last hour of a day comes twice",
        "America/Havana,      00:00-01:00, 2026-11-01, PT2H,    the first hour of a day comes twice",
    })
    void aDayHasTheHoursThatItsWallClockShows(String zone, String hours, LocalDate date, Duration open, String why) {
        BusinessCalendar calendar = in(zone, daily(hours));
        Instant from = date.atStartOfDay(calendar.zone()).toInstant();
        Instant to = date.plusDays(1).atStartOfDay(calendar.zone()).toInstant();

        assertThat(calendar.between(from, to)).as(why).isEqualTo(open);
    }

    @ParameterizedTest(name = "{0}, {1}: {2} and {3} give {4}")
    @CsvSource({
        "Europe/Berlin,       01:00-04:00, 2026-03-29T00:00:00Z, PT1H,   2026-03-29T01:00:00Z",
        "Europe/Berlin,       01:00-04:00, 2026-03-29T00:00:00Z, PT1H1S, 2026-03-29T01:00:01Z",
        "Europe/Berlin,       01:00-04:00, 2026-10-24T23:00:00Z, PT4H,   2026-10-25T03:00:00Z",
        "Europe/Berlin,       02:15-02:45, 2026-10-24T22:00:00Z, PT31M,  2026-10-25T01:16:00Z",
        "Europe/Berlin,       02:15-02:45, 2026-03-28T12:00:00Z, PT1S,   2026-03-30T00:15:01Z",
        "Europe/Berlin,       02:30-03:30, 2026-03-28T12:00:00Z, PT1S,   2026-03-29T01:00:01Z",
        "America/New_York,    01:00-02:00, 2026-11-01T05:00:00Z, PT2H,   2026-11-01T07:00:00Z",
        "Australia/Lord_Howe, 01:30-02:30, 2026-04-04T14:30:00Z, PT1H30M,2026-04-04T16:00:00Z",
        "Pacific/Apia,        09:00-17:00, 2011-12-30T02:00:00Z, PT2H,   2011-12-30T20:00:00Z",
    })
    void dueIsExactOnTheDayOnWhichClocksAreTurned(
            String zone, String hours, Instant start, Duration time, Instant due) {
        BusinessCalendar calendar = in(zone, daily(hours));

        assertThat(calendar.plus(start, time)).isEqualTo(due);
        assertThat(calendar.between(start, due)).isEqualTo(time);
    }

    @Test
    void officeHoursStayAtTheSameTimeOnTheWallWhenClocksAreTurned() {
        BusinessCalendar berlin = in("Europe/Berlin", office());

        assertThat(berlin.plus(Instant.parse("2026-10-23T15:00:00Z"), Duration.ofHours(1)))
                .isEqualTo("2026-10-26T08:30:00Z");
        assertThat(berlin.plus(Instant.parse("2026-03-27T16:00:00Z"), Duration.ofHours(1)))
                .isEqualTo("2026-03-30T07:30:00Z");
        assertThat(berlin.isOpen(Instant.parse("2026-10-26T07:30:00Z"))).isFalse();
        assertThat(berlin.isOpen(Instant.parse("2026-10-23T07:30:00Z"))).isTrue();
    }

    @Test
    void theNextOpeningIsWhereTheClockIsTurnedWhenTheIntervalsBeginningIsSkipped() {
        BusinessCalendar berlin = in("Europe/Berlin", daily("02:30-05:00"));

        assertThat(berlin.nextOpening(Instant.parse("2026-03-29T00:30:00Z")))
                .hasValue(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void centuriesArePassedInBoundedTimeAndExactly() {
        BusinessCalendar berlin = in("Europe/Berlin", office(), Calendars.everyYear("2020-12-25"));
        Instant start = Instant.parse("1926-10-12T08:00:00Z");

        for (int century = 1; century <= 50; century++) {
            Duration time = Duration.ofHours(195_000L * century);
            assertThat(berlin.between(start, berlin.plus(start, time))).isEqualTo(time);
        }
    }
}
