import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Measures a distribution of Lodge: over HTTP against PostgreSQL alone on the same statement, many tenants against one, and what the
 * number of tenants costs. Everything runs on this machine, one thing after the other, and nothing is asserted.
 */
class Bench {

    private final Path bench;
    private final Path work;
    private final Scale scale;
    private final Report report = new Report();
    private final int port = freePort();
    private final int databasePort = freePort();

    private Bench(Path bench, Path work, Scale scale) throws IOException {
        this.bench = bench;
        this.work = work;
        this.scale = scale;
    }

    /** Arguments: this directory, one to work in, {@code --quick} for a small run, {@code --keep} to use the data of the last one. */
    public static void main(String... args) throws Exception {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        List<String> options = List.of(args).subList(2, args.length);
        Bench bench = new Bench(Path.of(args[0]), Path.of(args[1]), options.contains("--quick") ? Scale.QUICK : Scale.FULL);
        bench.run(options);
    }

    private void run(List<String> options) throws Exception {
        List<String> known = List.of("--quick", "--keep");
        if (!known.containsAll(options)) {
            System.err.println("lodge: bench takes " + String.join(", ", known) + "; not " + options);
            System.exit(2);
        }
        boolean keep = options.contains("--keep") && Files.exists(work.resolve("seeded"));
        if (!keep) {
            seed();
        }
        serving();
        provisioning();
        starting();
        report.write(bench.resolve("results").resolve(Machine.today() + "-" + Machine.kind() + ".md"), Machine.description());
    }
