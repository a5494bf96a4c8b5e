package dev.lodge.sla.page;

import dev.lodge.sla.hours.Interval;
import dev.lodge.sla.hours.TimeOfDay;
import dev.lodge.web.Text;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A week of opening hours, to be drawn: a column for each day, an hour as high as any other.
 *
 * @param intervals of each day, in their order; what could not be read is not among them
 * @param now in the calendar's zone; null where the zone is not known
 */
public record Week(
        Map<DayOfWeek, List<Interval>> intervals, @Nullable ZonedDateTime now) {

    public static final List<DayOfWeek> DAYS = List.of(DayOfWeek.values());

    private static final int HOUR = 60 * 60;
    private static final int TOP = 30;
    private static final int HEIGHT = 210;
    private static final int COLUMN = 134;
    private static final int LEFT = 50;
    private static final int LEAST_FOR_TEXT = 20;

    /** A stretch of opening hours in the picture; numbers in its units. */
    public record Box(double y, double height, String label) {

        public boolean hasRoom() {
            return height >= LEAST_FOR_TEXT;
        }

        public String top() {
            return number(y + 1);
        }

        public String size() {
            return number(Math.max(1, height - 2));
        }

        public String baseline() {
            return number(y + Math.min(18, height / 2 + 4));
        }
    }

    /** Reads what can be read of pairs as the API has them. */
    static Week of(Map<String, ? extends List<? extends List<String>>> hours, @Nullable ZonedDateTime now) {
        var intervals = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        for (DayOfWeek day : DAYS) {
            var some = new ArrayList<Interval>();
            var written = hours.get(word(day));
            if (written != null) {
                written.forEach(pair -> interval(pair, some));
            }
            intervals.put(day, some.stream().sorted().toList());
        }
        return new Week(intervals, now);
    }

    private static void interval(List<String> pair, List<Interval> found) {
        var from = pair.size() == 2 ? TimeOfDay.parse(pair.getFirst()).orElse(null) : null;
        var to = pair.size() == 2 ? TimeOfDay.parse(pair.getLast()).orElse(null) : null;
        if (from != null && to != null && from.compareTo(to) < 0) {
            found.add(new Interval(from, to));
        }
    }

    /** The day as the API writes it. */
    public static String word(DayOfWeek day) {
        return Sent.lower(day.name());
    }

    /** The day's name in the reader's language; only while a page is rendered. */
    public static String name(DayOfWeek day, boolean brief) {
        var language = Text.locale();
        return day.getDisplayName(brief ? TextStyle.SHORT_STANDALONE : TextStyle.FULL_STANDALONE, language);
    }

    public List<Interval> on(DayOfWeek day) {
        return intervals.getOrDefault(day, List.of());
    }

    public List<Box> boxes(DayOfWeek day) {
        return on(day).stream()
                .map(interval -> new Box(
                        y(interval.from().secondOfDay()),
                        y(interval.to().secondOfDay()) - y(interval.from().secondOfDay()),
                        label(interval)))
                .toList();
    }

    static String label(Interval interval) {
        return interval.from() + "–" + interval.to();
    }

    /** Every second hour that has a line. */
    public List<Integer> lines() {
        var lines = new ArrayList<Integer>();
        int step = last() - first() > 14 ? 4 : 2;
        for (int hour = first(); hour <= last(); hour += step) {
            lines.add(hour);
        }
        return lines;
    }

    /** The hour at the top: six, or an even one before the first opening. */
    private int first() {
        return all().mapToInt(interval -> interval.from().secondOfDay() / HOUR).reduce(6, Math::min) / 2 * 2;
    }

    /** The hour at the bottom: eight in the evening, or an even one after the last closing. */
    private int last() {
        return (all().mapToInt(interval -> (interval.to().secondOfDay() + HOUR - 1) / HOUR)
                                .reduce(20, Math::max)
                        + 1)
                / 2
                * 2;
    }

    private Stream<Interval> all() {
        return intervals.values().stream().flatMap(List::stream);
    }

    private double y(double secondOfDay) {
        return TOP + (secondOfDay / HOUR - first()) * HEIGHT / (last() - first());
    }

    public String yOf(int hour) {
        return number(y(hour * HOUR));
    }

    public String yOfText(int hour) {
        return number(y(hour * HOUR) + 4);
    }

    public static int x(DayOfWeek day, int beside) {
        return LEFT + day.ordinal() * COLUMN + beside;
    }

    /** Where the present moment is on this day; null if it is not in the picture. */
    public @Nullable String yOfNow(DayOfWeek day) {
        if (now == null || now.getDayOfWeek() != day) {
            return null;
        }
        double at = y(now.toLocalTime().toSecondOfDay());
        return at < TOP || at > TOP + HEIGHT ? null : number(at);
    }

    /** How long it is open in a week without holidays; only while a page is rendered. */
    public String total() {
        long seconds = all().mapToLong(interval ->
                        interval.to().secondOfDay() - interval.from().secondOfDay())
                .sum();
        var total = Duration.ofSeconds(seconds);
        return total.toMinutesPart() == 0
                ? Text.text("web.time.hours", total.toHours())
                : Text.text("web.time.hours_minutes", total.toHours(), total.toMinutesPart());
    }

    /** The picture in words; only while a page is rendered. */
    public String inWords() {
        return DAYS.stream()
                .map(day -> Text.text("slapages.week.day", name(day, false), onInWords(day)))
                .collect(Collectors.joining(" "));
    }

    private String onInWords(DayOfWeek day) {
        return on(day).isEmpty()
                ? Text.text("slapages.week.closed")
                : on(day).stream().map(Week::label).collect(Collectors.joining(Text.text("slapages.comma")));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
