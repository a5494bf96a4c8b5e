package dev.lodge.sla.hours;

import static dev.lodge.sla.hours.Calendars.daily;
import static dev.lodge.sla.hours.Calendars.everyYear;
import static dev.lodge.sla.hours.Calendars.in;
import static dev.lodge.sla.hours.Calendars.office;
import static dev.lodge.sla.hours.Calendars.onDays;
import static dev.lodge.sla.hours.Calendars.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTests {

    /** 2026-12-25 is a Friday; 6 January 2027 is a Wednesday. */
    private final BusinessCalendar berlin =
            in("Europe/Berlin", office(), everyYear("2020-12-25"), everyYear("2020-12-26"), once("2027-01-06"));

    @ParameterizedTest(name = "{0} and {1} give {2}: {3}")
    @CsvSource({
        "2026-10-12T09:00, PT1H,      2026-10-12T10:00, within an interval",
        "2026-10-12T11:30, PT1H,      2026-10-12T13:30, over the lunch break",
        "2026-10-12T11:00, PT1H,      2026-10-12T12:00, up to the break: at once and not after it",
        "2026-10-12T12:15, PT1S,      2026-10-12T13:00:01, from within the break",
        "2026-10-12T05:00, PT2H,      2026-10-12T11:00, before opening",
        "2026-10-12T20:00, PT2H,      2026-10-13T11:00, after closing",
        "2026-10-16T16:00, PT4H,      2026-10-19T11:30, over a weekend",
        "2026-10-17T11:00, PT7H30M,   2026-10-19T17:30, from a weekday without hours",
        "2026-10-12T09:00, PT37H30M,  2026-10-16T17:30, a whole week",
        "2026-10-12T09:00, PT37H30M1S,2026-10-19T09:00:01, a second more than a week",
        "2026-10-12T09:00, PT375H,    2026-12-18T17:30, ten weeks and a change of clocks",
        "2026-12-24T17:00, PT1H,      2026-12-28T09:30, over a holiday of every year",
        "2026-12-25T11:00, PT1H,      2026-12-28T10:00, from within a holiday",
        "2027-01-05T17:30, PT3H,      2027-01-07T12:00, over a holiday of one year",
        "2028-01-05T17:30, PT3H,      2028-01-06T12:00, which is none in the next",
        "2026-12-31T17:00, PT1H,      2027-01-01T09:30, into a new year",
    })
    void dueIsWhenTheBusinessTimeHasPassed(LocalDateTime start, Duration time, LocalDateTime due, String why) {
        assertThat(at(berlin, berlin.plus(at(berlin, start), time))).as(why).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} to {1} is {2}")
    @CsvSource({
        "2026-10-12T09:00, 2026-10-12T17:30, PT7H30M",
        "2026-10-12T00:00, 2026-10-13T00:00, PT7H30M",
        "2026-10-12T11:59:59, 2026-10-12T13:00:01, PT2S",
        "2026-10-16T17:30, 2026-10-19T09:00, PT0S",
        "2026-12-21T00:00, 2026-12-28T00:00, PT30H",
        "2026-10-19T09:00, 2026-10-12T09:00, PT-37H-30M",
    })
    void businessTimeBetweenTwoInstantsIsWhatWasOpen(LocalDateTime from, LocalDateTime to, Duration time) {
        assertThat(berlin.between(at(berlin, from), at(berlin, to))).isEqualTo(time);
    }

    @ParameterizedTest(name = "{0} is open: {1}; opens at {2}")
    @CsvSource({
        "2026-10-12T08:59:59, false, 2026-10-12T09:00",
        "2026-10-12T09:00,    true,  2026-10-12T09:00",
        "2026-10-12T11:59:59, true,  2026-10-12T11:59:59",
        "2026-10-12T12:00,    false, 2026-10-12T13:00",
        "2026-10-12T17:30,    false, 2026-10-13T09:00",
        "2026-12-25T10:00,    false, 2026-12-28T09:00",
    })
    void anIntervalIsOpenFromItsBeginningUntilJustBeforeItsEnd(
            LocalDateTime time, boolean open, LocalDateTime opening) {
        assertThat(berlin.isOpen(at(berlin, time))).isEqualTo(open);
        assertThat(berlin.nextOpening(at(berlin, time))).hasValue(at(berlin, opening));
    }

    @Test
    void noTimeAtAllIsTheStartItselfOpenOrNot() {
        Instant sunday = Instant.parse("2026-10-11T10:00:00.5Z");

        assertThat(berlin.plus(sunday, Duration.ZERO)).isEqualTo(sunday);
        assertThat(never().plus(sunday, Duration.ZERO)).isEqualTo(sunday);
    }

    @Test
    void fractionsOfASecondAreKept() {
        Instant start = Instant.parse("2026-10-12T09:59:59.4Z");

        assertThat(berlin.plus(start, Duration.ofSeconds(1))).isEqualTo("2026-10-12T11:00:00.4Z");
        assertThat(berlin.plus(start, Duration.ofMillis(600))).isEqualTo("2026-10-12T10:00:00Z");
        assertThat(berlin.between(start, Instant.parse("2026-10-12T11:00:00.25Z")))
                .hasMillis(850);
        assertThat(berlin.plus(Instant.parse("2026-10-12T10:30:00.7Z"), Duration.ofSeconds(1)))
                .isEqualTo("2026-10-12T11:00:01Z");
    }

    @Test
    void intervalsThatMeetAtMidnightAreOneStretch() {
        BusinessCalendar nights = in("Europe/Berlin", daily("00:00-06:00 22:00-24:00"));
        LocalDateTime evening = LocalDateTime.parse("2026-10-12T23:00");

        assertThat(at(nights, nights.plus(at(nights, evening), Duration.ofHours(1))))
                .isEqualTo("2026-10-13T00:00");
        assertThat(at(nights, nights.plus(at(nights, evening), Duration.ofHours(2))))
                .isEqualTo("2026-10-13T01:00");
        assertThat(nights.isOpen(at(nights, LocalDateTime.parse("2026-10-13T00:00"))))
                .isTrue();
        assertThat(nights.between(at(nights, evening), at(nights, evening.plusHours(24))))
                .hasHours(8);
    }

    @Test
    void intervalsThatTouchCountOnce() {
        BusinessCalendar touching = in("Europe/Berlin", daily("09:00-12:00 12:00-15:00"));
        LocalDateTime start = LocalDateTime.parse("2026-10-12T11:00");

        assertThat(at(touching, touching.plus(at(touching, start), Duration.ofHours(1))))
                .isEqualTo("2026-10-12T12:00");
        assertThat(at(touching, touching.plus(at(touching, start), Duration.ofHours(2))))
                .isEqualTo("2026-10-12T13:00");
    }

    @Test
    void aroundTheClockBusinessTimeIsTime() {
        BusinessCalendar always = in("America/New_York", WeeklyHours.always());
        Instant start = Instant.parse("2026-02-11T10:00:00Z");
        Duration years = Duration.ofDays(4000).plusSeconds(7);

        assertThat(always.plus(start, years)).isEqualTo(start.plus(years));
        assertThat(always.between(start, start.plus(years))).isEqualTo(years);
    }

    @Test
    void aCalendarWithoutHoursSaysThatItNeverOpens() {
        Instant start = Instant.parse("2026-10-12T09:00:00Z");

        assertThat(never().neverOpens()).isTrue();
        assertThat(never().nextOpening(start)).isEmpty();
        assertThat(never().between(start, start.plusSeconds(1_000_000_000))).isZero();
        assertThatThrownBy(() -> never().plus(start, Duration.ofSeconds(1))).isInstanceOf(NeverOpens.class);
    }

    @Test
    void aCalendarOfNothingButHolidaysSaysThatItNeverOpens() {
        BusinessCalendar closed = BusinessCalendar.of(Calendars.BERLIN, office(), Holidays.of(Calendars.everyDay()));

        assertThat(closed.neverOpens()).isTrue();
        assertThatThrownBy(() -> closed.plus(Instant.EPOCH, Duration.ofSeconds(1)))
                .isInstanceOf(NeverOpens.class);
    }

    @Test
    void openOnLeapDaysAloneIsRareAndNotNever() {
        List<Holiday> holidays = new ArrayList<>(Calendars.everyDay());
        holidays.removeIf(holiday -> holiday.date().getDayOfYear() == 60);
        BusinessCalendar leapDays =
                BusinessCalendar.of(ZoneOffset.UTC, onDays("09:00-10:00", DayOfWeek.MONDAY), Holidays.of(holidays));

        assertThat(leapDays.nextOpening(Instant.parse("2026-10-12T09:00:00Z")))
                .hasValue(Instant.parse("2044-02-29T09:00:00Z"));
        assertThat(leapDays.plus(Instant.parse("2026-10-12T09:00:00Z"), Duration.ofHours(16)))
                .isEqualTo("2444-02-29T10:00:00Z");
    }

    @Test
    void whatComesDueAfterTheYear9999IsRefused() {
        BusinessCalendar hourly = in("Europe/Berlin", onDays("09:00-10:00", DayOfWeek.MONDAY));
        Instant start = Instant.parse("2026-10-12T09:00:00Z");

        assertThat(hourly.plus(start, Duration.ofHours(400_000))).isBefore("9999-01-01T00:00:00Z");
        assertThatThrownBy(() -> hourly.plus(start, Duration.ofHours(420_000))).isInstanceOf(DueTooLate.class);
        assertThatThrownBy(() -> hourly.plus(start, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(DueTooLate.class);
        assertThatThrownBy(() -> hourly.plus(start, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hourly.isOpen(Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BusinessCalendar never() {
        return in("Europe/Berlin", WeeklyHours.of(Map.of()));
    }

    private static Instant at(BusinessCalendar calendar, LocalDateTime time) {
        return time.atZone(calendar.zone()).toInstant();
    }

    private static LocalDateTime at(BusinessCalendar calendar, Instant instant) {
        return LocalDateTime.ofInstant(instant, calendar.zone());
    }
}
