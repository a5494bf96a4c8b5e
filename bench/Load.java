import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests that wrk sends over kept-alive connections, one picked at random each time. */
record Load(Path script, Path requests, int port) {

    private static final int CONNECTIONS = 16;
    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    /**
     * One request.
     *
     * @param body JSON, or nothing
     */
    record Request(String method, String path, String host, String token, String body) {

        static Request get(String path, Site site) {
            return new Request("GET", path, site.host(), site.token(), "");
        }

        String line() {
            return String.join("\t", method, path, host, token, body);
        }
    }

    /** A tenant's host and a token of one of its agents. */
    record Site(String slug, String host, String token) {}

    /** Times in milliseconds; failures are answers of 400 and up, and requests without an answer. */
    record Rate(double perSecond, double median, double p99, long failures) {}

    static Load of(Path bench, Path work, String name, int port, List<Request> requests) throws IOException {
        Path file = Files.createDirectories(work.resolve("requests")).resolve(name + ".tsv");
        Files.write(file, requests.stream().map(Request::line).toList());
        return new Load(bench.resolve("requests.lua"), file, port);
    }

    Rate run(int seconds) throws IOException {
        return run(seconds, CONNECTIONS);
    }

    Rate run(int seconds, int connections) throws IOException {
        String output = Commands.run(List.of(
                "wrk", "-t2", "-c" + connections, "-d" + seconds + "s", "--timeout", "10s", "-s", script.toString(),
                "http://127.0.0.1:" + port, "--", requests.toString()));
        Matcher result = RESULT.matcher(output);
        if (!result.find()) {
            throw new IllegalStateException(output);
        }
        return new Rate(
                number(result, 1) * 1e6 / number(result, 2),
                number(result, 3) / 1e3,
                number(result, 4) / 1e3,
                (long) number(result, 5));
    }

    private static double number(Matcher result, int group) {
        return Double.parseDouble(result.group(group));
    }
}
