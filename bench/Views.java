import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Views of one article, all at once, against PostgreSQL alone counting the same row one at a time. */
final class Views {

    /** Readers at once: what one waits for is the disk, and thousands a second do not come one by one. */
    private static final int READERS = 256;

    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern COUNT = Pattern.compile("\"view_count\":(\\d+)");

    private final Stand stand;

    Views(Stand stand) {
        this.stand = stand;
    }

    void run() throws Exception {
        try (Distribution lodge = stand.serve(Stand.MANY);
                Postgres postgres = stand.postgres(Stand.MANY)) {
            Load.Site site = stand.site(1);
            long id = number(
                    ID,
                    lodge.post(
                            "/api/articles/",
                            site.host(),
                            Stand.managersToken(1),
                            "{\"title\":\"Read by many\",\"body\":\"\",\"status\":\"published\"}"));
            String path = "/api/articles/" + id + "/increment_view/";
            Load load = stand.load(
                    "views", List.of(new Load.Request("POST", path, site.host(), site.token(), "")));
            load.run(stand.scale().warmUp(), READERS);

            long before = number(COUNT, lodge.post(path, site.host(), site.token(), ""));
            Load.Rate views = load.run(stand.scale().seconds(), READERS);
            long counted = number(COUNT, lodge.post(path, site.host(), site.token(), "")) - before - 1;

            String role = postgres.value("select role_name from platform.tenant where slug = '" + site.slug() + "'");
            Postgres.Run statement = postgres
                    .statementsDuring(() -> lodge.post(path, site.host(), site.token(), ""))
                    .stream()
                    .filter(run -> run.sql().startsWith("update") && run.sql().contains("article_count"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nothing counts views"));
            double alone = postgres.pgbench(stand.work(), role, List.of(statement), stand.scale().seconds());
            report(views, counted, alone);
        }
    }

    private void report(Load.Rate views, long counted, double alone) {
        Report report = stand.report();
        report.target(
                "views of one article over HTTP, each counted for good before it is answered",
                "thousands a second",
                views.perSecond() >= 2_000 && views.failures() == 0,
                Report.text("%,.0f a second", views.perSecond()));
        report.heading("Views of one article");
        report.line("| what | a second | median ms | 99 % ms | failures |\n| --- | --- | --- | --- | --- |");
        report.rate("increment_view, " + READERS + " connections", views);
        report.line(Report.text("| pgbench, the same statement, a view at a time, 16 clients | %,.0f | | | |", alone));
        // Connections that wrk gives up at the end may have been counted without an answer that it saw.
        report.line(Report.text(
                "\nAnswered %,.0f, counted %,d.", views.perSecond() * stand.scale().seconds(), counted));
    }

    private static long number(Pattern pattern, String answer) {
        Matcher found = pattern.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException(answer);
        }
        return Long.parseLong(found.group(1));
    }
}
