import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the number of tenants costs: making them, starting with them, migrating them, keeping them. */
final class Fleet {

    private final Stand stand;
    private final Report report;
    private final Scale scale;

    Fleet(Stand stand) {
        this.stand = stand;
        this.report = stand.report();
        this.scale = stand.scale();
    }

    void run() throws Exception {
        report.heading("Tenants");
        starting();
        creating();
        migrating();
    }

    private void starting() throws Exception {
        List<Double> one = new ArrayList<>();
        List<Double> many = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            one.add(secondsToReady(Stand.ONE));
            many.add(secondsToReady(Stand.MANY));
        }
        // The first round warms the file cache for the directory that was not used just now.
        double withOne = median(one.subList(1, one.size()));
        double withMany = median(many.subList(1, many.size()));
        report.target(
                "start, database and all, with " + scale.all() + " tenants and nothing to migrate, against 1",
                "no slower",
                withMany <= withOne * 1.05,
                Report.text("%.2f s against %.2f s", withMany, withOne));
        report.target("ready after the start", "within 4 s", withMany <= 4, Report.text("%.2f s", withMany));
        report.line("Starts with one tenant, seconds: " + seconds(one) + "; with " + scale.all() + ": " + seconds(many)
                + ". Each starts Lodge's own PostgreSQL too.");
    }

    private double secondsToReady(String directory) throws Exception {
        try (var lodge = stand.serve(directory)) {
            return lodge.secondsToReady();
        }
    }

    private void creating() throws Exception {
        List<Double> bare = new ArrayList<>();
        // A number that no run before has used.
        int first = (int) (System.currentTimeMillis() / 1_000 % 1_000_000_000);
        double before;
        double after;
        try (var lodge = stand.serve(Stand.ONE);
                Postgres postgres = stand.postgres(Stand.ONE)) {
            for (int number = first; number < first + scale.created(); number++) {
                bare.add(postgres.psql(bareDdl(number)));
            }
            before = postgres.megabytes();
        }
        List<Double> made = stand.provision(Stand.ONE, "create", String.valueOf(first), String.valueOf(first + scale.created() - 1));
        try (var lodge = stand.serve(Stand.ONE);
                Postgres postgres = stand.postgres(Stand.ONE)) {
            after = postgres.megabytes();
        }
        double hot = median(made.subList(made.size() / 2, made.size()));
        double ratio = hot / median(bare);
        report.target(
                "create a tenant, against psql running its bare DDL",
                "within 3 times",
                ratio <= 3,
                Report.text("%.1f times (%.0f ms against %.0f ms)", ratio, 1e3 * hot, 1e3 * median(bare)));
        double each = (after - before) / made.size();
        report.target("an empty tenant on disk", "at most 2.2 MB", each <= 2.2, Report.text("%.2f MB", each));
        report.line("Tenants made one by one by a running Lodge, seconds: " + seconds(made) + "; psql, from its start to its end: "
                + seconds(bare) + ".");
    }

    /** Role, schema and tables without anything around them. */
    private Path bareDdl(int number) throws Exception {
        StringBuilder script = new StringBuilder(
                "create role bare_%1$d nologin;\ncreate schema bare_%1$d;\nset local search_path = bare_%1$d, pg_catalog, pg_temp;\n"
                        .formatted(number));
        for (Path migration : migrations()) {
            script.append(Files.readString(migration).replace("${role}", "bare_" + number)).append('\n');
        }
        return Files.writeString(stand.work().resolve("bare.sql"), script);
    }

    private List<Path> migrations() throws Exception {
        Path sources = stand.bench().resolve("../src/main/resources/db/tenant");
        try (var files = Files.list(sources)) {
            return files.sorted(java.util.Comparator.comparingInt(Fleet::version)).toList();
        }
    }

    private static int version(Path migration) {
        String name = migration.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private void migrating() throws Exception {
        addMigration();
        double alone = stand.provision(Stand.MANY, "migrate").getFirst();

        addMigration();
        Load.Rate meanwhile;
        double served;
        try (var lodge = stand.serve(Stand.MANY)) {
            Load lists = stand.load("list-many", stand.busySites().stream()
                    .map(site -> Load.Request.get("/api/tickets/", site)).toList());
            lists.run(scale.seconds());
            var load = CompletableFuture.supplyAsync(() -> running(lists));
            served = stand.provision(Stand.MANY, "migrate").getFirst();
            meanwhile = load.join();
        }
        int tenants = scale.all();
        report.target(
                "one ALTER over " + tenants + " tenants",
                "at least 100 tenants a second",
                tenants / alone >= 100,
                Report.text("%,.0f a second", tenants / alone));
        report.line(Report.text(
                "A second ALTER, while the previous release served lists to 16 connections as fast as it could: %,.0f tenants a second,"
                        + " %,.0f lists a second, 99 %% within %.0f ms, %d failures.",
                tenants / served, meanwhile.perSecond(), meanwhile.p99(), meanwhile.failures()));
    }

    private Load.Rate running(Load lists) {
        try {
            return lists.run(Math.max(scale.seconds(), 10));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** The one after the last that ran here; a run that keeps its tenants adds those of the runs before again. */
    private void addMigration() throws Exception {
        int latest;
        try (var lodge = stand.serve(Stand.MANY);
                Postgres postgres = stand.postgres(Stand.MANY)) {
            latest = Integer.parseInt(postgres.value("select max(schema_version) from platform.tenant"));
        }
        for (int version = migrations().size() + 1; version <= latest + 1; version++) {
            Files.writeString(
                    stand.work().resolve("classes/db/tenant/V" + version + "__bench.sql"),
                    "alter table ticket add column bench_" + version + " integer not null default 0;\n");
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String seconds(List<Double> values) {
        return String.join(", ", values.stream().map(value -> Report.text("%.2f", value)).toList());
    }
}
