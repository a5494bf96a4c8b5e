package dev.lodge.sla.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to be slow, large or confusing. */
class HostileFileTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void filesBeyondALimitAreRefusedBeforeTheyAreRead() {
        assertThat(reasons("x".repeat(HolidayImport.LARGEST_FILE + 1))).containsExactly("too_large");
        assertThat(reasons("BEGIN:VCALENDAR\n" + "X:\n".repeat(HolidayImport.MOST_LINES)))
                .containsExactly("too_many_lines");
        assertThat(reasons("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n".repeat(HolidayImport.MOST_EVENTS + 1)))
                .containsExactly("too_many_events");
        assertThat(reasons(repeated(50, "DTSTART:20240101\r\nDTEND:20241231"))).doesNotContain("too_many_holidays");
        assertThat(reasons(numbered(60, "DTSTART:20240101\r\nDTEND:20241231"))).containsExactly("too_many_holidays");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
                "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2SU",
                "FREQ=YEARLY;BYDAY=53MO;BYMONTH=1",
                "FREQ=YEARLY;BYSETPOS=366;BYDAY=MO",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5;INTERVAL=7",
                "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=40;COUNT=2000000000",
                "FREQ=DAILY;BYYEARDAY=366;BYDAY=MO;UNTIL=99991231",
                "FREQ=DAILY;UNTIL=20241231"
            })
    void twoThousandRulesMadeToRunForEverEndSoon(String rule) {
        String file = repeated(HolidayImport.MOST_EVENTS, "DTSTART;VALUE=DATE:19000229\r\nRRULE:" + rule);

        assertTimeoutPreemptively(SOON, () -> reasons(file));
    }

    @Test
    void filesOfManyFoldsParametersAndComponentsEndSoon() {
        assertTimeoutPreemptively(SOON, () -> reasons("BEGIN:VCALENDAR\r\nX:" + "\r\n ".repeat(300_000)));
        assertTimeoutPreemptively(SOON, () -> reasons("BEGIN:A\n".repeat(39_000)));
        assertTimeoutPreemptively(
                SOON, () -> reasons(repeated(1, "DTSTART" + ";A=\"b\"".repeat(100_000) + ":20240101")));
        assertTimeoutPreemptively(
                SOON, () -> reasons(repeated(1, "DTSTART:20240101\r\nSUMMARY:" + " \\n".repeat(300_000))));
        assertTimeoutPreemptively(
                SOON, () -> reasons(repeated(1, "DTSTART:20240101\r\nRDATE:" + "20240101,".repeat(90_000) + "1")));
    }

    /** The seed is the argument. A file may be refused or read; nothing else may come of it. */
    @ParameterizedTest
    @ValueSource(longs = {6, 20_261_017, 4_716})
    void damagedFilesAreReadOrRefusedAndNeverBreakAnything(long seed) {
        var random = new Random(seed);
        String whole = HolidayImportTests.calendar(
                "SUMMARY:Thanksgiving + UID:1 + DTSTART;VALUE=DATE:20201126 + DTEND;VALUE=DATE:20201128;"
                        + "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=9 + EXDATE;VALUE=DATE:20211125 + RDATE;VALUE=DATE:20200101");
        String characters = ":;,=-+/\"\\\r\n\t 0139PTZFREQYALDWMHOBSUINdx\u0000\u00fc";
        for (int i = 0; i < 3_000; i++) {
            var file = new StringBuilder(whole);
            for (int damage = 1 + random.nextInt(4); damage > 0; damage--) {
                int at = random.nextInt(file.length());
                String with = String.valueOf(characters.charAt(random.nextInt(characters.length())));
                switch (random.nextInt(3)) {
                    case 0 -> file.deleteCharAt(at);
                    case 1 -> file.insert(at, with);
                    default -> file.replace(at, at + 1, with);
                }
            }
            assertThat(reasons(file.toString())).as(file.toString()).hasSizeLessThan(21);
        }
    }

    private static String repeated(int count, String event) {
        return "BEGIN:VCALENDAR\r\n" + String.join("", Collections.nCopies(count, event(event))) + "END:VCALENDAR\r\n";
    }

    private static String numbered(int count, String event) {
        var file = new StringBuilder("BEGIN:VCALENDAR\r\n");
        for (int i = 0; i < count; i++) {
            file.append(event("SUMMARY:" + i + "\r\n" + event));
        }
        return file.append("END:VCALENDAR\r\n").toString();
    }

    private static String event(String properties) {
        return "BEGIN:VEVENT\r\n" + properties + "\r\nEND:VEVENT\r\n";
    }

    private static List<String> reasons(String file) {
        try {
            new HolidayImport(Calendars.BERLIN, 2024, 2030).read(file);
            return List.of();
        } catch (InvalidHours invalid) {
            return invalid.faults().stream().map(Fault::reason).toList();
        }
    }
}
