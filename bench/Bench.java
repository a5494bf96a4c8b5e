import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures a distribution of Lodge: over HTTP against PostgreSQL alone on the same statement, many tenants against one, and what the
 * number of tenants costs. Everything runs on this machine, one thing after the other, and nothing is asserted.
 */
class Bench {

    private static final List<String> OPTIONS = List.of("--quick", "--keep", "http", "tenants");

    /**
     * Arguments: this directory, one to work in, then {@code --quick} for a small run that shows only that everything runs,
     * {@code --keep} to measure on the tenants that the run before seeded, and {@code http} or {@code tenants} for that part alone.
     */
    public static void main(String... args) throws Exception {
        List<String> options = List.of(args).subList(2, args.length);
        if (!OPTIONS.containsAll(options)) {
            System.err.println("lodge: bench takes " + String.join(", ", OPTIONS) + "; not " + String.join(" ", options));
            System.exit(2);
        }
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        Scale scale = options.contains("--quick") ? Scale.QUICK : Scale.FULL;
        Stand stand = Stand.of(Path.of(args[0]), Path.of(args[1]), scale);
        Path seeded = stand.work().resolve("seeded");
        if (!options.contains("--keep") || !Files.exists(seeded)) {
            Files.deleteIfExists(seeded);
            new Seed(stand).run();
            Files.createFile(seeded);
        }
        if (!options.contains("tenants")) {
            new OverHttp(stand).run();
        }
        if (!options.contains("http")) {
            new Fleet(stand).run();
        }
        // Only a whole run is worth keeping.
        boolean whole = scale == Scale.FULL && !options.contains("http") && !options.contains("tenants");
        Path results = whole ? stand.bench().resolve("results") : stand.work();
        stand.report()
                .write(results.resolve(Machine.today() + "-" + Machine.kind() + ".md"), Machine.description(scale));
    }
}
