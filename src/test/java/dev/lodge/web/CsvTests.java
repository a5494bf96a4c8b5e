package dev.lodge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @Test
    void cellsAreQuotedWhereTheyMustBeAndLinesEndAsTheStandardSays() {
        var csv = new Csv().row("team", "met").row("Orders, \"fast\"\nones", 12).row(null, 98.5);

        assertThat(csv).hasToString("team,met\r\n\"Orders, \"\"fast\"\"\nones\",12\r\n,98.5\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(1)",
                "+1",
                "-2+3",
                "@SUM(A1)",
                "  =1",
                "\t=1",
                "\r=1",
                "\n-1",
                "\tx",
                "\uff1d1",
                "\uff201"
            })
    void whatASpreadsheetWouldCalculateIsOnlyText(String cell) {
        assertThat(new Csv().row(cell).toString()).matches("(?s)\"?'.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Orders", "a=b", "1-2", "'quoted'", " x", ""})
    void everythingElseStaysAsItIs(String cell) {
        assertThat(new Csv().row(cell)).hasToString(cell + "\r\n");
    }

    @Test
    void numbersStayNumbersAlsoBelowZero() {
        assertThat(new Csv().row(-1, -0.5)).hasToString("-1,-0.5\r\n");
    }
}
