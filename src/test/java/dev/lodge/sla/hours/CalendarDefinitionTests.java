package dev.lodge.sla.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.lodge.sla.hours.CalendarDefinition.HolidayDefinition;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDefinitionTests {

    private static final Map<String, List<List<String>>> NINE_TO_FIVE =
            Map.of("monday", List.of(List.of("09:00", "17:00")));

    @Test
    void aCalendarIsWhatWasWritten() {
        BusinessCalendar calendar = new CalendarDefinition(
                        "Europe/Berlin",
                        Map.of(
                                "monday", List.of(List.of("13:00", "24:00"), List.of("00:00", "12:00")),
                                "tuesday", List.of()),
                        List.of(new HolidayDefinition("2024-02-29", "Leap day", true)))
                .calendar();

        assertThat(calendar.zone()).hasToString("Europe/Berlin");
        assertThat(calendar.week().on(DayOfWeek.MONDAY)).hasToString("[00:00-12:00, 13:00-24:00]");
        assertThat(calendar.week().on(DayOfWeek.TUESDAY)).isEmpty();
        assertThat(calendar.holidays().all()).containsExactly(new Holiday(LocalDate.of(2024, 2, 29), "Leap day", true));
    }

    @ParameterizedTest(name = "{0} to {1} is refused: {2}")
    @CsvSource({
        "9:00,  17:00, bad_time",
        "09:00, 24:01, bad_time",
        "09:00, 25:00, bad_time",
        "09:60, 17:00, bad_time",
        "09:00, 5 pm,  bad_time",
        "'',    17:00, bad_time",
        "09:00, 09:00, empty",
        "24:00, 24:00, starts_at_end_of_day",
        "17:00, 09:00, across_midnight",
        "22:00, 00:00, ends_at_start_of_day",
        "00:00, 00:00, empty",
    })
    void anIntervalThatIsNoneIsNamedWithItsReason(String from, String to, String reason) {
        List<Fault> faults = faults("UTC", Map.of("friday", List.of(List.of("07:00", "08:00"), List.of(from, to))));

        assertThat(faults).extracting(Fault::field, Fault::reason).containsExactly(tuple("hours.friday[1]", reason));
    }

    @Test
    void overlappingIntervalsAreNamedWithTheOther() {
        List<Fault> faults = faults(
                "UTC",
                Map.of(
                        "monday",
                        List.of(List.of("13:00", "15:00"), List.of("09:00", "12:00"), List.of("11:59", "13:00"))));

        assertThat(faults).containsExactly(Fault.of("hours.monday[2]", "overlaps", "11:59-13:00", "09:00-12:00"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var definition = new CalendarDefinition(
                "Europe/Atlantis",
                Map.of("mon", List.of(), "sunday", Arrays.asList(null, List.of("09:00"), Arrays.asList("09:00", null))),
                List.of(
                        new HolidayDefinition("2026-02-30", "No such day", false),
                        new HolidayDefinition(null, " ", false),
                        new HolidayDefinition("0026-12-25", "x".repeat(201), false)));

        List<Fault> faults =
                catchThrowableOfType(InvalidHours.class, definition::calendar).faults();

        assertThat(faults)
                .extracting(Fault::field, Fault::reason)
                .containsExactlyInAnyOrder(
                        tuple("time_zone", "unknown_zone"),
                        tuple("hours.mon", "unknown_day"),
                        tuple("hours.sunday[0]", "not_a_pair"),
                        tuple("hours.sunday[1]", "not_a_pair"),
                        tuple("hours.sunday[2]", "bad_time"),
                        tuple("holidays[0].date", "bad_date"),
                        tuple("holidays[1].date", "required"),
                        tuple("holidays[1].name", "required"),
                        tuple("holidays[2].date", "year_out_of_range"),
                        tuple("holidays[2].name", "too_long"));
    }

    @ParameterizedTest
    @CsvSource({"'',required", "+02:00,unknown_zone", "europe/berlin,unknown_zone", "Mars/Olympus,unknown_zone"})
    void onlyZonesWithRulesAreKnown(String zone, String reason) {
        assertThat(faults(zone, NINE_TO_FIVE))
                .extracting(Fault::field, Fault::reason)
                .containsExactly(tuple("time_zone", reason));
    }

    @Test
    void tooManyOfAnythingAreRefused() {
        var definition = new CalendarDefinition(
                "UTC",
                Map.of("monday", Collections.nCopies(49, List.of("09:00", "17:00"))),
                Collections.nCopies(5_001, new HolidayDefinition("2026-12-25", "Christmas", false)));

        assertThat(catchThrowableOfType(InvalidHours.class, definition::calendar)
                        .faults())
                .containsExactly(Fault.of("hours.monday", "too_many", 48), Fault.of("holidays", "too_many", 5_000));
    }

    private static List<Fault> faults(String zone, Map<String, List<List<String>>> hours) {
        var definition = new CalendarDefinition(zone, hours, List.of());
        return catchThrowableOfType(InvalidHours.class, definition::calendar).faults();
    }
}
