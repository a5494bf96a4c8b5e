import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Clocks that come due: those of every tenant at one moment, and then those of a few tenants while the others have nothing due. */
final class DueClocks {

    private static final int CLOCKS = 10;
    private static final int FEW = 10;

    /** At the first all code is new to the virtual machine; it has compiled what matters by the last. */
    private static final int ROUNDS = 5;

    private static final double TARGET = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** All that the server was asked, but by this program. */
    private static final String ASKED = " from extensions.pg_stat_statements join pg_roles on pg_roles.oid = userid"
            + " where rolname <> 'postgres' ";

    private final Stand stand;
    private final Report report;
    private final int tenants;

    DueClocks(Stand stand) {
        this.stand = stand;
        this.report = stand.report();
        this.tenants = stand.scale().all();
    }

    /**
     * What became of clocks that were due at one moment.
     *
     * @param seconds from that moment to the commit of each escalation that happened once, in order
     * @param ended seconds to when nothing was scheduled any more
     * @param java seconds of processor time that Lodge took meanwhile
     * @param database the same of PostgreSQL
     */
    private record Round(List<Double> seconds, double ended, double java, double database) {

        double share(double part) {
            return seconds.isEmpty() ? Double.NaN : seconds.get((int) Math.ceil(part * seconds.size()) - 1);
        }
    }

    void run() throws Exception {
        keepTimesOfCommits();
        try (var lodge = stand.serve(Stand.MANY);
                Postgres postgres = stand.postgres(Stand.MANY)) {
            List<Round> rounds = new ArrayList<>();
            while (rounds.size() < ROUNDS) {
                rounds.add(together(lodge, postgres));
            }
            target("in a Lodge that escalated nothing since its start", rounds.getFirst());
            target("when it happened some times before", rounds.getLast());
            report.heading("Clocks that come due");
            report.line(Report.text(
                    "%d clocks of each of %,d tenants, all at the same moment; from then to the commits that hold the escalations.\n",
                    CLOCKS, tenants));
            report.line("| | clocks | median s | 99 % s | last s | nothing left s | Lodge's processor s | PostgreSQL's |\n"
                    + "| --- | --- | --- | --- | --- | --- | --- | --- |");
            line("after the start", rounds.getFirst());
            for (Round later : rounds.subList(1, ROUNDS)) {
                line("once more", later);
            }
            nothingDue(postgres);
            postgres.execute("alter system reset track_commit_timestamp");
        }
    }

    /** PostgreSQL then says of each row when it was committed. */
    private void keepTimesOfCommits() throws Exception {
        try (var lodge = stand.serve(Stand.MANY);
                Postgres postgres = stand.postgres(Stand.MANY)) {
            postgres.execute("alter system set track_commit_timestamp = on");
        }
    }

    private Round together(Distribution lodge, Postgres postgres) throws Exception {
        awaitCalm(postgres);
        Instant due = Instant.now()
                .plusSeconds(5)
                .plusMillis(40L * tenants)
                .truncatedTo(ChronoUnit.SECONDS);
        stand.eachTenant(tenants, (own, number) -> open(own, number, due));
        postgres.execute("checkpoint");
        if (Instant.now().isAfter(due)) {
            throw new IllegalStateException("Clocks came due before all of them were there.");
        }
        Thread.sleep(Duration.between(Instant.now(), due));
        double java = Distribution.processorSeconds(List.of(lodge.pid()));
        double database = Distribution.processorSeconds(postgres.processes());
        awaitNothingDue(postgres);
        double ended = Duration.between(due, Instant.now()).toMillis() / 1e3;
        java = Distribution.processorSeconds(List.of(lodge.pid())) - java;
        database = Distribution.processorSeconds(postgres.processes()) - database;

        List<Double> seconds = new ArrayList<>();
        for (int number = 1; number <= tenants; number++) {
            seconds.addAll(escalated(postgres, number, due));
        }
        return new Round(seconds.stream().sorted().toList(), ended, java, database);
    }

    private void open(Postgres postgres, int number, Instant due) throws Exception {
        String clocks = Files.readString(stand.bench().resolve("clocks.sql")).replace("${due}", due.toString());
        postgres.execute("begin;"
                + "select set_config('role', role_name, true), set_config('search_path', schema_name || ', pg_catalog, pg_temp', true)"
                + " from platform.tenant where slug = '" + Stand.slug(number) + "';" + clocks + "commit");
    }

    /** Who was told of an escalation is told by mail as well, a little later: that is work too, but no longer the clocks'. */
    private static void awaitCalm(Postgres postgres) throws Exception {
        awaitNone(postgres, "execution_time <= now() + interval '2 minutes'");
    }

