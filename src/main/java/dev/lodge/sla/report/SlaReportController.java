package dev.lodge.sla.report;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Directory;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.Invalid;
import dev.lodge.sla.AttainmentGoals;
import dev.lodge.web.Html;
import dev.lodge.web.api.Values;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;

/** How well the desk keeps what it promises: as a page, and as a table to take away. */
@Controller
class SlaReportController {

    private final Tallies tallies;
    private final Directory directory;
    private final ReportDays days;
    private final AttainmentGoals goals;

    SlaReportController(Tallies tallies, Directory directory, ReportDays days, AttainmentGoals goals) {
        this.tallies = tallies;
        this.directory = directory;
        this.days = days;
        this.goals = goals;
    }

    /**
     * What a report is asked to be about.
     *
     * @param period one of {@link Period#USUAL}
     * @param from the first day, instead of that; {@code to} is the last
     * @param team id
     */
    record Asked(
            @Nullable String period,
            @Nullable String from,
            @Nullable String to,
            @Nullable String team) {

        Period period(LocalDate today, ZoneId zone) {
            var usual = Period.usual(period == null || !isGiven(period) ? Period.FIRST : period, today, zone);
            if (!isGiven(from) && !isGiven(to)) {
                return usual;
            }
            var chosen = Period.chosen(from, to, zone);
            return chosen.isSameDaysAs(usual) ? usual : chosen;
        }

        private static boolean isGiven(@Nullable String value) {
            return value != null && !value.isBlank();
        }
    }

    @GetMapping("/reports/sla")
    @Requires(Permission.REPORT_READ)
    Html show(Caller caller, Asked asked) {
        var team = team(asked);
        return Html.page("sla/report", new SlaReportPage(report(caller, asked, team), directory.teams(), team));
    }

    @GetMapping("/reports/sla.csv")
    @Requires(Permission.REPORT_READ)
    ResponseEntity<byte[]> download(Caller caller, Asked asked) {
        var report = report(caller, asked, team(asked));
        var name = "sla-%s-%s.csv"
                .formatted(report.period().from(), report.period().to());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(SlaReportCsv.of(report).getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler
    Html refuse(Invalid refused) {
        return Html.page("sla/report-refused", refused.errors()).status(400);
    }

    private SlaReport report(Caller caller, Asked asked, @Nullable Long team) {
        var period = asked.period(days.today(), days.zone());
        return new SlaReport(
                period,
                tallies.of(caller, period, team),
                tallies.totals(caller, period.before(), team),
                goals.percent());
    }

    private @Nullable Long team(Asked asked) {
        if (!Asked.isGiven(asked.team())) {
            return null;
        }
        long id = Values.id("team", String.valueOf(asked.team()));
        if (directory.team(id).isEmpty()) {
            throw new Invalid("team", "sla.invalid.team");
        }
        return id;
    }
}
