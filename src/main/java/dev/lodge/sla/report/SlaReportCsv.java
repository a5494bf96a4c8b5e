package dev.lodge.sla.report;

import dev.lodge.sla.Metric;
import dev.lodge.web.Csv;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report as a table for programs: one line for each group and metric. The words are those of the API. */
final class SlaReportCsv {

    private final SlaReport report;
    private final Csv csv = new Csv();

    private SlaReportCsv(SlaReport report) {
        this.report = report;
    }

    static String of(SlaReport report) {
        return new SlaReportCsv(report).write();
    }

    private String write() {
        csv.row("from", "to", "by", "name", "metric", "met", "missed", "met_percent", "median_seconds");
        report.metrics().forEach(metric -> line("all", null, metric, report.of(metric)));
        for (var step : report.period().steps()) {
            for (var metric : report.metrics()) {
                line(report.period().isByDay() ? "day" : "week", step.toString(), metric, report.at(step, metric));
            }
        }
        lines("team", report.teams());
        lines("agent", report.agents());
        lines("priority", report.priorities());
        return csv.toString();
    }

    private void lines(String by, List<SlaReport.Line> lines) {
        for (var line : lines) {
            for (var metric : report.metrics()) {
                line(by, line.name(), metric, line.of(metric));
            }
        }
    }

    private void line(String by, @Nullable String name, Metric metric, Score score) {
        if (!score.isEmpty()) {
            csv.row(
                    report.period().from(),
                    report.period().to(),
                    by,
                    name,
                    metric.code(),
                    score.met(),
                    score.missed(),
                    score.percent(),
                    score.median());
        }
    }
}
