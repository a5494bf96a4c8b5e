import java.util.List;
import java.util.function.Function;

/** What people wait for, over HTTP, against PostgreSQL alone running the same statement. */
final class OverHttp {

    private static final String LIST = "/api/tickets/";

    private final Stand stand;
    private final Report report;
    private final Scale scale;

    OverHttp(Stand stand) {
        this.stand = stand;
        this.report = stand.report();
        this.scale = stand.scale();
    }

    void run() throws Exception {
        Distribution lodge = stand.serve(Stand.MANY);
        try (lodge;
                Postgres postgres = stand.postgres(Stand.MANY)) {
            Load oneList = load("list-one", stand.busySites().subList(0, 1), LIST);
            Load manyLists = load("list-many", stand.busySites(), LIST);
            List<Double> curve = fromCold(oneList);
            double warm = list(lodge, postgres, oneList, manyLists);
            curve(curve, warm);
            others();
            whereTimeGoes(lodge, postgres, oneList);
            caches(postgres);
        }
    }

    private Load load(String name, List<Load.Site> sites, String path) throws Exception {
        return stand.load(name, sites.stream().map(site -> Load.Request.get(path, site)).toList());
    }

    private List<Double> fromCold(Load load) throws Exception {
        List<Double> curve = new java.util.ArrayList<>();
        for (int second = 0; second < Math.min(30, scale.warmUp()); second++) {
            curve.add(load.run(1).perSecond());
        }
        return curve;
    }

    private void curve(List<Double> curve, double warm) {
        report.heading("The list from cold");
        report.line("Requests a second in each second after readiness, 16 connections at once from the first moment; warm "
                + Report.text("%,.0f.", warm));
        report.line("");
        report.line("| second | requests | of warm |\n| --- | --- | --- |");
        for (int second = 0; second < curve.size(); second++) {
            report.line(Report.text(
                    "| %d | %,.0f | %.0f %% |", second + 1, curve.get(second), 100 * curve.get(second) / warm));
        }
        int half = 0;
        while (half < curve.size() && curve.get(half) < warm / 2) {
            half++;
        }
        report.target(
                "half of the warm list throughput after readiness",
                "within 10 s",
                half < 10,
                half < curve.size() ? "in second " + (half + 1) : "not in " + curve.size() + " s");
    }

    private double list(Distribution lodge, Postgres postgres, Load oneList, Load manyLists) throws Exception {
        String role = postgres.value(
                "select role_name from platform.tenant where slug = '" + Stand.slug(1) + "'");
        Load.Site site = stand.site(1);
        List<Postgres.Run> statements = postgres.statementsDuring(() -> lodge.get(LIST, site.host(), site.token()));
        Postgres.Run own = statements.stream()
                .filter(statement -> statement.sql().contains("\"ticket\""))
                .max(java.util.Comparator.comparingInt(statement -> statement.sql().length()))
                .orElseThrow(() -> new IllegalStateException("No statement reads tickets: " + statements));

        manyLists.run(scale.warmUp());
        Load.Rate one = oneList.run(scale.seconds());
        double alone = postgres.pgbench(stand.work(), role, List.of(own), scale.seconds());
        Load.Rate many = manyLists.run(scale.seconds());
        Load.Rate oneAgain = oneList.run(scale.seconds());
        double aloneAgain = postgres.pgbench(stand.work(), role, List.of(own), scale.seconds());
        double whole = postgres.pgbench(stand.work(), role, statements, scale.seconds());
        long resident = lodge.residentMegabytes();

        double warm = (one.perSecond() + oneAgain.perSecond()) / 2;
        double reference = (alone + aloneAgain) / 2;
        report.target(
                "ticket list over HTTP against pgbench on the list's own statement, prepared",
                "at least 0.6",
                warm / reference >= 0.6,
                Report.text("%.2f (%,.0f against %,.0f a second)", warm / reference, warm, reference));
        report.target(
                "the same at random over " + scale.busy() + " tenants, against one tenant",
                "at least 0.8",
                many.perSecond() / warm >= 0.8,
                Report.text("%.2f (%,.0f against %,.0f a second)", many.perSecond() / warm, many.perSecond(), warm));
        report.target(
                "resident set of the Java process after the list",
                "at most 400 MB",
                resident <= 400,
                resident + " MB");
        report.heading("The list");
        report.line("Each measured twice where there are two rows, " + scale.seconds()
                + " s each, in this order: one tenant, pgbench, many tenants, one tenant, pgbench, pgbench.");
        report.line("");
        report.line("| what | a second | median ms | 99 % ms | failures |\n| --- | --- | --- | --- | --- |");
        report.rate("list, one tenant", one);
        report.rate("list, one tenant", oneAgain);
        report.rate("list, " + scale.busy() + " tenants at random", many);
        report.line(Report.text("| pgbench, the list's statement | %,.0f | | | |", alone));
        report.line(Report.text("| pgbench, the list's statement | %,.0f | | | |", aloneAgain));
        report.line(Report.text("| pgbench, all statements of the request | %,.0f | | | |", whole));
        report.line("\nA request of the list runs these statements; the one of the comparison comes first:\n");
        report.line("```sql\n" + own.sql() + "\n```");
        statements.stream()
                .filter(statement -> statement != own)
                .forEach(statement -> report.line("\n```sql\n" + statement.sql() + "\n```"));
        return warm;
    }

