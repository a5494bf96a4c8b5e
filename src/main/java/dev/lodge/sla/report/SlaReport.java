package dev.lodge.sla.report;

import dev.lodge.sla.Metric;
import dev.lodge.sla.report.Tally.By;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was kept in a period, and what it says.
 *
 * @param before how each metric did in as many days before
 * @param goal what the desk means to reach, of a hundred
 */
public record SlaReport(Period period, List<Tally> tallies, Map<Metric, Score> before, int goal) {

    /** Fewer say nothing about a team. */
    private static final int ENOUGH = 5;

    /** The metrics that a sentence or a chart is about, the most telling first. */
    private static final List<Metric> TELLING =
            List.of(Metric.FIRST_RESPONSE, Metric.RESOLUTION, Metric.NEXT_RESPONSE, Metric.PERIODIC_UPDATE);

    /**
     * A row of a table.
     *
     * @param name null for tickets without a team or an agent
     * @param all every metric together
     * @param trend percentages by step, as far as there are any
     */
    public record Line(
            @Nullable Long id, @Nullable String name, Score all, Map<Metric, Score> scores, List<Double> trend) {

        public Score of(Metric metric) {
            return scores.getOrDefault(metric, Score.NONE);
        }
    }

    /** Where it goes worst. */
    public record WeakSpot(String team, Metric metric, Score score) {}

    public boolean isEmpty() {
        return all().isEmpty();
    }

    public Score all() {
        return scores(tally -> tally.by() == By.ALL && tally.metric() == null)
                .findFirst()
                .orElse(Score.NONE);
    }

    public Score of(Metric metric) {
        return scores(tally -> tally.by() == By.ALL && tally.metric() == metric)
                .findFirst()
                .orElse(Score.NONE);
    }

    public Score before(Metric metric) {
        return before.getOrDefault(metric, Score.NONE);
    }

    public long missedBefore() {
        return before.values().stream().mapToLong(Score::missed).sum();
    }

    public boolean hasBefore() {
        return !before.isEmpty();
    }

    /** Those of which anything was promised, the most telling first. */
    public List<Metric> metrics() {
        return TELLING.stream().filter(metric -> !of(metric).isEmpty()).toList();
    }

    public Score at(LocalDate step, Metric metric) {
        return scores(tally -> tally.by() == By.STEP && tally.metric() == metric && step.equals(tally.step()))
                .findFirst()
                .orElse(Score.NONE);
    }

    public Score at(LocalDate step) {
        return scores(tally -> tally.by() == By.STEP && tally.metric() == null && step.equals(tally.step()))
                .findFirst()
                .orElse(Score.NONE);
    }

    private Stream<Score> scores(Predicate<Tally> which) {
        return tallies.stream().filter(which).map(Tally::score);
    }

    public List<Line> teams() {
        return lines(By.TEAM);
    }

    public List<Line> agents() {
        return lines(By.AGENT);
    }

    /** Named by their words, the most urgent first. */
    public List<Line> priorities() {
        var urgency = List.of("urgent", "high", "normal", "low");
        return lines(By.PRIORITY).stream()
                .sorted(Comparator.comparing(line -> urgency.indexOf(String.valueOf(line.name()))))
                .toList();
    }

    /** Those with most tickets first. */
    private List<Line> lines(By by) {
        return tallies.stream()
                .filter(tally -> tally.by() == by && tally.metric() == null)
                .map(tally -> new Line(
                        tally.id(),
                        tally.name(),
                        tally.score(),
                        metricsOf(tally),
                        by == By.TEAM ? trend(tally) : List.of()))
                .sorted(Comparator.<Line>comparingLong(line -> -line.all().tickets())
                        .thenComparing(Line::name, Comparator.nullsLast(Comparator.<String>naturalOrder())))
                .toList();
    }

    private Map<Metric, Score> metricsOf(Tally whole) {
        var scores = new EnumMap<Metric, Score>(Metric.class);
        tallies.stream()
                .filter(tally -> tally.by() == whole.by() && isSame(tally, whole))
                .forEach(tally -> {
                    if (tally.metric() != null) {
                        scores.put(tally.metric(), tally.score());
                    }
                });
        return scores;
    }

    private List<Double> trend(Tally team) {
        return period.steps().stream()
                .flatMap(step ->
                        scores(tally -> tally.by() == By.TEAM_STEP && step.equals(tally.step()) && isSame(tally, team)))
                .map(Score::percent)
                .toList();
    }

    private static boolean isSame(Tally one, Tally other) {
        return java.util.Objects.equals(one.id(), other.id()) && java.util.Objects.equals(one.name(), other.name());
    }

    /** The team and metric furthest below the goal; empty if all teams that say anything reach it, or there is only one. */
    public Optional<WeakSpot> weakSpot() {
        var teams = teams();
        return teams.size() < 2
                ? Optional.empty()
                : teams.stream()
                        .filter(team -> team.name() != null)
                        .flatMap(team -> team.scores().entrySet().stream()
                                .map(entry ->
                                        new WeakSpot(String.valueOf(team.name()), entry.getKey(), entry.getValue())))
                        .filter(spot ->
                                spot.score().all() >= ENOUGH && spot.score().isBelow(goal))
                        .min(Comparator.comparingDouble(spot -> spot.score().percent()));
    }

    /** How many came due too soon for the desk, by the hour of the week from 0 on Monday. */
    public Map<Integer, Long> missedByHour() {
        var hours = new LinkedHashMap<Integer, Long>();
        tallies.stream()
                .filter(tally -> tally.by() == By.HOUR && tally.hour() >= 0)
                .forEach(tally -> hours.put(tally.hour(), tally.score().missed()));
        return hours;
    }
}
