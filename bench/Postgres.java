import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The embedded PostgreSQL of a data directory, seen by its superuser, and the distribution's programs on it. */
final class Postgres implements AutoCloseable {

    private static final int CLIENTS = 16;
    private static final Pattern LOGGED =
            Pattern.compile("lodge_app@\\S+ LOG:  execute [^:]+: (?<sql>.*?)(?:\\n\\S+ \\S+ UTC \\[\\d+] \\S+ DETAIL:  Parameters: (?<values>[^\\n]*))?(?=\\n\\d{4}-\\d\\d-|\\z)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')");

    private final Path data;
    private final int port;
    private final Properties logins = new Properties();
    private final Connection connection;

    Postgres(Path data, int port) throws IOException, SQLException {
        this.data = data;
        this.port = port;
        try (var reader = Files.newBufferedReader(data.resolve("postgres.passwords"))) {
            logins.load(reader);
        }
        this.connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/lodge", "postgres", logins.getProperty("postgres"));
    }

    /** A statement as the server ran it, with the values it was given. */
    record Run(String sql, List<String> values) {

        boolean reads(String table) {
            return sql.contains("\"" + table + "\"") && sql.startsWith("select");
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> column(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    String value(String sql) throws SQLException {
        return column(sql).getFirst();
    }

    double megabytes() throws SQLException {
        execute("checkpoint");
        return Double.parseDouble(value("select pg_database_size('lodge')")) / (1 << 20);
    }

    /** The process ids of the server and all its children now. */
    List<Long> processes() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
        List<Long> pids = new ArrayList<>(List.of(postmaster));
        ProcessHandle.of(postmaster).ifPresent(server -> server.children().forEach(child -> pids.add(child.pid())));
        return pids;
    }

    /** What the server is asked while the work runs. */
    List<Run> statementsDuring(Work work) throws Exception {
        log("all", "-1");
        long from = Files.size(logFile());
        try {
            work.run();
        } finally {
            log("none", "0");
        }
        byte[] all = Files.readAllBytes(logFile());
        Matcher logged = LOGGED.matcher(new String(all, (int) from, all.length - (int) from).strip());
        List<Run> runs = new ArrayList<>();
        while (logged.find()) {
            runs.add(new Run(logged.group("sql").strip(), values(logged.group("values"))));
        }
        return runs;
    }

    interface Work {
        void run() throws Exception;
    }

    private void log(String statements, String parameters) throws Exception {
        execute("alter system set log_statement = '" + statements + "'");
        execute("alter system set log_parameter_max_length = " + parameters);
        execute("select pg_reload_conf()");
        Thread.sleep(500);
    }

    private static List<String> values(String detail) {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(detail == null ? "" : detail);
        while (value.find()) {
            String text = value.group(2);
            values.add(text.equals("NULL") ? "" : text.substring(1, text.length() - 1).replace("''", "'"));
        }
        return values;
    }

    private Path logFile() throws IOException {
        try (var files = Files.list(data.resolve("postgres/log"))) {
            return files.max(Comparator.comparingLong(file -> file.toFile().lastModified())).orElseThrow();
        }
    }

    /** Transactions a second of pgbench with the statement prepared, in the role of a tenant. */
    double pgbench(Path work, String role, List<Run> statements, int seconds) throws IOException {
        StringBuilder script = new StringBuilder();
        List<String> command = new ArrayList<>(List.of(
                "pgbench", "-n", "-M", "prepared", "-c" + CLIENTS, "-j2", "-T" + seconds, "-h", "127.0.0.1",
                "-p" + port, "-U", "lodge_app", "-f", work.resolve("statement.sql").toString()));
        int number = 0;
        for (Run run : statements) {
            String sql = run.sql().replace('\n', ' ');
            for (int i = run.values().size(); i >= 1; i--) {
                sql = sql.replace("$" + i, ":v" + number + "_" + i);
                command.add("-Dv" + number + "_" + i + "=" + run.values().get(i - 1));
            }
            script.append(sql).append(";\n");
            number++;
        }
        command.add("lodge");
        Files.writeString(work.resolve("statement.sql"), script);
        String output = Commands.run(command, Map.of(
                "PGPASSWORD", logins.getProperty("lodge_app"),
                "PGOPTIONS", "-c role=" + role + " -c search_path=pg_catalog,pg_temp"));
        Matcher rate = Pattern.compile("tps = ([0-9.]+)").matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(rate.group(1));
    }

    /** Seconds that psql takes, from its start to its end, to run a script in one transaction as the owner. */
    double psql(Path script) throws IOException {
        long started = System.nanoTime();
        Commands.run(
                List.of("psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p" + port, "-U",
                        "lodge_owner", "-f", script.toString(), "lodge"),
                Map.of("PGPASSWORD", logins.getProperty("lodge_owner")));
        return (System.nanoTime() - started) / 1e9;
    }

    /** What each backend of the tenants' pools keeps in memory of its own, in MB, the largest first. */
    List<Double> backendMegabytes() throws Exception {
        long from = Files.size(logFile());
        execute("select pg_log_backend_memory_contexts(pid) from pg_stat_activity"
                + " where application_name like 'lodge-tenants%'");
        Thread.sleep(2_000);
        byte[] all = Files.readAllBytes(logFile());
        Matcher total = Pattern.compile("Grand total: (\\d+) bytes")
                .matcher(new String(all, (int) from, all.length - (int) from));
        List<Double> sizes = new ArrayList<>();
        while (total.find()) {
            sizes.add(Double.parseDouble(total.group(1)) / (1 << 20));
        }
        return sizes.stream().sorted(Comparator.reverseOrder()).toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