    private void others() throws Exception {
        int tickets = scale.tickets();
        measureOther("one ticket", site -> java.util.stream.IntStream.rangeClosed(1, 50)
                .mapToObj(n -> Load.Request.get("/api/tickets/" + (1 + n * 37 % tickets) + "/", site))
                .toList());
        measureOther("overdue", site -> List.of(Load.Request.get("/api/tickets/overdue/", site)));
        measureOther("create", site -> List.of(new Load.Request(
                "POST",
                LIST,
                site.host(),
                site.token(),
                "{\"subject\":\"The parcel arrived broken\",\"description\":\"The corner is bent and the screen is dark.\","
                        + "\"priority\":\"high\",\"customer_email\":\"customer1@people.example\"}")));
    }

    private void measureOther(String what, Function<Load.Site, List<Load.Request>> requests) throws Exception {
        Load one = stand.load(what.replace(' ', '-') + "-one", requests.apply(stand.site(1)));
        Load many = stand.load(
                what.replace(' ', '-') + "-many",
                stand.busySites().stream()
                        .flatMap(site -> requests.apply(site).stream())
                        .toList());
        one.run(Math.max(1, scale.warmUp() / 4));
        if (what.equals("one ticket")) {
            report.heading("Other requests, warm");
            report.line("| what | a second | median ms | 99 % ms | failures |\n| --- | --- | --- | --- | --- |");
        }
        report.rate(what + ", one tenant", one.run(scale.seconds()));
        report.rate(what + ", " + scale.busy() + " tenants at random", many.run(scale.seconds()));
    }

    private void whereTimeGoes(Distribution lodge, Postgres postgres, Load load) throws Exception {
        List<Long> server = List.of(lodge.pid());
        load.run(2);
        Profile.begin(lodge.pid());
        double java = Distribution.processorSeconds(server);
        double database = Distribution.processorSeconds(postgres.processes());
        Load.Rate rate = load.run(scale.seconds());
        java = Distribution.processorSeconds(server) - java;
        database = Distribution.processorSeconds(postgres.processes()) - database;
        Profile profile = Profile.end(lodge.pid(), stand.work().resolve("list.jfr"));

        report.heading("Where the list's time goes");
        double all = scale.seconds() * Runtime.getRuntime().availableProcessors();
        report.line(Report.text(
                "Of the processors' time Lodge takes %.0f %%, PostgreSQL %.0f %%; wrk and the system have the rest. One request costs"
                        + " Lodge %.0f µs and PostgreSQL %.0f µs of processor time (recorded while profiled: %,.0f requests a second).",
                100 * java / all,
                100 * database / all,
                1e6 * java / rate.perSecond() / scale.seconds(),
                1e6 * database / rate.perSecond() / scale.seconds(),
                rate.perSecond()));
        report.line("\nLodge's share, by the part of the program whose code is nearest:\n");
        report.line("| part | share |\n| --- | --- |");
        report.shares(profile.shares(), 20);
        report.line("\n| hottest methods | share |\n| --- | --- |");
        report.shares(profile.methods(), 15);
    }

    private void caches(Postgres postgres) throws Exception {
        Load everywhere = load("list-all", stand.allSites(), LIST);
        Load.Rate rate = everywhere.run(Math.max(scale.warmUp(), scale.seconds()));
        List<Double> sizes = postgres.backendMegabytes();
        double largest = sizes.isEmpty() ? 0 : sizes.getFirst();
        report.target(
                "memory of a database backend with " + scale.all() + " tenants in use",
                "under 40 MB",
                largest < 40,
                Report.text(
                        "%.0f MB the largest of %d, %.0f MB on average (%,.0f lists a second, %d failures)",
                        largest,
                        sizes.size(),
                        sizes.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                        rate.perSecond(),
                        rate.failures()));
    }
}
