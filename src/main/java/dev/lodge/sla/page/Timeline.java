package dev.lodge.sla.page;

import dev.lodge.sla.EscalationRule;
import dev.lodge.sla.Metric;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.web.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The levels of escalation of a metric along the time before and after it is due. */
public record Timeline(Metric metric, List<Point> points) {

    /** @param offset seconds after the moment of being due; before it if negative */
    public record Point(long offset, List<EscalationRule> levels) {

        /** {@code 15 m before}; only while a page is rendered. */
        public String label() {
            if (offset == 0) {
                return Text.text("slapages.when.due");
            }
            var span = SpanText.print(Math.abs(offset), Counting.CALENDAR);
            return Text.text(offset < 0 ? "slapages.when.before" : "slapages.when.after", span);
        }

        public String machineReadable() {
            return Duration.ofSeconds(Math.abs(offset)).toString();
        }
    }

    /** One for each metric, with all that is said of it; the moment of being due is always among its points. */
    static Timeline of(Metric metric, List<EscalationRule> levels) {
        var points = new TreeMap<Long, List<EscalationRule>>();
        points.put(0L, new ArrayList<>());
        levels.stream()
                .filter(level -> level.metric() == metric)
                .forEach(level -> points.computeIfAbsent(level.offsetSeconds(), any -> new ArrayList<>())
                        .add(level));
        var along = new ArrayList<Point>();
        points.forEach((offset, some) -> along.add(new Point(offset, some)));
        return new Timeline(metric, along);
    }

    public boolean isEmpty() {
        return points.stream().allMatch(point -> point.levels().isEmpty());
    }
}
