package dev.lodge.sla.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.sla.clocks.Counting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTextTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            45 m,               BUSINESS,      2700, 45 m
            45m,                CALENDAR,      2700, 45 m
            90 min,             BUSINESS,      5400, 1 h 30 m
            2 h,                BUSINESS,      7200, 2 h
            8 h,                BUSINESS,     28800, 1 d
            8 h,                CALENDAR,     28800, 8 h
            1 d,                BUSINESS,     28800, 1 d
            1 d,                CALENDAR,     86400, 1 d
            1 day 4 hours,      BUSINESS,     43200, 1 d 4 h
            8 h 30 m,           CALENDAR,     30600, 8 h 30 m
            ' 1H 5M 30S ',      CALENDAR,      3930, 1 h 5 m 30 s
            10 d,               BUSINESS,    288000, 10 d
            0 m,                CALENDAR,         0, 0 m
            """)
    void aSpanIsReadAndPrintedAsTheSame(String written, Counting time, long seconds, String printed) {
        assertThat(SpanText.parse(written, time)).hasValue(seconds);
        assertThat(SpanText.print(seconds, time)).isEqualTo(printed);
        assertThat(SpanText.parse(printed, time)).hasValue(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "45", "-1 h", "1.5 h", "2 h 45", "30 m 2 h", "1 week", "99999999999 m", "h"})
    void whatIsNoSpanIsNone(String written) {
        assertThat(SpanText.parse(written, Counting.BUSINESS)).isEmpty();
    }
}
