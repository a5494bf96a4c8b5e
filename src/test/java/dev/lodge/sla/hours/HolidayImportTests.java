package dev.lodge.sla.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayImportTests {

    private final HolidayImport berlin = new HolidayImport(Calendars.BERLIN, 2024, 2030);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART;VALUE=DATE:20261225                                              | 2026-12-25
            DTSTART;VALUE=DATE:20261224 + DTEND;VALUE=DATE:20261227                    | 2026-12-24 2026-12-25 2026-12-26
            DTSTART;VALUE=DATE:20261224 + DURATION:P2D                                 | 2026-12-24 2026-12-25
            DTSTART;VALUE=DATE:20261224 + DTEND;VALUE=DATE:20261224                    | 2026-12-24
            DTSTART:20261224T140000 + DTEND:20261225T000000                            | 2026-12-24
            DTSTART:20261224T140000 + DTEND:20261225T000001                            | 2026-12-24 2026-12-25
            DTSTART:20261224T140000 + DURATION:PT12H                                   | 2026-12-24 2026-12-25
            DTSTART:20261224T230000Z + DTEND:20261225T230000Z                          | 2026-12-25
            DTSTART;TZID=America/New_York:20261224T230000                            | 2026-12-24
            DTSTART;TZID=Nowhere/Known:20261224T230000                               | 2026-12-24
            DTSTART;VALUE=DATE:19991225                                              |
            DTSTART;VALUE=DATE:20231230 + DTEND;VALUE=DATE:20240103                    | 2024-01-01 2024-01-02
            DTSTART;VALUE=DATE:20261225 + RRULE:FREQ=YEARLY                            | 2026-12-25 every year
            DTSTART;VALUE=DATE:16041225 + RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25   | 2024-12-25 every year
            DTSTART;VALUE=DATE:20230101 + DTEND;VALUE=DATE:20230103 + RRULE:FREQ=YEARLY  | 2024-01-01 every year 2024-01-02 every year
            DTSTART;VALUE=DATE:20210228 + DTEND;VALUE=DATE:20210302 + RRULE:FREQ=YEARLY;UNTIL=20250301 | \
            2024-02-28 2024-02-29 2025-02-28 2025-03-01
            DTSTART;VALUE=DATE:20000229 + RRULE:FREQ=YEARLY                            | 2024-02-29 every year
            DTSTART;VALUE=DATE:19701126 + RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20261231 | 2024-11-28 2025-11-27 2026-11-26
            DTSTART;VALUE=DATE:20261225 + RRULE:FREQ=YEARLY;COUNT=2                    | 2026-12-25 2027-12-25
            DTSTART;VALUE=DATE:20261225 + RRULE:FREQ=YEARLY;INTERVAL=3                 | 2026-12-25 2029-12-25
            DTSTART;VALUE=DATE:20261231 + RRULE:FREQ=YEARLY;UNTIL=20281231             | 2026-12-31 2027-12-31 2028-12-31
            DTSTART:20261231T000000 + RRULE:FREQ=YEARLY;UNTIL=20281230T230000Z         | 2026-12-31 2027-12-31 2028-12-31
            DTSTART:20261231T000000 + RRULE:FREQ=YEARLY;UNTIL=20281230T225959Z         | 2026-12-31 2027-12-31
            DTSTART;VALUE=DATE:20271225 + RRULE:FREQ=YEARLY + EXDATE;VALUE=DATE:20281225 | 2027-12-25 2029-12-25 2030-12-25
            DTSTART;VALUE=DATE:20260101 + RDATE;VALUE=DATE:20260106,20260109           | 2026-01-01 2026-01-06 2026-01-09
            DTSTART;VALUE=DATE:20260101 + RRULE:FREQ=DAILY;COUNT=3                     | 2026-01-01 2026-01-02 2026-01-03
            DTSTART;VALUE=DATE:20300101 + RRULE:FREQ=MONTHLY;BYMONTH=2,3;BYDAY=-1FR    | 2030-02-22 2030-03-29
            DTSTART;VALUE=DATE:20260101 + STATUS:CANCELLED                             |
            DTSTART;VALUE=DATE:20280229 + RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31    |
            """)
    void anEventIsTheDaysThatItTouches(String event, String days) {
        String expected = days == null ? "" : days;

        assertThat(String.join(
                        " ",
                        berlin.read(calendar(event)).stream()
                                .map(HolidayImportTests::written)
                                .toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            SUMMARY:No date                                             | dtstart  | required
            DTSTART:                                                    | dtstart  | unreadable
            DTSTART:tomorrow                                            | dtstart  | unreadable
            DTSTART;VALUE=DATE:20260231                                 | dtstart  | unreadable
            DTSTART;VALUE=DATE:15820101                                 | dtstart  | unreadable
            DTSTART:20260101T256199                                     | dtstart  | unreadable
            DTSTART;VALUE=DATE:20260105 + DTEND;VALUE=DATE:20260104       | dtend    | before_start
            DTSTART;VALUE=DATE:20260105 + DTEND:never                     | dtend    | unreadable
            DTSTART;VALUE=DATE:20260101 + DTEND;VALUE=DATE:20270103       | dtend    | too_long
            DTSTART;VALUE=DATE:20260105 + DURATION:-P1D                   | duration | before_start
            DTSTART;VALUE=DATE:20260105 + DURATION:P2147483647W           | duration | too_long
            DTSTART;VALUE=DATE:20260105 + EXDATE;VALUE=DATE:x             | exdate   | unreadable
            DTSTART;VALUE=DATE:20260105 + RDATE;VALUE=DATE:20261301       | rdate    | unreadable
            DTSTART;VALUE=DATE:20260105 + RECURRENCE-ID;VALUE=DATE:20260230 | recurrence-id | unreadable
            DTSTART;VALUE=DATE:20260105 + EXRULE:FREQ=YEARLY              | exrule   | unsupported
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=SECONDLY;COUNT=9     | rrule    | too_frequent
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=HOURLY               | rrule    | too_frequent
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=DAILY                | rrule    | for_ever
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=WEEKLY;BYDAY=MO      | rrule    | for_ever
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=DAILY;COUNT=100000   | rrule    | too_many
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=FORTNIGHTLY          | rrule    | unreadable
            DTSTART;VALUE=DATE:20260105 + RRULE:BYMONTH=1                 | rrule    | unreadable
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=YEARLY;COUNT=1e9     | rrule    | unreadable
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=YEARLY;COUNT=0       | rrule    | unreadable
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=YEARLY;UNTIL=soon    | rrule    | unreadable
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=YEARLY;INTERVAL=0    | rrule    | unreadable
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=YEARLY;INTERVAL=2147483647 | rrule | unreadable
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=YEARLY;BYMONTH=13    | rrule    | unreadable
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=YEARLY;BYWEEKNO=1    | rrule    | unsupported
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=YEARLY;BYHOUR=1,2,3  | rrule    | unsupported
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=YEARLY;BYEASTER=0    | rrule    | unsupported
            DTSTART;VALUE=DATE:20260105 + RRULE:FREQ=YEARLY + RRULE:FREQ=MONTHLY | rrule | unsupported
            """)
    void anEventThatCannotBeUsedIsNamedWithItsReason(String event, String property, String reason) {
        List<Fault> faults = faults(calendar("DTSTART;VALUE=DATE:20260101", event));

        assertThat(faults)
                .extracting(Fault::field, Fault::reason)
                .containsExactly(tuple("events[1]." + property, reason));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                      | not_a_calendar
            hello                                                   | not_a_calendar
            BEGIN:VCARD;END:VCARD                                   | not_a_calendar
            BEGIN:VCALENDAR;END:VCALENDAR                           | no_events
            BEGIN:VCALENDAR;BEGIN:VEVENT;DTSTART:20260101           | cut_off
            BEGIN:VCALENDAR;BEGIN:VEVENT;END:VCALENDAR              | cut_off
            END:VCALENDAR                                           | cut_off
            BEGIN:VCALENDAR;BEGIN:VEVENT;RRULE                      | unreadable_line
            """)
    void aFileThatIsNoneOfThisKindIsRefused(String file, String reason) {
        assertThat(faults(lines(file))).extracting(Fault::field, Fault::reason).containsExactly(tuple("file", reason));
    }

    @Test
    void foldedLinesEscapedNamesAndForeignPartsAreReadAsTheStandardSays() {
        String file = lines("BEGIN:VCALENDAR;BEGIN:VTIMEZONE;TZID:X;BEGIN:STANDARD;DTSTART:19700101T000000;"
                + "RRULE:FREQ=SECONDLY;END:STANDARD;END:VTIMEZONE;begin:vevent;DTSTART~TZID=X:20261;\t224T090000;"
                + "SUMMARY~LANGUAGE=de:Heiliger Abend\\, ab;  14 Uhr\\~ Büro zu;BEGIN:VALARM;"
                + "SUMMARY:Alarm;DURATION:P9D;END:VALARM;END:VEVENT;END:VCALENDAR");

        assertThat(new HolidayImport(Calendars.BERLIN, 2026, 2026).read("\uFEFF" + file.replace('~', ';')))
                .singleElement()
                .satisfies(holiday -> assertThat(holiday.name()).isEqualTo("Heiliger Abend, ab 14 Uhr; Büro zu"))
                .satisfies(holiday -> assertThat(holiday.date()).isEqualTo("2026-12-24"));
    }

    @Test
    void anEventStandsInForADateOfAnother() {
        String file = calendar(
                "UID:1 + DTSTART;VALUE=DATE:20260501 + RRULE:FREQ=YEARLY;COUNT=3",
                "UID:1 + RECURRENCE-ID;VALUE=DATE:20270501 + DTSTART;VALUE=DATE:20270503");

        assertThat(berlin.read(file))
                .extracting(HolidayImportTests::written)
                .containsExactly("2026-05-01", "2027-05-03", "2028-05-01");
    }

    @Test
    void aDayThatIsNamedTwiceTheSameIsOneHoliday() {
        String file = calendar(
                "SUMMARY:A + DTSTART;VALUE=DATE:20260501",
                "SUMMARY:A + DTSTART;VALUE=DATE:20260501",
                "DTSTART:20260501");

        assertThat(berlin.read(file)).extracting(Holiday::name).containsExactly("2026-05-01", "A");
    }

    static List<Fault> faults(String file) {
        return catchThrowableOfType(
                        InvalidHours.class, () -> new HolidayImport(Calendars.BERLIN, 2024, 2030).read(file))
                .faults();
    }

    /** A calendar of events, each written in one line with a plus between its properties. */
    static String calendar(String... events) {
        var file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (String event : events) {
            file.append("BEGIN:VEVENT\r\n")
                    .append(event.strip().replace(" + ", "\r\n"))
                    .append("\r\nEND:VEVENT\r\n");
        }
        return file.append("END:VCALENDAR\r\n").toString();
    }

    private static String lines(String text) {
        return text.replace(";", "\r\n") + "\r\n";
    }

    private static String written(Holiday holiday) {
        return holiday.date() + (holiday.everyYear() ? " every year" : "");
    }
}
