import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Where everything is measured: the distribution, two data directories, one of them with many tenants, and free ports.
 *
 * @param bench the directory of this file
 * @param work what a run leaves behind, below {@code target}
 */
record Stand(Path bench, Path work, Scale scale, Report report, int port, int databasePort) {

    static final String MANY = "many";
    static final String ONE = "one";

    static Stand of(Path bench, Path work, Scale scale) throws IOException {
        return new Stand(bench, work, scale, new Report(), freePort(), freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Path data(String directory) {
        return work.resolve(directory);
    }

    Distribution serve(String directory) throws Exception {
        return Distribution.serve(work, data(directory), port, databasePort);
    }

    Postgres postgres(String directory) throws Exception {
        return new Postgres(data(directory), databasePort);
    }

    /** Runs {@link Provision} and gives the seconds that it printed. */
    List<Double> provision(String directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                work.resolve("classes") + File.pathSeparator + work.resolve("lodge/lodge.jar"),
                bench.resolve("Provision.java").toString(),
                data(directory).toString(),
                String.valueOf(databasePort)));
        command.addAll(List.of(arguments));
        return Commands.run(command)
                .lines()
                .filter(line -> line.startsWith("took "))
                .map(line -> Double.parseDouble(line.substring(5)))
                .toList();
    }

    static String slug(int number) {
        return "bench-" + number;
    }

    /** Shaped as Lodge's own tokens are; its hash is stored by seed.sql. */
    static String token(int number) {
        return "lodge_%043d".formatted(number);
    }

    /** Of somebody who may publish articles. */
    static String managersToken(int number) {
        return token(1_000_000 + number);
    }

    Load.Site site(int number) {
        return new Load.Site(slug(number), slug(number) + ".localhost:" + port, token(number));
    }

    /** The tenants that have tickets. */
    List<Load.Site> busySites() {
        return IntStream.rangeClosed(1, scale.busy()).mapToObj(this::site).toList();
    }

    List<Load.Site> allSites() {
        return IntStream.rangeClosed(1, scale.all()).mapToObj(this::site).toList();
    }

    Load load(String name, List<Load.Request> requests) throws IOException {
        return Load.of(bench, work, name, port, requests);
    }

    /** Something done in the database of a tenant. */
    interface Visit {
        void to(Postgres postgres, int number) throws Exception;
    }

    /** Goes to the first tenants of the large directory, two at a time, each of the two with a connection of its own. */
    void eachTenant(int last, Visit visit) throws Exception {
        AtomicInteger next = new AtomicInteger(1);
        try (var workers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < 2; worker++) {
                running.add(workers.submit(() -> {
                    try (var postgres = postgres(MANY)) {
                        for (int n = next.getAndIncrement(); n <= last; n = next.getAndIncrement()) {
                            visit.to(postgres, n);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        }
    }

    void forget(String directory) throws IOException {
        if (Files.exists(data(directory))) {
            Commands.run(List.of("rm", "-rf", data(directory).toString()));
        }
    }
}
