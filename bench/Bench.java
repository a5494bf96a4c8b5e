import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures a distribution of Lodge: over HTTP against PostgreSQL alone on the same statement, many tenants against one, what the
 * number of tenants costs, clocks that come due, and views of one article. Everything runs on this machine, one thing after the other, and nothing is asserted.
 */
class Bench {

    private static final List<String> PARTS = List.of("http", "tenants", "sla", "views");
    private static final List<String> OPTIONS =
            Stream.concat(Stream.of("--quick", "--keep"), PARTS.stream()).toList();

    /**
     * Arguments: this directory, one to work in, then {@code --quick} for a small run that shows only that everything runs,
     * {@code --keep} to measure on the tenants that the run before seeded, and {@code http}, {@code tenants}, {@code sla} or {@code views} for these
     * parts alone.
     */
    public static void main(String... args) throws Exception {
        List<String> options = List.of(args).subList(2, args.length);
        if (!OPTIONS.containsAll(options)) {
            System.err.println("lodge: bench takes " + String.join(", ", OPTIONS) + "; not " + String.join(" ", options));
            System.exit(2);
        }
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        List<String> parts = new ArrayList<>(PARTS);
        parts.retainAll(options);
        // Only a whole run is worth keeping.
        boolean whole = parts.isEmpty() && !options.contains("--quick");
        if (parts.isEmpty()) {
            parts.addAll(PARTS);
        }
        Scale scale = options.contains("--quick") ? Scale.QUICK : Scale.FULL;
        Stand stand = Stand.of(Path.of(args[0]), Path.of(args[1]), scale);
        Path seeded = stand.work().resolve("seeded");
        if (!options.contains("--keep") || !Files.exists(seeded)) {
            Files.deleteIfExists(seeded);
            new Seed(stand).run();
            Files.createFile(seeded);
        }
        for (String part : parts) {
            switch (part) {
                case "http" -> new OverHttp(stand).run();
                case "tenants" -> new Fleet(stand).run();
                case "views" -> new Views(stand).run();
                default -> new DueClocks(stand).run();
            }
        }
        Path results = whole ? stand.bench().resolve("results") : stand.work();
        stand.report()
                .write(results.resolve(Machine.today() + "-" + Machine.kind() + ".md"), Machine.description(scale));
    }
}
