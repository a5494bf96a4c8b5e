package dev.lodge.sla.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.sla.Metric;
import dev.lodge.sla.report.Tally.By;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentChartTests {

    private static final ZoneId MALMO = ZoneId.of("Europe/Stockholm");
    private static final int GOAL = 95;
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    @ParameterizedTest
    @CsvSource({"100, 80", "80, 80", "79, 60", "33, 20", "0, 0"})
    void theScaleReachesDownToTheLowestInEvenSteps(int percent, int floor) {
        var rules = chart("2026-01-18", GOAL, percent, 100).rules();

        assertThat(rules).extracting(AttainmentChart.Rule::percent).contains(floor, 100, GOAL);
        assertThat(rules).extracting(AttainmentChart.Rule::percent).allMatch(each -> each >= floor);
        assertThat(rules).filteredOn(AttainmentChart.Rule::goal).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "50, 100", "79, 90", "81, 90", "95, 33", "98, 33", "99, 100", "100, 33"})
    void aGoalIsInThePictureWhateverItIsAndItsNameStandsOnNoOther(int goal, int percent) {
        var rules = chart("2026-01-18", goal, percent, 100).rules();

        assertThat(rules)
                .filteredOn(AttainmentChart.Rule::goal)
                .extracting(AttainmentChart.Rule::percent)
                .containsExactly(goal);
        var names = rules.stream()
                .filter(AttainmentChart.Rule::named)
                .map(AttainmentChart.Rule::textY)
                .map(Double::valueOf)
                .sorted()
                .toList();
        assertThat(names).hasSizeGreaterThan(1);
        for (int i = 1; i < names.size(); i++) {
            assertThat(names.get(i) - names.get(i - 1)).isGreaterThan(8);
        }
    }

    @Test
    void aDayWithoutTargetsBreaksTheLine() {
        var course = chart("2026-01-09", GOAL, 100, 90, -1, 80).courses().getFirst();

        assertThat(course.stretches()).extracting(List::size).containsExactly(2, 1);
        assertThat(course.first().percent()).isEqualTo(100);
        assertThat(course.last().percent()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05", "2026-01-06", "2026-02-04", "2027-01-05"})
    void everythingStaysInThePictureHoweverLongThePeriod(String to) {
        var chart = chart(to, GOAL, 50);

        assertThat(chart.columns()).allSatisfy(column -> {
            assertThat(Double.parseDouble(column.x())).isBetween(AttainmentChart.LEFT, AttainmentChart.RIGHT);
            assertThat(Double.parseDouble(column.width())).isPositive();
        });
        assertThat(chart.courses().getFirst().stretches().getFirst())
                .allSatisfy(point -> assertThat(point.x()).isBetween(AttainmentChart.LEFT, AttainmentChart.RIGHT));
    }

    /** @param percents of the first days; none for less than nothing */
    private static AttainmentChart chart(String to, int goal, int... percents) {
        var tallies = new ArrayList<Tally>();
        tallies.add(new Tally(By.ALL, Metric.FIRST_RESPONSE, null, null, null, -1, new Score(1, 0, 1, null)));
        for (int i = 0; i < percents.length; i++) {
            if (percents[i] >= 0) {
                var score = new Score(percents[i], 100 - percents[i], 100, null);
                tallies.add(new Tally(By.STEP, Metric.FIRST_RESPONSE, MONDAY.plusDays(i), null, null, -1, score));
                tallies.add(new Tally(By.STEP, null, MONDAY.plusDays(i), null, null, -1, score));
            }
        }
        return new AttainmentChart(new SlaReport(Period.chosen(MONDAY.toString(), to, MALMO), tallies, Map.of(), goal));
    }
}
