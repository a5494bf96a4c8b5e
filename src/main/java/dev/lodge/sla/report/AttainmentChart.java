package dev.lodge.sla.report;

import dev.lodge.sla.Metric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the chart's lines, columns and labels stand, in a picture of {@value #WIDTH} by {@value #HEIGHT}. */
public final class AttainmentChart {

    public static final int WIDTH = 1000;
    public static final int HEIGHT = 276;

    static final double LEFT = 84;
    static final double RIGHT = 878;
    private static final double TOP = 18;
    private static final double BOTTOM = 188;
    private static final double COLUMNS = 238;
    private static final double TALLEST = 37;
    private static final double WIDEST = 30;
    private static final double LABEL = 62;
    private static final double COUNT = 34;

    /** What can be told apart. */
    private static final int LINES = 2;

    /** A name at the left end needs so much. */
    private static final double NAME = 14;

    /** Two labels at the right end, of two lines each, need so much. */
    private static final double APART = 41;

    private final SlaReport report;
    private final List<LocalDate> steps;
    private final int floor;

    AttainmentChart(SlaReport report) {
        this.report = report;
        this.steps = report.period().steps();
        double lowest = metrics().stream()
                .flatMap(metric -> steps.stream().map(step -> report.at(step, metric)))
                .filter(score -> !score.isEmpty())
                .mapToDouble(Score::percent)
                .min()
                .orElse(100);
        this.floor = (int) Math.min(80, 20 * Math.floor(Math.min(lowest, report.goal()) / 20));
    }

    /** A line across. */
    public record Rule(String y, String textY, int percent, boolean goal, boolean named) {}

    /** A point of a line. */
    public record Point(double x, double y) {}

    /**
     * How one metric went.
     *
     * @param stretches without the steps in which nothing was promised
     * @param labelY of its name at the right end
     */
    public record Course(Metric metric, List<List<Point>> stretches, double labelY, Score first, Score last) {}

    /** How many tickets a step had. */
    public record Column(
            LocalDate step, String x, String y, String width, String height, String middle, long tickets) {}

    public List<Metric> metrics() {
        return report.metrics().stream().limit(LINES).toList();
    }

    public List<Rule> rules() {
        int gap = (100 - floor) / 4;
        var rules = new ArrayList<Rule>();
        int goal = report.goal();
        // Where there is no room for both names, a hundred keeps its own, and the goal goes before the rest.
        boolean goalNamed = goal == 100 || !isNear(goal, 100);
        for (int percent = floor; percent <= 100; percent += gap) {
            if (percent != goal) {
                rules.add(rule(percent, false, percent == 100 || !goalNamed || !isNear(percent, goal)));
            }
        }
        rules.add(rule(goal, true, goalNamed));
        return rules;
    }

    private boolean isNear(int percent, int other) {
        return Math.abs(y(percent) - y(other)) < NAME;
    }

    private Rule rule(int percent, boolean goal, boolean named) {
        return new Rule(number(y(percent)), number(y(percent) + 4), percent, goal, named);
    }

    public List<Course> courses() {
        var courses = new ArrayList<Course>();
        for (var metric : metrics()) {
            var course = course(metric);
            courses.add(course);
        }
        if (courses.size() < 2) {
            return courses;
        }
        var upper = courses.getFirst().labelY() <= courses.getLast().labelY() ? courses.getFirst() : courses.getLast();
        return courses.stream()
                .map(course -> course == upper ? course : below(course, upper))
                .toList();
    }

    private static Course below(Course course, Course upper) {
        return new Course(
                course.metric(),
                course.stretches(),
                Math.max(course.labelY(), upper.labelY() + APART),
                course.first(),
                course.last());
    }

    private Course course(Metric metric) {
        var stretches = new ArrayList<List<Point>>();
        var stretch = new ArrayList<Point>();
        var scores = new ArrayList<Score>();
        for (int i = 0; i < steps.size(); i++) {
            var score = report.at(steps.get(i), metric);
            if (!score.isEmpty()) {
                stretch.add(new Point(x(i), y(score.percent())));
                scores.add(score);
            } else if (!stretch.isEmpty()) {
                stretches.add(List.copyOf(stretch));
                stretch.clear();
            }
        }
        if (!stretch.isEmpty()) {
            stretches.add(List.copyOf(stretch));
        }
        var end = stretches.getLast().getLast();
        return new Course(metric, List.copyOf(stretches), end.y(), scores.getFirst(), scores.getLast());
    }

    public List<Column> columns() {
        long most = Math.max(
                1,
                steps.stream()
                        .mapToLong(step -> report.at(step).tickets())
                        .max()
                        .orElse(0));
        double width = Math.min(WIDEST, Math.max(3, gap() * .7));
        return IntStream.range(0, steps.size())
                .mapToObj(i -> {
                    long tickets = report.at(steps.get(i)).tickets();
                    double height = TALLEST * tickets / most;
                    return new Column(
                            steps.get(i),
                            number(x(i) - width / 2),
                            number(COLUMNS - height),
                            number(width),
                            number(height),
                            number(x(i)),
                            tickets);
                })
                .toList();
    }

    /** Whether the step's day is written under it. */
    public boolean isDated(int step) {
        return step % (int) Math.max(1, Math.ceil(LABEL / gap())) == 0;
    }

    /** Whether the numbers of tickets fit. */
    public boolean isCounted() {
        return gap() >= COUNT;
    }

    private double gap() {
        return steps.size() < 2 ? RIGHT - LEFT : (RIGHT - LEFT - 36) / (steps.size() - 1);
    }

    private double x(int step) {
        return steps.size() < 2 ? (LEFT + RIGHT) / 2 : LEFT + 18 + step * gap();
    }

    private double y(double percent) {
        return BOTTOM - (BOTTOM - TOP) * (percent - floor) / (100 - floor);
    }

    /** As {@code points} of a line. */
    public static String points(List<Point> stretch) {
        return stretch.stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" "));
    }

    public static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A line of percentages in a picture of 84 by 22, without words. */
    public static String spark(List<Double> trend) {
        double low = Math.min(
                80, trend.stream().mapToDouble(Double::doubleValue).min().orElse(0));
        return IntStream.range(0, trend.size())
                .mapToObj(i -> number(84.0 * i / (trend.size() - 1)) + ","
                        + number(20 - 18 * (trend.get(i) - low) / (100 - low)))
                .collect(Collectors.joining(" "));
    }
}
