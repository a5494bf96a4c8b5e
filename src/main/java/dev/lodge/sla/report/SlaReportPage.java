package dev.lodge.sla.report;

import dev.lodge.accounts.TeamRef;
import dev.lodge.sla.Metric;
import dev.lodge.web.Choice;
import dev.lodge.web.Text;
import dev.lodge.web.Times;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The report as it is read; its words only while the page is rendered.
 *
 * @param teams that it can be narrowed to
 * @param team the one that it is about; null for all
 */
public record SlaReportPage(
        SlaReport report, List<TeamRef> teams, @Nullable Long team) {

    private static final String PATH = "/reports/sla";

    /** So far below the goal is worth a word, if it is about so many. */
    private static final int NOTABLE = 10;

    private static final int MANY = 10;

    public AttainmentChart chart() {
        return new AttainmentChart(report);
    }

    public BreachHours hours() {
        return new BreachHours(report.missedByHour());
    }

    /** The same team in another period. */
    public String address(String usual) {
        return PATH + "?period=" + usual + (team == null ? "" : "&team=" + team);
    }

    /** The same period for another team. */
    public String addressOfTeam(long other) {
        return PATH + "?" + dates() + "&team=" + other;
    }

    /** The same period for all teams. */
    public String addressOfAll() {
        return PATH + "?" + dates();
    }

    public String csv() {
        return PATH + ".csv?" + dates() + (team == null ? "" : "&team=" + team);
    }

    private String dates() {
        var usual = report.period().usual();
        return usual != null
                ? "period=" + usual
                : "from=" + report.period().from() + "&to=" + report.period().to();
    }

    public List<Choice> teamChoices() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", Text.text("slareport.all_teams")));
        teams.forEach(each -> choices.add(new Choice(Long.toString(each.id()), each.name())));
        return choices;
    }

    /** What the numbers say, in a sentence. */
    public String finding() {
        var metric = report.metrics().getFirst();
        return Text.text("slareport.finding." + metric.code(), report.of(metric).inHundred());
    }

    /** Whether that is more than before. */
    public String comparison() {
        var metric = report.metrics().getFirst();
        if (report.before(metric).isEmpty()) {
            return Text.text("slareport.compared.none");
        }
        double points = points(metric);
        if (points == 0) {
            return Text.text("slareport.compared.same");
        }
        return Text.text(points > 0 ? "slareport.compared.up" : "slareport.compared.down", decimal(Math.abs(points)));
    }

    public @Nullable String weakSpot() {
        return report.weakSpot()
                .map(spot -> Text.text(
                        "slareport.weak." + spot.metric().code(),
                        spot.team(),
                        spot.score().inHundred()))
                .orElse(null);
    }

    /** Under a figure: how it changed. */
    public String change(Metric metric) {
        if (report.of(metric).isEmpty() || report.before(metric).isEmpty()) {
            return Text.text("slareport.change.none");
        }
        double points = points(metric);
        if (points == 0) {
            return Text.text("slareport.change.same");
        }
        return Text.text(points > 0 ? "slareport.change.up" : "slareport.change.down", decimal(Math.abs(points)));
    }

    /** Under the median: how much sooner or later. */
    public String medianChange(Metric metric) {
        var now = report.of(metric).median();
        var before = report.before(metric).median();
        if (now == null || before == null) {
            return Text.text("slareport.change.none");
        }
        long later = now - before;
        if (Math.abs(later) < 60) {
            return Text.text("slareport.change.same");
        }
        return Text.text(later > 0 ? "slareport.change.later" : "slareport.change.sooner", span(Math.abs(later)));
    }

    /** What the chart shows, for those who do not see it. */
    public String chartInWords(List<AttainmentChart.Course> courses) {
        return courses.stream()
                .map(course -> Text.text(
                        "slareport.chart.course",
                        Text.text("slareport.metric." + course.metric().code()),
                        percent(course.first()),
                        percent(course.last())))
                .collect(Collectors.joining(" "));
    }

    private double points(Metric metric) {
        return Math.round(10
                        * (report.of(metric).percent() - report.before(metric).percent()))
                / 10.0;
    }

    public static String percent(Score score) {
        return Text.text("slareport.percent", decimal(score.percent()));
    }

    /** Points below the goal, rounded; 0 if that is no news or may be chance. */
    public long belowGoal(Score score) {
        long below = Math.round(report.goal() - score.percent());
        return score.all() < MANY || below < NOTABLE ? 0 : below;
    }

    public static String median(Score score) {
        return score.median() == null ? Text.text("slareport.nothing") : span(score.median());
    }

    private static String span(long seconds) {
        return Times.span(Duration.ofSeconds(seconds));
    }

    public static String decimal(double value) {
        return String.format(language(), "%.1f", value);
    }

    public static String count(long value) {
        return String.format(language(), "%,d", value);
    }

    /** {@code 9 Mar}. */
    public static String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(Text.text("slareport.pattern.date"), language())
                .format(date);
    }

    /** {@code 9 March 2026}. */
    public static String wholeDate(LocalDate date) {
        return DateTimeFormatter.ofPattern(Text.text("slareport.pattern.whole"), language())
                .format(date);
    }

    public static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, language());
    }

    /** The day and hour at which most clocks are missed. */
    public String worstHour() {
        int worst = hours().worst();
        return Text.text(
                "slareport.hours.worst",
                DayOfWeek.of(worst / 24 + 1).getDisplayName(TextStyle.FULL, language()),
                "%02d:00".formatted(worst % 24),
                hours().most());
    }

    private static Locale language() {
        return Text.locale();
    }
}