    /** A run's row goes when all that it found is committed. */
    private static void awaitNothingDue(Postgres postgres) throws Exception {
        awaitNone(postgres, "task_name = 'sla' and execution_time <= now()");
    }

    private static void awaitNone(Postgres postgres, String which) throws Exception {
        Instant last = Instant.now().plus(PATIENCE);
        while (!postgres.value("select count(*) from platform.scheduled_tasks where " + which).equals("0")) {
            if (Instant.now().isAfter(last)) {
                throw new IllegalStateException("After %s there is still work where %s".formatted(PATIENCE, which));
            }
            Thread.sleep(100);
        }
    }

    /** The seconds after which each of the tenant's clocks was escalated, those left out for which it was not recorded exactly once. */
    private static List<Double> escalated(Postgres postgres, int number, Instant due) throws Exception {
        String facts = "(select count(*) from %1$s.ticket_event where ticket_id = clock.ticket_id and type = '%2$s') = 1";
        return postgres
                .column(("select extract(epoch from pg_xact_commit_timestamp(escalated.xmin) - clock.due_at)"
                                + " from %1$s.clock join %1$s.ticket_event escalated on escalated.ticket_id = clock.ticket_id"
                                + " where due_at = '" + due + "' and escalated.type = 'escalated' and " + facts.replace("%2$s", "target_missed")
                                + " and " + facts.replace("%2$s", "escalated"))
                        .formatted(Seed.schemaOf(postgres, number)))
                .stream()
                .map(Double::valueOf)
                .toList();
    }

    private void target(String when, Round round) {
        int all = tenants * CLOCKS;
        report.target(
                Report.text("%,d clocks of %,d tenants due at one moment, %s", all, tenants, when),
                Report.text("each escalated once, within %.0f s", TARGET),
                round.seconds().size() == all && round.share(1) <= TARGET,
                Report.text("%,d once, the last after %.1f s", round.seconds().size(), round.share(1)));
    }

    private void line(String what, Round round) {
        report.line(Report.text(
                "| %s | %,d | %.2f | %.2f | %.2f | %.2f | %.1f | %.1f |",
                what,
                round.seconds().size(),
                round.share(0.5),
                round.share(0.99),
                round.share(1),
                round.ended(),
                round.java(),
                round.database()));
    }

    /** A minute in which some tenants have something due, one after the other, and nobody sends a request. */
    private void nothingDue(Postgres postgres) throws Exception {
        int few = Math.min(FEW, tenants / 2);
        awaitCalm(postgres);
        Instant from = Instant.now();
        for (int number = 1; number <= few; number++) {
            open(postgres, number, from.plusSeconds(5 + number * 40L / few));
        }
        postgres.execute("select extensions.pg_stat_statements_reset()");
        count(postgres, true);
        Thread.sleep(MINUTE);
        count(postgres, false);

        String those = IntStream.rangeClosed(1, few)
                .mapToObj(number -> "'" + Stand.slug(number) + "'")
                .collect(java.util.stream.Collectors.joining(", "));
        String others = postgres.value("select coalesce(sum(calls), 0)" + ASKED + "and " + about("slug not in (" + those + ")"));
        String theirs = postgres.value("select coalesce(sum(calls), 0)" + ASKED + "and " + about("slug in (" + those + ")"));
        report.target(
                Report.text("statements in a minute about %,d tenants with nothing due", tenants - few),
                "none",
                others.equals("0"),
                others);
        report.line(Report.text(
                "\nIn a minute in which %d other tenants came due, %d clocks each, and nobody sent a request, PostgreSQL was asked %s"
                        + " statements about those %d, and on the platform's own tables these:\n",
                few, CLOCKS, theirs, few));
        report.line("| times | statement |\n| --- | --- |");
        postgres.column("select format('| %s | `%s` |', calls, left(regexp_replace(query, '\\s+', ' ', 'g'), 160))" + ASKED
                        + "and not " + about("true") + " order by calls desc, query")
                .forEach(report::line);
    }

    /** Has PostgreSQL count statements, which it does not do by itself. */
    private static void count(Postgres postgres, boolean on) throws Exception {
        for (String setting : List.of("pg_stat_statements.track = 'top'", "compute_query_id = 'on'")) {
            String name = setting.substring(0, setting.indexOf(' '));
            postgres.execute("alter system " + (on ? "set " + setting : "reset " + name));
        }
        postgres.execute("select pg_reload_conf()");
    }

    /** Of a statement: that it ran in the role of one of these tenants, or names its schema. */
    private static String about(String tenants) {
        return "exists (select from platform.tenant where " + tenants
                + " and (role_name = rolname or position('\"' || schema_name || '\"' in query) > 0))";
    }
}
